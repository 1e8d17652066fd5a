"""What must hold for everyone on any questionnaire: placement is monotone and exact."""

import math
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from screener.catalog.condition_rules import check_gates
from screener.catalog.guidance_rules import check_guidance, check_head
from screener.catalog.item_rules import check_items
from screener.catalog.validation_context import Draft
from screener.model import (
    Answer,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    Option,
    Questionnaire,
    QuestionnaireHead,
    Scale,
    TextItem,
    Unknown,
    is_ordered,
)
from screener.scoring import Recommendation, enable, evaluate
from screener.scoring import given as given_to_item
from tests.scoring import building
from tests.scoring.oracle import placement_of, ratings_of
from tests.scoring.people import Person, every_answer, given_to, people, worse
from tests.scoring.random_questionnaires import questionnaires

MOST_COMPLETIONS = 250
EVERYONE = st.data()


class Visit(NamedTuple):
    """A questionnaire and a person who answered some of it."""

    questionnaire: Questionnaire
    person: Person


BEHIND_A_CLOSED_GATE = Visit(
    building.questionnaire(
        building.choice("gate", {}, {}),
        building.choice(
            "scored", {}, {}, gate=AtLeast(item="gate", at_least="o1"), scores=(0, 1)
        ),
        rules=[building.rule("level", 1, x=1)],
        scales=[building.scale("scored", bands={0: {}, 1: {"x": 1}}, whole=True)],
    ),
    {"gate": "o0"},
)
"""All is known, and yet nothing is added up: no question of the scale is asked."""


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    questionnaire = draw(questionnaires())
    return Visit(questionnaire, draw(people(questionnaire)))


@st.composite
def visits_nearly_done(draw: st.DrawFn) -> Visit:
    """With so few answers open that all completions can be tried."""
    questionnaire, person = draw(visits())
    while completions(questionnaire, person) > MOST_COMPLETIONS:
        item = next(
            item
            for item in questionnaire.item
            if given_to_item(item, person.get(item.link_id)) is None
        )
        person = {**person, item.link_id: draw(st.sampled_from(every_answer(item)))}
    return Visit(questionnaire, person)


def choices_left(visit: Visit) -> dict[str, list[Given]]:
    """Every answer to each question, or the one that was given."""
    return {
        link_id: every_answer(item) if answer is None else [answer]
        for link_id, item in visit.questionnaire.items.items()
        for answer in [given_to_item(item, visit.person.get(link_id))]
    }


def completions(questionnaire: Questionnaire, person: Person) -> int:
    visit = Visit(questionnaire, person)
    return math.prod(len(one) for one in choices_left(visit).values())


def all_completions(visit: Visit) -> Iterator[dict[str, Given]]:
    left = choices_left(visit)
    for answers in product(*left.values()):
        yield dict(zip(left, answers, strict=True))


def spans(questionnaire: Questionnaire, found: Recommendation) -> dict[str, range]:
    """The range on every ladder and every dimension, as numbers from the mildest."""
    ladders = {
        id: range(ladder.index[placed.low], ladder.index[placed.high] + 1)
        for id, ladder in questionnaire.ladders.items()
        for placed in [found.placements[id]]
    }
    ratings = {id: range(one.low, one.high + 1) for id, one in found.ratings.items()}
    return {**ladders, **ratings}


def exact(questionnaire: Questionnaire, whole: Mapping[str, Given]) -> dict[str, int]:
    """Where a person stands whose every answer is known, told without the engine."""
    return {**placement_of(questionnaire, whole), **ratings_of(questionnaire, whole)}


@given(questionnaire=questionnaires())
def test_the_random_questionnaires_are_ones_that_load(
    questionnaire: Questionnaire,
) -> None:
    draft = Draft(
        QuestionnaireHead(
            **{
                key: getattr(questionnaire, key)
                for key in QuestionnaireHead.__dataclass_fields__
            }
        ),
        questionnaire.item,
        questionnaire.guidance,
        questionnaire.source,
        dict.fromkeys(questionnaire.items, "items-all.toml"),
    )
    for check in (check_head, check_items, check_gates, check_guidance):
        check(draft)
    assert draft.problems == []


@given(visit=visits())
def test_a_worse_answer_never_lowers_a_ladder(visit: Visit) -> None:
    questionnaire, person = visit
    before = spans(questionnaire, evaluate(questionnaire, person))
    for link_id, answer in person.items():
        item = questionnaire.items[link_id]
        if isinstance(answer, Unknown) or not is_ordered(item):
            continue
        for graver in worse(item, answer):
            changed = evaluate(questionnaire, {**person, link_id: graver})
            for id, after in spans(questionnaire, changed).items():
                assert after[0] >= before[id][0]
                assert after[-1] >= before[id][-1]


@given(visit=visits())
def test_dropping_an_answer_widens_every_range_or_leaves_it(visit: Visit) -> None:
    questionnaire, person = visit
    before = spans(questionnaire, evaluate(questionnaire, person))
    for link_id in person:
        fewer = {key: one for key, one in person.items() if key != link_id}
        after = spans(questionnaire, evaluate(questionnaire, fewer))
        assert all(set(before[id]) <= set(after[id]) for id in before)


