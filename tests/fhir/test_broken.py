"""Every check passes a whole export, and notices what is broken in a copy."""

import copy
from typing import Any

import fhirkit
import jsonschema
import pytest

from tests.fhir.broken import Fault, by
from tests.fhir.engine import worked_out
from tests.fhir.exported import Json, bundle_json, of_kind, values_in
from tests.fhir.fitting import bundle_problems
from tests.fhir.tools import invariant_problems, needs_tools, schema
from tests.small import CALM, GRAVE, HALF, small

SOUND = bundle_json(small(), GRAVE)
VISITS = [CALM, GRAVE, HALF]


def broken(fault: Fault) -> Json:
    bundle = copy.deepcopy(SOUND)
    fault.break_it(bundle)
    assert bundle != SOUND
    return bundle


def structure_problems(bundle: Json) -> list[str]:
    return [str(issue) for issue in fhirkit.validate(bundle)]


def engine_problems(bundle: Json) -> list[str]:
    """Where the expressions, worked out anew, say something else than the answers."""
    (questionnaire,) = of_kind(bundle, "Questionnaire")
    (response,) = of_kind(bundle, "QuestionnaireResponse")
    told = values_in(response)
    answers = {**response, "item": response["item"][:-1]}
    found = worked_out(questionnaire, answers)
    return [key for key, value in found.items() if value != told.get(key, [])]


def schema_problems(bundle: Json) -> list[str]:
    parts = [{**bundle, "entry": []}, *(one["resource"] for one in bundle["entry"])]
    return [
        problem.message
        for part in parts
        for problem in _validator(part["resourceType"]).iter_errors(part)
    ]


def _validator(kind: str) -> Any:
    whole = {"$ref": f"#/definitions/{kind}", "definitions": schema()["definitions"]}
    return jsonschema.Draft6Validator(whole)


@pytest.mark.parametrize("answers", VISITS)
def test_whole_exports_pass_the_checks_in_python(answers: Any) -> None:
    bundle = bundle_json(small(), answers)
    assert structure_problems(bundle) == []
    assert bundle_problems(bundle) == []
    assert engine_problems(bundle) == []


@pytest.mark.parametrize("fault", by("structure"), ids=lambda one: one.name)
def test_the_structure_is_checked(fault: Fault) -> None:
    assert structure_problems(broken(fault)) != []


@pytest.mark.parametrize("fault", by("fitting"), ids=lambda one: one.name)
def test_it_is_checked_whether_the_parts_fit(fault: Fault) -> None:
    assert bundle_problems(broken(fault)) != []


@pytest.mark.parametrize("fault", by("engine"), ids=lambda one: one.name)
def test_what_is_worked_out_is_checked(fault: Fault) -> None:
    assert engine_problems(broken(fault)) != []


@needs_tools
@pytest.mark.parametrize("answers", VISITS)
def test_whole_exports_pass_the_schema(answers: Any) -> None:
    assert schema_problems(bundle_json(small(), answers)) == []


@needs_tools
@pytest.mark.parametrize("fault", by("schema"), ids=lambda one: one.name)
def test_the_schema_is_checked(fault: Fault) -> None:
    assert schema_problems(broken(fault)) != []


@pytest.mark.slow
@needs_tools
def test_the_invariants_hold_and_are_checked() -> None:
    faults = by("invariants")
    whole = [bundle_json(small(), answers) for answers in VISITS]
    problems = invariant_problems(*whole, *map(broken, faults))
    assert problems[: len(whole)] == [[]] * len(whole)
    unseen = [
        fault.name
        for fault, found in zip(faults, problems[len(whole) :], strict=True)
        if not found
    ]
    assert unseen == []
