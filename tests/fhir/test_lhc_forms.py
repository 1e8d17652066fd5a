"""NLM's LHC-Forms renders our form, takes our answers, and comes to our placement."""

import copy
import os

import pytest

from screener.catalog import load_cases, questionnaire_folder, read_answers
from screener.model import AllOf, AnyOf, AtLeast, Given, Questionnaire, Ticked
from tests.fhir.broken import by
from tests.fhir.exported import (
    Json,
    bundle_json,
    every_item,
    filled_in,
    item_of,
    known,
    of_kind,
    placed,
    questionnaire_json,
    values_in,
)
from tests.fhir.tools import fill_in, needs_browser
from tests.scored_ticks import scored_ticks
from tests.scoring.building import choice, choices, questionnaire
from tests.small import CALM, GRAVE, HALF, small

pytestmark = needs_browser

ALL = load_cases(questionnaire_folder())
CASES = ALL if os.environ.get("LHC_FORMS") == "all" else ALL[::4]
"""Every fourth case, which takes minutes; `LHC_FORMS=all` is for all of them."""
GROUPS = 2 + len(CASES) // 40
"""A browser takes some seconds for a form, and has ten minutes for its group."""


def worked_out(form: Json, expected: Json) -> Json:
    """What LHC-Forms came to, where something is expected."""
    told = values_in(form["response"])
    return {link_id: told.get(link_id, []) for link_id in expected}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("group", range(GROUPS))
def test_it_places_the_worked_cases_as_we_do(core: Questionnaire, group: int) -> None:
    cases = CASES[group::GROUPS]
    answers = [read_answers(core, case.answers, case.id) for case in cases]
    exported = questionnaire_json(core)
    forms = fill_in(
        *({"questionnaire": filled_in(exported, known(one))} for one in answers)
    )
    for case, person, form in zip(cases, answers, forms, strict=True):
        expected = placed(core, person)
        assert worked_out(form, expected) == expected, case.id


def test_it_shows_every_question_that_is_asked(core: Questionnaire) -> None:
    (form,) = fill_in({"questionnaire": questionnaire_json(core)})
    for item in core.item:
        assert (item.text in form["text"]) == (item.enable_when is None)
    assert "What the answers establish" not in form["text"]


@pytest.mark.many_cases
@pytest.mark.parametrize("answers", [CALM, GRAVE, HALF])
def test_numbers_and_scales_come_out_alike(answers: Json) -> None:
    exported = questionnaire_json(small())
    (form,) = fill_in({"questionnaire": filled_in(exported, known(answers))})
    expected = placed(small(), answers)
    assert worked_out(form, expected) == expected


SOME_SIGNS: dict[str, Given] = {"problems": ("cravings", "gaps"), "signs": ("time",)}
OTHER_SIGNS: dict[str, Given] = {"problems": ("lost-work",), "signs": ("risky",)}
ALL_SIGNS: dict[str, Given] = {
    "problems": ("cravings", "lost-work", "gaps"),
    "signs": ("more", "time", "risky"),
}
NO_SIGNS: dict[str, Given] = {"problems": ("none",), "signs": ("none",)}


@pytest.mark.slow
@pytest.mark.parametrize("days", [0, 12])
def test_ticks_are_added_up_alike(days: int) -> None:
    exported = questionnaire_json(scored_ticks())
    people: list[dict[str, Given]] = [
        {**known(base), **signs, "days": days}
        for base in (CALM, GRAVE)
        for signs in (NO_SIGNS, SOME_SIGNS, OTHER_SIGNS, ALL_SIGNS)
    ]
    forms = fill_in(*({"questionnaire": filled_in(exported, one)} for one in people))
    for person, form in zip(people, forms, strict=True):
        expected = placed(scored_ticks(), person)
        assert worked_out(form, expected) == expected, person


@pytest.mark.slow
def test_it_takes_saved_answers_and_gives_them_back() -> None:
    bundle = bundle_json(small(), GRAVE)
    (saved,) = of_kind(bundle, "QuestionnaireResponse")
    (form,) = fill_in(
        {"questionnaire": of_kind(bundle, "Questionnaire")[0], "response": saved}
    )
    told = values_in(form["response"])
    assert {key: told.get(key) for key in values_in(saved)} == values_in(saved)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("ticked", "chosen", "is_open"),
    [
        (("o0",), "o1", True),
        (("o1",), "o2", True),
        (("o2",), "o2", False),
        (("o0", "o1"), "o0", False),
    ],
)
def test_a_gate_that_is_no_flat_list_opens_alike(
    ticked: tuple[str, ...], chosen: str, is_open: bool
) -> None:
    ticks = AnyOf(any=(Ticked(item="t", ticked="o0"), Ticked(item="t", ticked="o1")))
    gate = AllOf(all=(ticks, AtLeast(item="a", at_least="o1")))
    built = questionnaire(
        choice("a", {}, {"x": 1}, {"x": 2}),
        choices("t", {"x": 1}, {"x": 1}, {"x": 1}),
        choice("b", {}, {"y": 3}, gate=gate),
    )
    answers: dict[str, Given] = {"a": chosen, "t": ticked, "b": "o1"}
    (form,) = fill_in({"questionnaire": filled_in(questionnaire_json(built), answers)})
    assert ("b?" in form["text"]) == is_open
    expected = placed(built, answers)
    assert worked_out(form, expected) == expected


@pytest.mark.slow
def test_it_notices_what_is_worked_out_wrongly() -> None:
    """It renders a broken form as it stands: only the outcome tells."""
    sound = bundle_json(small(), GRAVE)
    faults, forms = by("browser"), []
    for fault in faults:
        bundle = copy.deepcopy(sound)
        fault.break_it(bundle)
        (broken,) = of_kind(bundle, "Questionnaire")
        forms.append({"questionnaire": filled_in(broken, known(GRAVE))})
    expected = placed(small(), GRAVE)
    for fault, form in zip(faults, fill_in(*forms), strict=True):
        assert worked_out(form, expected) != expected, fault.name


@pytest.mark.slow
def test_it_drops_an_answer_that_is_not_offered() -> None:
    bundle = bundle_json(small(), GRAVE)
    (exported,) = of_kind(bundle, "Questionnaire")
    options = item_of(exported, "support")["answerOption"]
    item_of(exported, "support")["answerOption"] = options[:-1]
    (form,) = fill_in({"questionnaire": filled_in(exported, known(GRAVE))})
    assert "support" not in [one["linkId"] for one in every_item(form["response"])]
    expected = placed(small(), GRAVE)
    assert worked_out(form, expected) != expected
