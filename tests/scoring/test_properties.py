"""What must hold for everyone, on the core questionnaire and on a small one."""

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.model import Answer, Given, Questionnaire, Unknown, is_ordered
from screener.scoring import Recommendation, evaluate
from tests.scoring.people import Person, every_answer, given_to, people, worse
from tests.small import SMALL as SMALL_FOLDER

CORE = load_questionnaire(questionnaire_folder())
SMALL = load_questionnaire(SMALL_FOLDER)
BOTH = [CORE, SMALL]


def ends(questionnaire: Questionnaire, found: Recommendation) -> list[tuple[int, int]]:
    """The range on every ladder, as places counted from the mildest rung."""
    return [
        (ladder.index[placed.low], ladder.index[placed.high])
        for ladder in questionnaire.ladder
        for placed in [found.placements[ladder.id]]
    ]


def ratings(found: Recommendation) -> list[tuple[int, int]]:
    return [(range.low, range.high) for range in found.ratings.values()]


both = pytest.mark.parametrize("questionnaire", BOTH, ids=lambda one: one.id)


@both
@given(data=st.data())
def test_a_worse_answer_never_lowers_a_ladder(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    before = ends(questionnaire, evaluate(questionnaire, person))
    for link_id, answer in person.items():
        item = questionnaire.items[link_id]
        if isinstance(answer, Unknown) or not is_ordered(item):
            continue
        for graver in worse(item, answer):
            changed = evaluate(questionnaire, {**person, link_id: graver})
            after = ends(questionnaire, changed)
            assert all(a >= b for a, b in zip(flat(after), flat(before), strict=True))


def flat(spans: list[tuple[int, int]]) -> list[int]:
    return [end for span in spans for end in span]


@both
@given(data=st.data())
def test_dropping_an_answer_widens_every_range_or_leaves_it(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = evaluate(questionnaire, person)
    for link_id in person:
        fewer = {key: value for key, value in person.items() if key != link_id}
        wider = evaluate(questionnaire, fewer)
        inner = ends(questionnaire, found) + ratings(found)
        outer = ends(questionnaire, wider) + ratings(wider)
        for (low, high), (lower, higher) in zip(inner, outer, strict=True):
            assert lower <= low <= high <= higher


@both
@given(data=st.data())
def test_the_range_holds_every_completion(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = evaluate(questionnaire, person)
    known = {key: one for key, one in person.items() if not isinstance(one, Unknown)}
    rest = {
        link_id: given_to(item)
        for link_id, item in questionnaire.items.items()
        if link_id not in known
    }
    whole = {**known, **data.draw(st.fixed_dictionaries(rest))}
    complete = evaluate(questionnaire, whole)
    inner = ends(questionnaire, complete) + ratings(complete)
    outer = ends(questionnaire, found) + ratings(found)
    for (low, high), (lower, higher) in zip(inner, outer, strict=True):
        assert lower <= low == high <= higher


@given(person=people(SMALL))
def test_the_ends_of_the_range_are_reached_by_some_completion(person: Person) -> None:
    found = evaluate(SMALL, person)
    # With few open questions every completion can be tried: the range is exact.
    open_ = [link_id for link_id in found.unknown if is_ordered(SMALL.items[link_id])]
    if len(open_) > 4:
        person = {**person, **dict(fill(open_[4:]))}
        found, open_ = evaluate(SMALL, person), open_[:4]
    hidden = [key for key in SMALL.items if key not in person and key not in open_]
    known = {key: one for key, one in person.items() if not isinstance(one, Unknown)}
    known |= dict(fill([key for key in hidden if is_ordered(SMALL.items[key])]))
    completions = [
        flat(
            ends(
                SMALL, evaluate(SMALL, {**known, **dict(zip(open_, one, strict=True))})
            )
        )
        for one in itertools.product(*(every_answer(SMALL.items[key]) for key in open_))
    ]
    spans = [(min(one), max(one)) for one in zip(*completions, strict=True)]
    reached = list(
        zip([s[0] for s in spans[::2]], [s[1] for s in spans[::2]], strict=True)
    )
    assert reached == ends(SMALL, found)


def fill(link_ids: list[str]) -> list[tuple[str, Given]]:
    return [(link_id, every_answer(SMALL.items[link_id])[0]) for link_id in link_ids]


@both
@given(data=st.data())
def test_an_unused_answer_changes_nothing(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = evaluate(questionnaire, person)
    for link_id in found.unused:
        other = data.draw(given_to(questionnaire.items[link_id]))
        changed = evaluate(questionnaire, {**person, link_id: other})
        # A danger that does not count changes facts and lines, but no placement.
        assert changed.placements == found.placements
        assert changed.ratings == found.ratings
        assert changed.rules == found.rules
        assert changed.unknown == found.unknown


@both
@given(data=st.data())
def test_the_same_answers_in_any_order_give_the_same(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    shuffled: Mapping[str, Answer] = dict(
        data.draw(st.permutations(list(person.items())))
    )
    assert evaluate(questionnaire, shuffled) == evaluate(questionnaire, person)


@both
@given(data=st.data())
def test_a_red_flag_is_never_talked_down(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(people(questionnaire))
    found = evaluate(questionnaire, person)
    for holding in found.red_flags:
        ladder = questionnaire.ladders[holding.rule.ladder]
        placed = found.placements[ladder.id]
        assert ladder.index[placed.low] >= ladder.index[holding.rule.rung]
