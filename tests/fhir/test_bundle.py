"""What a bundle says about a visit, and what it keeps to itself."""

import json

import pytest
from hypothesis import given, settings

from screener.fhir import bundle_resource, to_json
from screener.model import Answers, Unknown
from screener.scoring import evaluate
from screener.summary import reopen
from tests.fhir.exported import (
    Json,
    bundle_json,
    every_item,
    every_table,
    item_of,
    of_kind,
    questionnaire_json,
    values_in,
)
from tests.fhir.fitting import bundle_problems, response_problems
from tests.scoring.people import Person
from tests.small import CALM, GRAVE, HALF, any_answers, small, summary_of


def response_to(answers: Answers, *left_out: str) -> Json:
    return of_kind(bundle_json(small(), answers, *left_out), "QuestionnaireResponse")[0]


def observations_of(answers: Answers, *left_out: str) -> dict[str, Json]:
    found = of_kind(bundle_json(small(), answers, *left_out), "Observation")
    return {one["code"]["coding"][-1]["code"]: one for one in found}


def rungs_of(observation: Json) -> list[str]:
    """The value, and the low and the high end."""
    parts = [observation, *observation["component"]]
    return [
        one["valueCodeableConcept"]["coding"][0]["code"].partition("/")[2]
        for one in parts
    ]


@given(any_answers())
@settings(max_examples=25)
def test_any_visit_makes_a_sound_bundle(answers: Person) -> None:
    assert bundle_problems(bundle_json(small(), answers)) == []


def test_declined_unsure_and_not_reached_are_told_apart() -> None:
    response = response_to(HALF)
    for link_id, reason in (
        ("thoughts", "asked-declined"),
        ("interest", "asked-unknown"),
    ):
        ((value,),) = [one.values() for one in item_of(response, link_id)["answer"]]
        assert [one["valueCode"] for one in value["extension"]] == [reason]
    assert "low" not in values_in(response)


def test_a_declined_number_says_so_beside_the_value() -> None:
    (answer,) = item_of(response_to({"days": Unknown.DECLINED}), "days")["answer"]
    assert list(answer) == ["_valueInteger"]


def test_an_answer_that_no_longer_applies_is_not_told() -> None:
    assert HALF["ended"] == "early"
    assert "ended" not in values_in(response_to(HALF))


def test_ticks_and_words_are_told() -> None:
    told = values_in(response_to(GRAVE))
    assert told["limits"] == ["limits/cost", "limits/work"]
    assert told["words"] == ["I want this to change."]


@pytest.mark.parametrize(
    ("words", "told"), [("a\x1b[2Jb\x00", ["a [2Jb"]), (" \n ", [])]
)
def test_words_hold_nothing_that_fhir_forbids(words: str, told: list[str]) -> None:
    assert values_in(response_to({"words": words})).get("words", []) == told


@pytest.mark.parametrize("answers", [CALM, HALF, GRAVE])
def test_every_ladder_is_told_with_both_ends(answers: Answers) -> None:
    told = observations_of(answers)
    for placement in evaluate(small(), answers).placements.values():
        observation = told[f"ladder:{placement.ladder}"]
        assert rungs_of(observation) == [placement.low, placement.low, placement.high]
        settled = placement.low == placement.high
        assert observation["status"] == ("final" if settled else "preliminary")


def test_a_scale_is_told_with_its_band_or_with_no_value() -> None:
    whole = observations_of(GRAVE)["scale:mood-scale"]
    assert (whole["valueInteger"], whole["status"]) == (6, "final")
    assert whole["interpretation"] == [{"text": "much"}]
    half = observations_of(HALF)["scale:mood-scale"]
    assert half["dataAbsentReason"]["coding"][0]["code"] == "unknown"
    assert (half["status"], "valueInteger" in half) == ("preliminary", False)


PRIVATE = ("thoughts", "plan")


def test_what_was_left_out_cannot_be_told_from_anything() -> None:
    """Whatever was said there, the bundle is the same, byte for byte."""
    rest = {key: value for key, value in GRAVE.items() if key not in PRIVATE}
    bundles = [
        bundle_json(small(), {**rest, "thoughts": said}, "self-harm")
        for said in ("no", "yes", Unknown.DECLINED)
    ]
    assert bundles[0] == bundles[1] == bundles[2]
    (response,) = of_kind(bundles[0], "QuestionnaireResponse")
    told = [one["linkId"] for one in every_item(response)]
    assert not {*PRIVATE, "rating:danger"} & set(told)
    assert [*response_problems(questionnaire_json(small()), response)] == []


def test_a_bundle_with_answers_left_out_tells_no_question_that_was_asked() -> None:
    bundle = bundle_json(small(), GRAVE, "self-harm")
    assert not of_kind(bundle, "Questionnaire")
    assert not of_kind(bundle, "CodeSystem")
    assert "thoughts" in json.dumps(bundle_json(small(), GRAVE))
    assert "thoughts" not in json.dumps(bundle)


def test_with_answers_left_out_no_placement_is_final() -> None:
    told = observations_of(GRAVE, "home-safety")
    ladders = [one for key, one in told.items() if key.startswith("ladder:")]
    assert {one["status"] for one in ladders} == {"preliminary"}
    assert all("left out" in one["note"][0]["text"] for one in told.values())


def test_the_same_summary_gives_the_same_bytes() -> None:
    summary = summary_of(HALF)
    answers = reopen(small(), summary).answers
    first, second = (
        to_json(bundle_resource(small(), answers, summary)) for _ in range(2)
    )
    assert first == second
    assert first.isascii()


def test_ids_are_of_the_content() -> None:
    half, grave = (bundle_json(small(), answers) for answers in (HALF, GRAVE))
    for kind in ("Questionnaire", "CodeSystem"):
        assert of_kind(half, kind) == of_kind(grave, kind)
    for kind in ("QuestionnaireResponse", "Observation", "Provenance"):
        ids = [{one["id"] for one in of_kind(b, kind)} for b in (half, grave)]
        assert ids[0].isdisjoint(ids[1])


def test_all_times_are_those_of_the_summary() -> None:
    bundle = bundle_json(small(), GRAVE)
    times = {
        value
        for table in every_table(bundle)
        for value in table.values()
        if isinstance(value, str) and value.startswith("2026-11-23T")
    }
    assert times == {summary_of(GRAVE).created.isoformat()}
    assert "2026-11-2" not in json.dumps(of_kind(bundle, "Questionnaire"))


def test_provenance_says_who_answered_and_what_worked_it_out() -> None:
    (told,) = of_kind(bundle_json(small(), GRAVE), "Provenance")
    who = [agent["who"]["display"] for agent in told["agent"]]
    assert who == ["The person who answered", summary_of(GRAVE).program]
    identifier = told["entity"][0]["what"]["identifier"]
    assert identifier["value"] == small().content_hash
