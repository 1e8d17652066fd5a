"""A questionnaire in FHIR: who it is, its gates, its options, its codes."""

import datetime
from dataclasses import replace

import pytest

from screener.fhir import code_system_resource
from screener.fhir.codes import canonical, loinc, name_of, version_of
from screener.fhir.gates import enable_when
from screener.fhir.questionnaire import computer_name, questionnaire_resource
from screener.model import AllOf, AnyOf, AtLeast, Condition, Review, Ticked
from tests.fhir.exported import Json, item_of, questionnaire_json, read_back
from tests.scoring.building import choice, choices, number, questionnaire
from tests.small import small

EXPORTED = questionnaire_json(small())


def extensions_of(element: Json) -> dict[str, Json]:
    return {
        one["url"].rpartition("/")[2]: next(v for k, v in one.items() if k != "url")
        for one in element["extension"]
    }


def test_it_has_a_canonical_address_and_a_version_of_its_content() -> None:
    assert EXPORTED["url"] == canonical(small())
    assert EXPORTED["version"] == f"2026.1+{small().content_hash[:12]}"
    edited = replace(small(), title="Another title")
    assert canonical(edited) == canonical(small())
    assert version_of(edited) != version_of(small())


def test_names_are_the_same_on_every_machine() -> None:
    assert name_of("questionnaire", "level-of-care") == (
        "urn:uuid:7b2e7e56-0819-553e-bfe4-bf20cb8abc14"
    )
    assert name_of("a", "b") != name_of("ab")


def test_it_is_a_draft_until_this_state_of_it_is_reviewed() -> None:
    review = Review(
        name="Ada Reyes",
        role="psychiatrist",
        date=datetime.date(2026, 11, 3),
        version="2026.1",
        hash=small().review_hash,
    )
    other = replace(review, hash="0" * 64)
    drafts = [questionnaire_resource(small(), one) for one in ((), (other,))]
    assert [one["status"] for one in drafts] == ["draft", "draft"]
    reviewed = questionnaire_resource(small(), (other, review))
    assert (reviewed["status"], reviewed["approvalDate"]) == ("active", "2026-11-03")


def test_a_scored_option_has_its_ordinal_value() -> None:
    scores = [
        extensions_of(option)["ordinalValue"]
        for option in item_of(EXPORTED, "interest")["answerOption"]
    ]
    assert scores == [0, 1, 3]


def test_ticks_repeat_and_none_of_these_is_exclusive() -> None:
    item = item_of(EXPORTED, "problems")
    *others, none = item["answerOption"]
    assert item["repeats"] is True
    assert extensions_of(none) == {"questionnaire-optionExclusive": True}
    assert not any("extension" in one for one in others)


def test_a_number_has_its_bounds_and_unit() -> None:
    told = extensions_of(item_of(EXPORTED, "days"))
    assert (told["minValue"], told["maxValue"]) == (0, 30)
    assert told["questionnaire-unit"] == {"display": "days"}


def test_what_is_worked_out_is_hidden_and_cannot_be_typed() -> None:
    for item in item_of(EXPORTED, "result")["item"]:
        assert extensions_of(item)["questionnaire-hidden"] is True
        assert item["readOnly"] is True


def at_least(item: str, place: int) -> Condition:
    return AtLeast(item=item, at_least=f"o{place}")


def ticked(place: int) -> Condition:
    return Ticked(item="t", ticked=f"o{place}")


@pytest.mark.parametrize(
    ("gate", "behavior", "tests"),
    [
        (at_least("a", 2), None, ["a = o2"]),
        (at_least("a", 1), "any", ["a = o1", "a = o2"]),
        (ticked(0), None, ["t = o0"]),
        (AnyOf(any=(ticked(0), ticked(1))), "any", ["t = o0", "t = o1"]),
        (AllOf(all=(ticked(0), ticked(1))), "all", ["t = o0", "t = o1"]),
        (AllOf(all=(ticked(0), at_least("a", 2))), "all", ["t = o0", "a = o2"]),
        (AllOf(all=(at_least("a", 1),)), "any", ["a = o1", "a = o2"]),
        (AllOf(all=(ticked(0), at_least("a", 1))), None, []),
        (AnyOf(any=(ticked(0), AllOf(all=(ticked(1), ticked(0))))), None, []),
        (at_least("n", 1), None, ["n >= 5"]),
        (at_least("n", 0), None, ["n >= 0"]),
        (AllOf(all=(at_least("n", 1), ticked(0))), "all", ["n >= 5", "t = o0"]),
        (at_least("m", 1), None, ["m <= 4"]),
        (at_least("k", 1), None, []),
    ],
)
def test_a_gate_is_told_as_enable_when_where_it_is_flat(
    gate: Condition, behavior: str | None, tests: list[str]
) -> None:
    built = questionnaire(
        choice("a", {}, {"x": 1}, {"x": 2}),
        choices("t", {"x": 1}, {"x": 1}),
        number("n", (0, 4, {}), (5, 9, {"x": 1})),
        number("m", (5, 9, {}), (0, 4, {"x": 1})),
        number("k", (3, 5, {}), (0, 2, {"x": 1}), (6, 9, {"x": 2})),
        choice("b", {}, {"y": 1}, gate=gate),
    )
    told = read_back(enable_when(built, gate))
    assert told.get("enableBehavior") == behavior
    assert [told_of(test) for test in told.get("enableWhen", [])] == tests


def told_of(test: Json) -> str:
    if "answerCoding" in test:
        code = test["answerCoding"]["code"].partition("/")[2]
        return f"{test['question']} {test['operator']} {code}"
    return f"{test['question']} {test['operator']} {test['answerInteger']}"


def test_no_two_codes_are_the_same() -> None:
    system = read_back(code_system_resource(small()))
    codes = [one["code"] for one in system["concept"]]
    assert len(codes) == len(set(codes)) == system["count"]


def test_loinc_is_named_only_where_the_questionnaire_does() -> None:
    (known,) = loinc("44261-6")
    assert known == {"system": "http://loinc.org", "code": "44261-6"}
    assert loinc(None) == []


@pytest.mark.parametrize(
    ("id", "name"),
    [("level-of-care", "LevelOfCare"), ("phq-9", "Phq9"), ("2.x", "Q2X")],
)
def test_names_begin_with_a_letter(id: str, name: str) -> None:
    assert computer_name(id) == name