@given(visit=visits_nearly_done())
def test_the_range_is_exactly_what_the_completions_span(visit: Visit) -> None:
    questionnaire, person = visit
    found = spans(questionnaire, evaluate(questionnaire, person))
    reached = [exact(questionnaire, whole) for whole in all_completions(visit)]
    for id, span in found.items():
        places = [one[id] for one in reached]
        assert (min(places), max(places)) == (span[0], span[-1])


@given(visit=visits_nearly_done())
def test_what_is_open_and_unused_is_what_some_or_no_completion_asks(
    visit: Visit,
) -> None:
    questionnaire, person = visit
    found = evaluate(questionnaire, person)
    asked = {
        link_id
        for whole in all_completions(visit)
        for link_id in enable(questionnaire, whole).enabled
    }
    known = {
        link_id
        for link_id, item in questionnaire.items.items()
        if given_to_item(item, person.get(link_id)) is not None
    }
    words = {item.link_id for item in questionnaire.item if isinstance(item, TextItem)}
    assert set(found.unknown) == asked - known - words
    assert set(found.unused) == known - asked


def total(
    questionnaire: Questionnaire, scale: Scale, whole: Mapping[str, Given]
) -> int | None:
    """What the options add up to; none of a whole scale that is asked in part."""
    found = enable(questionnaire, whole)
    if scale.whole and not set(scale.items) <= set(found.enabled):
        return None
    return sum(
        option.score or 0
        for link_id in scale.items
        for option in options_of(questionnaire.items[link_id])
        if is_given(option, found.counted.get(link_id))
    )


def options_of(item: Item) -> tuple[Option, ...]:
    return item.option if isinstance(item, ChoiceItem | ChoicesItem) else ()


def is_given(option: Option, answer: Given | None) -> bool:
    return option.code in answer if isinstance(answer, tuple) else option.code == answer


@given(visit=visits_nearly_done())
@example(visit=BEHIND_A_CLOSED_GATE)
def test_a_score_is_shown_when_every_completion_has_it(visit: Visit) -> None:
    questionnaire, person = visit
    found = evaluate(questionnaire, person)
    for scale, shown in zip(questionnaire.scale, found.scales, strict=True):
        totals = {
            total(questionnaire, scale, whole) for whole in all_completions(visit)
        }
        if shown.score is not None:
            assert totals == {shown.score}
        elif not set(scale.items) & set(found.unknown):
            assert totals == {None} or len(totals) > 1


@given(visit=visits())
def test_the_rules_that_hold_are_those_that_give_the_rung(visit: Visit) -> None:
    questionnaire, person = visit
    found = evaluate(questionnaire, person)
    for id, ladder in questionnaire.ladders.items():
        rules = [one.rule for one in found.rules if one.rule.ladder == id]
        more = [rule for rule in found.possible_rules if rule.ladder == id]
        low = max([0, *(ladder.index[rule.rung] for rule in rules)])
        high = max([low, *(ladder.index[rule.rung] for rule in more)])
        placed = found.placements[id]
        assert (ladder.index[placed.rung], ladder.index[placed.low]) == (low, low)
        assert ladder.index[placed.high] == high


@given(visit=visits())
def test_reasons_rest_on_the_persons_own_answers(visit: Visit) -> None:
    questionnaire, person = visit
    found = evaluate(questionnaire, person)
    members = {scale.id: scale.items for scale in questionnaire.scale}
    # A random gate may always be open, and the least score beyond it be enough.
    of_everyone = {holding.rule.id for holding in evaluate(questionnaire, {}).rules}
    for holding in found.rules:
        if holding.rule.id in of_everyone:
            continue
        for one in holding.evidence:
            said = [person.get(key) for key in members.get(one.link_id, (one.link_id,))]
            # Of a scale, what is answered may be enough for a band.
            assert any(not isinstance(answer, Unknown | None) for answer in said)


@given(visit=visits(), data=EVERYONE)
def test_an_unused_answer_changes_nothing(visit: Visit, data: st.DataObject) -> None:
    questionnaire, person = visit
    found = evaluate(questionnaire, person)
    for link_id in found.unused:
        other = data.draw(given_to(questionnaire.items[link_id]))
        if given_to_item(questionnaire.items[link_id], other) is not None:
            changed = evaluate(questionnaire, {**person, link_id: other})
            assert changed == found


@given(visit=visits(), data=EVERYONE)
def test_only_the_answers_matter_and_they_are_left_alone(
    visit: Visit, data: st.DataObject
) -> None:
    questionnaire, person = visit
    before = dict(person)
    found = evaluate(questionnaire, person)
    shuffled: dict[str, Answer] = dict(data.draw(st.permutations(list(person.items()))))
    assert evaluate(questionnaire, shuffled) == found
    silent = {key: one for key, one in person.items() if not isinstance(one, Unknown)}
    assert evaluate(questionnaire, silent) == found
    assert person == before
