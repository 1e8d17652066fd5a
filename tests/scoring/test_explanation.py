"""Reasons are enough and no more than that; changes change; early ends are exact."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.model import Questionnaire, Unknown
from screener.scoring import (
    ChangeSet,
    Direction,
    Said,
    evaluate,
    explain,
    is_settled,
    may_be_asked,
)
from tests.scored_ticks import scored_ticks
from tests.scoring.people import Person, every_answer, given_to, people
from tests.scoring.saying import changed, every_single, only, place
from tests.small import SMALL as SMALL_FOLDER

CORE = load_questionnaire(questionnaire_folder())
SMALL = load_questionnaire(SMALL_FOLDER)
TICKS = scored_ticks()
every = pytest.mark.parametrize(
    "questionnaire", [CORE, SMALL, TICKS], ids=lambda one: one.id
)


@every
@given(data=st.data())
def test_at_least_is_sufficient_and_minimal(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    for ladder, why in explain(questionnaire, person).why.items():
        rung = place(questionnaire, person, ladder, "low")
        # Placement is monotone: with all else at its mildest, all completions hold.
        alone = only(questionnaire, why.at_least, gravest=False)
        assert place(questionnaire, alone, ladder, "low") >= rung
        for one in why.at_least:
            fewer = [other for other in why.at_least if other != one]
            without = only(questionnaire, fewer, gravest=False)
            assert place(questionnaire, without, ladder, "low") < rung


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_no_more_is_sufficient_and_minimal(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    for ladder, why in explain(questionnaire, person).why.items():
        rung = place(questionnaire, person, ladder, "high")
        alone = only(questionnaire, why.no_more, gravest=True)
        assert place(questionnaire, alone, ladder, "high") <= rung
        for one in why.no_more:
            fewer = [other for other in why.no_more if other != one]
            without = only(questionnaire, fewer, gravest=True)
            assert place(questionnaire, without, ladder, "high") > rung


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_reasons_are_enough_whatever_else_is_answered(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = explain(questionnaire, person)
    anyone = st.fixed_dictionaries(
        {link_id: given_to(item) for link_id, item in questionnaire.items.items()}
    )
    other = data.draw(anyone)
    for ladder, why in found.why.items():
        raised = changed(questionnaire, other, why.at_least)
        low = place(questionnaire, person, ladder, "low")
        assert place(questionnaire, raised, ladder, "low") >= low
        lowered = changed(questionnaire, other, why.no_more)
        high = place(questionnaire, person, ladder, "high")
        assert place(questionnaire, lowered, ladder, "high") <= high


@every
@given(data=st.data())
def test_reasons_are_the_persons_own_answers(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    for why in explain(questionnaire, person).why.values():
        for one in (*why.at_least, *why.no_more):
            assert changed(questionnaire, person, [one]) == person
        assert set(why.told) <= set(why.at_least)
        assert why.told or not why.at_least


@every
@given(data=st.data())
def test_every_named_change_changes_as_told(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    before = evaluate(questionnaire, person).placements
    found = explain(questionnaire, person)
    for change in found.changes:
        assert not questionnaire.items[change.said.link_id].fixed
        after = evaluate(questionnaire, changed(questionnaire, person, [change.said]))
        moved = {
            ladder: (placed.low, placed.high)
            for ladder, placed in after.placements.items()
            if placed != before[ladder]
        }
        told = {ladder: (one.low, one.high) for ladder, one in change.ranges.items()}
        assert moved == told
        assert moved


@every
@given(data=st.data())
def test_no_single_change_is_missing(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    before = evaluate(questionnaire, person)
    told = {change.said for change in explain(questionnaire, person).changes}
    for said in every_single(questionnaire, person):
        after = evaluate(questionnaire, changed(questionnaire, person, [said]))
        assert (said in told) == (after.placements != before.placements), said


@every
@given(data=st.data())
def test_change_sets_move_the_ladder_and_no_part_of_them_does(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = explain(questionnaire, person)
    for one in found.sets:
        assert reached(questionnaire, person, one, one.said) == one.rung
        assert len(one.said) > 1
        assert is_moved(questionnaire, person, one, one.said)
        for link_id in {said.link_id for said in one.said}:
            part = [said for said in one.said if said.link_id != link_id]
            assert not is_moved(questionnaire, person, one, part)
        assert not any(questionnaire.items[said.link_id].fixed for said in one.said)


def reached(
    questionnaire: Questionnaire, person: Person, one: ChangeSet, said: Iterable[Said]
) -> str:
    other = changed(questionnaire, person, said)
    return evaluate(questionnaire, other).placements[one.ladder].low


def is_moved(
    questionnaire: Questionnaire, person: Person, one: ChangeSet, said: Iterable[Said]
) -> bool:
    """Whether the low end of the ladder moves the way it is told to."""
    index = questionnaire.ladders[one.ladder].index
    after = index[reached(questionnaire, person, one, said)]
    before = index[reached(questionnaire, person, one, ())]
    return after > before if one.direction is Direction.HIGHER else after < before


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_an_open_answer_leads_where_it_is_told(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = evaluate(questionnaire, person)
    for one in explain(questionnaire, person).open:
        assert one.link_id in found.unknown
        for ladder, rung in one.could_reach.items():
            index = questionnaire.ladders[ladder].index
            placed = found.placements[ladder]
            assert index[placed.low] < index[rung] <= index[placed.high]
            # Someone is there: this answer at its gravest, with what it opens.
            answers = dict(person)
            at_worst = every_answer(questionnaire.items[one.link_id])[-1]
            answers[one.link_id] = at_worst
            opened = place(questionnaire, answers, ladder, "high")
            assert index[rung] <= opened


@st.composite
def settled_people(draw: st.DrawFn, questionnaire: Questionnaire) -> Person:
    """Someone who was asked just enough, and some of it in vain."""
    answer = {
        link_id: st.one_of(given_to(item), given_to(item), st.sampled_from(Unknown))
        for link_id, item in questionnaire.items.items()
    }
    person: Person = draw(st.fixed_dictionaries(answer))
    for link_id in draw(st.permutations(list(person))):
        fewer = {key: one for key, one in person.items() if key != link_id}
        if is_settled(questionnaire, fewer):
            person = fewer
    return person


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_a_settled_interview_ends_as_the_full_one_does(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(settled_people(questionnaire))
    before = evaluate(questionnaire, person).placements
    rest = {
        link_id: st.one_of(
            given_to(questionnaire.items[link_id]), st.sampled_from(Unknown)
        )
        for link_id in sorted(may_be_asked(questionnaire, person))
    }
    full = {**person, **data.draw(st.fixed_dictionaries(rest))}
    assert evaluate(questionnaire, full).placements == before


@every
@given(data=st.data())
def test_what_is_not_settled_can_still_move(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    unasked = may_be_asked(questionnaire, person)
    mild, grave = dict(person), dict(person)
    for link_id in unasked:
        answers = every_answer(questionnaire.items[link_id])
        mild[link_id], grave[link_id] = answers[0], answers[-1]
    same = (
        evaluate(questionnaire, mild).placements
        == evaluate(questionnaire, grave).placements
    )
    assert is_settled(questionnaire, person) == same
