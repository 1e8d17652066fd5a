"""The core questionnaire in FHIR, and the bundles of its worked cases."""

import pytest

from screener.catalog import load_cases, questionnaire_folder, read_answers
from screener.model import Case, Questionnaire
from screener.scoring import enable
from tests.fhir.engine import worked_out
from tests.fhir.exported import (
    bundle_json,
    form_of,
    known,
    of_kind,
    placed,
    questionnaire_json,
    values_in,
)
from tests.fhir.fitting import bundle_problems, questionnaire_problems
from tests.fhir.test_broken import schema_problems, structure_problems
from tests.fhir.tools import invariant_problems, needs_tools
from tests.thorough import one_in

CASES = load_cases(questionnaire_folder())
PLACED = one_in(24, CASES)
"""Another engine takes two seconds for each."""


def test_the_questionnaire_is_sound(core: Questionnaire) -> None:
    exported = questionnaire_json(core)
    assert structure_problems(exported) == []
    assert list(questionnaire_problems(exported)) == []


@pytest.mark.many_cases
@pytest.mark.parametrize("case", PLACED, ids=lambda case: case.id)
def test_another_engine_places_a_worked_case_alike(
    core: Questionnaire, case: Case
) -> None:
    answers = read_answers(core, case.answers, case.id)
    found = worked_out(questionnaire_json(core), form_of(core, known(answers)))
    assert found == placed(core, answers)


@pytest.mark.parametrize("case", CASES[::24], ids=lambda case: case.id)
def test_the_bundle_of_a_worked_case_is_sound(core: Questionnaire, case: Case) -> None:
    answers = read_answers(core, case.answers, case.id)
    bundle = bundle_json(core, answers)
    assert structure_problems(bundle) == []
    assert bundle_problems(bundle) == []
    told = values_in(of_kind(bundle, "QuestionnaireResponse")[0])
    asked = enable(core, known(answers)).enabled
    expected = placed(core, answers)
    for scale in core.scale:
        if not set(scale.items) & set(asked):  # its total is told to nobody
            del expected[f"scale:{scale.id}"]
    assert {key: told.get(key, []) for key in expected} == expected


@pytest.mark.slow
@needs_tools
def test_the_bundles_of_worked_cases_pass_schema_and_invariants(
    core: Questionnaire,
) -> None:
    told = [read_answers(core, case.answers, case.id) for case in CASES[::12]]
    bundles = [bundle_json(core, answers) for answers in told]
    assert [schema_problems(bundle) for bundle in bundles] == [[]] * len(bundles)
    assert invariant_problems(*bundles) == [[]] * len(bundles)
