"""Another engine comes to our ratings and places, on any questionnaire."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.fhir.expressions import Expressions, Unanswered
from screener.model import AllOf, AnyOf, AtLeast, Ticked
from screener.scoring import enable
from tests.fhir.engine import holds, worked_out
from tests.fhir.exported import (
    form_of,
    item_of,
    known,
    placed,
    questionnaire_json,
)
from tests.fhir.fitting import questionnaire_problems
from tests.scored_ticks import scored_ticks
from tests.scoring.building import choice, choices, questionnaire, scale
from tests.scoring.people import Person, people
from tests.scoring.random_questionnaires import questionnaires
from tests.small import HALF, any_answers, small
from tests.thorough import THOROUGH

SMALL = questionnaire_json(small())
TICKS = questionnaire_json(scored_ticks())


def _without_empty(person: Person) -> Person:
    """Without answers that tick nothing: FHIR knows no such answer."""
    return {key: answer for key, answer in person.items() if answer != ()}


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100 if THOROUGH else 12)
def test_anyone_is_placed_alike_by_scales_that_count_ticks(data: st.DataObject) -> None:
    person = data.draw(people(scored_ticks()))
    form = form_of(scored_ticks(), known(person))
    assert worked_out(TICKS, form) == placed(scored_ticks(), person)


@given(any_answers())
@settings(max_examples=100 if THOROUGH else 12)
def test_anyone_is_placed_alike(answers: Person) -> None:
    person = _without_empty(answers)
    form = form_of(small(), known(person))
    assert worked_out(SMALL, form) == placed(small(), person)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100 if THOROUGH else 10)
def test_anyone_is_placed_alike_on_any_questionnaire(data: st.DataObject) -> None:
    built = data.draw(questionnaires())
    person = _without_empty(data.draw(people(built)))
    exported = questionnaire_json(built)
    assert list(questionnaire_problems(exported)) == []
    form = form_of(built, known(person))
    assert worked_out(exported, form) == placed(built, person)


@given(st.data())
@settings(max_examples=100 if THOROUGH else 10)
def test_a_gate_opens_for_the_same_people(data: st.DataObject) -> None:
    built = data.draw(questionnaires())
    person = known(data.draw(people(built)))
    enabled = enable(built, person).enabled
    tell = Expressions(built, Unanswered.NOTHING)
    for item in built.item:
        if item.enable_when is not None:
            opens = holds(tell.gate(item.enable_when), form_of(built, person))
            assert opens == (item.link_id in enabled)


def test_what_stands_behind_a_closed_gate_does_not_count() -> None:
    assert HALF["ended"] == "early"
    found = worked_out(SMALL, form_of(small(), known(HALF)))
    assert found["rating:unfinished"] == [0]


def test_a_scale_without_an_answer_has_no_score_and_still_rates() -> None:
    found = worked_out(SMALL, form_of(small(), {"interest": "often"}))
    assert (found["scale:mood-scale"], found["rating:mood"]) == ([], [2])


def test_a_member_that_is_not_asked_is_not_missed() -> None:
    gate = AtLeast(item="a", at_least="o1")
    built = questionnaire(
        choice("a", {}, {"x": 1}),
        choice("b", {}, {}, gate=gate, scores=(0, 2)),
        choice("c", {}, {}, scores=(1, 2)),
        scales=[scale("b", "c", bands={0: {}, 3: {"y": 2}})],
    )
    exported = questionnaire_json(built)
    for answers, score, rating in (
        ({"a": "o0", "c": "o1"}, [2], [0]),
        ({"a": "o1", "c": "o1"}, [], [0]),
        ({"a": "o1", "b": "o1"}, [], [2]),
        ({"a": "o1", "b": "o1", "c": "o0"}, [3], [2]),
        ({"a": "o0", "b": "o1", "c": "o0"}, [1], [0]),
    ):
        found = worked_out(exported, form_of(built, answers))
        (total,) = (found[key] for key in found if key.startswith("scale:"))
        assert (total, found["rating:y"]) == (score, rating)
        assert found == placed(built, answers)


def test_gates_that_are_no_flat_list_become_expressions() -> None:
    gate = AllOf(
        all=(
            AnyOf(any=(Ticked(item="t", ticked="o0"), Ticked(item="t", ticked="o1"))),
            AtLeast(item="a", at_least="o1"),
        )
    )
    built = questionnaire(
        choice("a", {}, {"x": 1}, {"x": 2}),
        choices("t", {"x": 1}, {"x": 1}),
        choice("b", {}, {"y": 3}, gate=gate),
    )
    item = item_of(questionnaire_json(built), "b")
    assert "enableWhen" not in item
    assert [one["url"].rpartition("-")[2] for one in item["extension"]] == [
        "itemControl",
        "enableWhenExpression",
    ]
