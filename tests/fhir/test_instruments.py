"""Published instruments in FHIR, alone and in a visit: codes, credit, totals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.catalog import load_cases, questionnaire_folder, read_answers, select
from screener.fhir.code_system import code_system_resource
from screener.model import Case, Questionnaire
from tests.fhir.engine import worked_out
from tests.fhir.exported import (
    bundle_json,
    every_item,
    form_of,
    known,
    of_kind,
    placed,
    questionnaire_json,
    read_back,
)
from tests.fhir.fitting import bundle_problems, questionnaire_problems
from tests.fhir.test_broken import schema_problems, structure_problems
from tests.fhir.tools import invariant_problems, needs_tools
from tests.scoring.people import people
from tests.thorough import THOROUGH, one_in

IDS = ["phq-9", "phq-2", "gad-7", "audit-c", "pc-ptsd-5"]
ALONE = {id: select(id).load() for id in IDS}
VISIT = select("level-of-care", ["phq-2", "gad-7", "audit-c", "pc-ptsd-5"]).load()
CASES = one_in(
    3, [(id, case) for id in IDS for case in load_cases(questionnaire_folder(id))]
)


def _name(one: str | Case) -> str:
    return one if isinstance(one, str) else one.id


LOINC = "http://loinc.org"


@pytest.mark.parametrize(
    "questionnaire", [*ALONE.values(), VISIT], ids=lambda one: str(one.id)
)
def test_it_is_sound(questionnaire: Questionnaire) -> None:
    exported = questionnaire_json(questionnaire)
    assert structure_problems(exported) == []
    assert list(questionnaire_problems(exported)) == []


@pytest.mark.many_cases
@pytest.mark.parametrize(("id", "case"), CASES, ids=_name)
def test_another_engine_scores_a_worked_case_alike(id: str, case: Case) -> None:
    asked = ALONE[id]
    answers = read_answers(asked, case.answers, case.id)
    found = worked_out(questionnaire_json(asked), form_of(asked, known(answers)))
    assert found == placed(asked, answers)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=50 if THOROUGH else 2)
def test_another_engine_places_a_whole_visit_alike(data: st.DataObject) -> None:
    drawn = data.draw(people(VISIT)).items()
    person = {key: answer for key, answer in drawn if answer != ()}
    form = form_of(VISIT, known(person))
    assert worked_out(questionnaire_json(VISIT), form) == placed(VISIT, person)


def codes_in(coded: object) -> list[str]:
    assert isinstance(coded, list)
    return [one["code"] for one in coded if one["system"] == LOINC]


@pytest.mark.parametrize(
    ("id", "panel", "items"),
    [
        (
            "phq-9",
            ["44249-1"],
            "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8 "
            "69722-7",
        ),
        (
            "gad-7",
            ["69737-5"],
            "69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7",
        ),
        ("audit-c", ["72109-2"], "68518-0 68519-8 68520-6"),
        ("pc-ptsd-5", [], ""),
    ],
)
def test_it_carries_the_codes_of_loinc(id: str, panel: list[str], items: str) -> None:
    exported = questionnaire_json(ALONE[id])
    assert codes_in(exported.get("code", [])) == panel
    found = [
        code for one in every_item(exported) for code in codes_in(one.get("code", []))
    ]
    assert found == items.split()


def test_an_answer_says_which_answer_of_loinc_it_is() -> None:
    system = read_back(code_system_resource(ALONE["gad-7"]))
    (concept,) = (
        one for one in system["concept"] if one["code"] == "gad-afraid/several-days"
    )
    (same,) = concept["property"]
    assert same["valueCoding"] == {"system": LOINC, "code": "LA6569-3"}
    assert [one["code"] for one in system["property"]] == [same["code"]]


def test_credit_and_terms_are_told_with_the_words() -> None:
    told = questionnaire_json(VISIT)["copyright"]
    for one in VISIT.instrument:
        assert one.credit in told
        assert one.terms in told
    assert "LOINC is copyright" in told
    assert "code" not in questionnaire_json(VISIT)


def test_a_total_stands_in_an_observation_under_its_code() -> None:
    asked = ALONE["gad-7"]
    bundle = bundle_json(asked, {item.link_id: "more-than-half" for item in asked.item})
    assert bundle_problems(bundle) == []
    (total,) = (
        one
        for one in of_kind(bundle, "Observation")
        if "70274-6" in codes_in(one["code"]["coding"])
    )
    assert (total["valueInteger"], total["status"]) == (14, "final")
    assert total["interpretation"] == [{"text": "moderate"}]


@pytest.mark.slow
@needs_tools
def test_bundles_pass_schema_and_invariants() -> None:
    told = [
        (ALONE[id], read_answers(ALONE[id], case.answers, case.id))
        for id, case in CASES[::9]
    ]
    bundles = [bundle_json(asked, answers) for asked, answers in told]
    assert [schema_problems(bundle) for bundle in bundles] == [[]] * len(bundles)
    assert invariant_problems(*bundles) == [[]] * len(bundles)
