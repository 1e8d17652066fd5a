"""Everyone who can answer two versions, placed by both: the plainest comparison.

It tries all answer sets, and shares no code with `screener.checking`.
"""

import itertools
from collections.abc import Iterator
from functools import partial

from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Questionnaire,
    is_ordered,
)
from screener.scoring.compiler import circuit_of
from tests.scoring.oracle import placement_of

Person = tuple[dict[str, Given], dict[str, Given]]
"""What someone says to the old version, and to the new one."""

Gravity = tuple[int, ...]
"""How grave each answer is in each version."""

MOST = 500
"""The most answer sets that are tried."""


def everyone(old: Questionnaire, new: Questionnaire) -> Iterator[Person]:
    """All people, with what they say to each version."""
    questions = list(_questions(old, new))
    for said in itertools.product(*(_all_said(*pair) for pair in questions)):
        yield _heard(old, questions, said, 0), _heard(new, questions, said, 1)


def count(old: Questionnaire, new: Questionnaire) -> int:
    """How many people `everyone` yields."""
    product = 1
    for pair in _questions(old, new):
        product *= len(_all_said(*pair))
    return product


def moved(
    old: Questionnaire, new: Questionnaire, person: Person
) -> dict[str, tuple[str, str]]:
    """The two rungs of someone who is placed differently, by ladder."""
    before, after = map(_rungs, (old, new), person)
    return {
        ladder: (rung, after[ladder])
        for ladder, rung in before.items()
        if ladder in after and after[ladder] != rung
    }


def _rungs(version: Questionnaire, answers: dict[str, Given]) -> dict[str, str]:
    placed = placement_of(version, answers)
    return {one.id: one.rung[placed[one.id]].id for one in version.ladder}


def gravity(old: Questionnaire, new: Questionnaire, person: Person) -> Gravity:
    """How grave a person's answers are in both versions, question by question.

    Questions that move no ladder of either version have no gravity.
    """
    movers = circuit_of(old).movers | circuit_of(new).movers
    return tuple(
        place
        for version, answers in zip((old, new), person, strict=True)
        for item in version.item
        if item.link_id in movers
        for place in _places(item, answers.get(item.link_id))
    )


def is_below(one: Gravity, other: Gravity) -> bool:
    """Whether one is milder than another, and not as grave anywhere."""
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def _questions(
    old: Questionnaire, new: Questionnaire
) -> Iterator[tuple[Item | None, Item | None]]:
    ids = dict.fromkeys(item.link_id for item in (*old.item, *new.item))
    for link_id in ids:
        one, other = (
            next((item for item in version.item if item.link_id == link_id), None)
            for version in (old, new)
        )
        if one and other and type(one) is not type(other):
            yield one, None
            yield None, other
        else:
            yield one, other


def _all_said(old: Item | None, new: Item | None) -> list[Given]:
    both = [item for item in (old, new) if item is not None and is_ordered(item)]
    said: dict[Given, None] = {}
    for item in both:
        if isinstance(item, ChoiceItem):
            said |= dict.fromkeys(option.code for option in item.option)
        if isinstance(item, NumberItem):
            numbers = [n for band in item.band for n in (band.from_, band.to)]
            said |= dict.fromkeys(sorted(numbers))
    ticks = sorted({code for item in both for code in _ticks(item)})
    for size in range(len(ticks) + 1) if ticks else ():
        said |= dict.fromkeys(itertools.combinations(ticks, size))
    return list(said) or [""]


def _heard(
    version: Questionnaire,
    questions: list[tuple[Item | None, Item | None]],
    said: tuple[Given, ...],
    side: int,
) -> dict[str, Given]:
    pairs = zip(questions, said, strict=True)
    told = {pair[side].link_id: one for pair, one in pairs if pair[side]}  # type: ignore[union-attr]
    return {item.link_id: _known(item, told[item.link_id]) for item in version.item}


def _known(item: Item, said: Given) -> Given:
    """What an item takes an answer for: the mildest, if it does not know it."""
    if isinstance(item, ChoiceItem):
        codes = [option.code for option in item.option]
        return said if said in codes else codes[0]
    if isinstance(item, NumberItem):
        known = isinstance(said, int) and item.minimum <= said <= item.maximum
        return said if known else item.band[0].from_
    if isinstance(item, ChoicesItem):
        ticks = said if isinstance(said, tuple) else ()
        return tuple(code for code in _ticks(item) if code in ticks)
    return said


def _ticks(item: Item) -> list[str]:
    if not isinstance(item, ChoicesItem):
        return []
    return [option.code for option in item.option if not option.exclusive]


def _places(item: Item, answer: Given | None) -> tuple[int, ...]:
    if not is_ordered(item) or answer is None:
        return ()
    if isinstance(item, ChoiceItem):
        return ([option.code for option in item.option].index(str(answer)),)
    if isinstance(item, NumberItem):
        here = partial(_is_in, answer)
        return tuple(n for n, band in enumerate(item.band) if here(band.from_, band.to))
    ticks = answer if isinstance(answer, tuple) else ()
    return tuple(int(code in ticks) for code in _ticks(item))


def _is_in(number: Given, low: int, high: int) -> bool:
    return isinstance(number, int) and low <= number <= high
