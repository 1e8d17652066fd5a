"""Random questionnaires: every kind of item, gates, scales and rules; valid ones."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Condition,
    End,
    Is,
    Item,
    OnRung,
    OnTotal,
    Questionnaire,
    Rates,
    Rule,
    Scale,
    Ticked,
    Unticked,
    is_ordered,
    rated_answers,
)
from tests.scoring.building import (
    DIMENSIONS,
    LADDERS,
    choice,
    choices,
    line,
    number,
    questionnaire,
    rule,
    scale,
    text,
)

T = TypeVar("T")

# Strategies that hang on nothing are made once: to make one takes longer than to draw.

KINDS = st.sampled_from(
    ["choice", "choice", "choices", "choices", "number", "loose", "ticks", "text"]
)
DEGREES = st.integers(0, 4)
RATINGS = st.integers(1, 4)
FIRST_SCORES = st.sampled_from([None, 0, 0, 1, 2])
"""The score of the mildest option; some instruments count from 1."""
TICK_SCORES = st.one_of(
    st.none(), st.lists(st.sampled_from([0, 1, 1, 2]), min_size=3, max_size=3)
)
"""The scores of the ticks of an item; `None` where no scale counts them."""
TOTALS = st.tuples(st.integers(0, 6), st.integers(0, 6))
ENDS = st.sampled_from(End)
AT_MOST_TWO = st.sets(st.sampled_from(DIMENSIONS), max_size=2)
AT_LEAST_ONE = st.sets(st.sampled_from(DIMENSIONS), min_size=1)
ORDERS = {most: st.permutations(range(most)) for most in range(2, 5)}


@st.composite
def _rules(draw: st.DrawFn) -> Rule:
    ladder = _one_of(draw, list(LADDERS))
    rung = draw(st.integers(1, LADDERS[ladder] - 1))
    return rule(
        ladder, rung, **{on: draw(RATINGS) for on in sorted(draw(AT_LEAST_ONE))}
    )


RULES = st.lists(_rules(), min_size=1, max_size=8, unique_by=lambda one: one.id)


def _one_of(draw: st.DrawFn, these: Sequence[T]) -> T:
    return these[draw(st.integers(0, len(these) - 1))]


@st.composite
def questionnaires(draw: st.DrawFn, most: int = 8) -> Questionnaire:
    """A questionnaire of 2 to 8 items, or so, that the loader would accept."""
    items: list[Item] = []
    for place in range(draw(st.integers(2, most))):
        items.append(_item(draw, f"q{place}", items))
    rules, scales = draw(RULES), _scales(draw, items)
    return questionnaire(
        *items,
        rules=rules,
        scales=scales,
        alternatives=[
            line(f"line{n}", a_condition(draw, items, scales))
            for n in range(draw(st.integers(0, 4)))
        ],
    )


def a_condition(
    draw: st.DrawFn, items: list[Item], scales: Sequence[Scale]
) -> Condition | None:
    """A condition that a line can have: on any answer, on rungs and on totals."""
    leaves = [one for item in items for one in _all_leaves(item)]
    leaves += [_on_rung(1, 2), _on_rung(0, 1), _on_rung(2, 3, End.HIGH)]
    leaves += [_on_total(draw, scale) for scale in scales for _ in range(4)]
    shape = draw(st.integers(0, 3))
    if shape == 0:
        return None
    one = _one_of(draw, leaves)
    if shape == 1:
        return one
    both = (one, _one_of(draw, leaves))
    return AnyOf(any=both) if shape == 2 else AllOf(all=both)


def _all_leaves(item: Item) -> list[Condition]:
    codes = [one.code for one in rated_answers(item)]
    if isinstance(item, ChoicesItem):
        ticked = [Ticked(item=item.link_id, ticked=code) for code in codes]
        return [*ticked, *(Unticked(item=item.link_id, unticked=c) for c in codes)]
    reached: list[Condition] = []
    if is_ordered(item):
        reached = [AtLeast(item=item.link_id, at_least=code) for code in codes]
    if isinstance(item, ChoiceItem):
        return [*reached, *(Is(item=item.link_id, is_=code) for code in codes)]
    return reached


def _on_rung(low: int, high: int, end: End = End.LOW) -> Condition:
    return OnRung(ladder="level", from_=f"r{low}", to=f"r{high}", end=end)


def _on_total(draw: st.DrawFn, scale: Scale) -> Condition:
    """Totals from some number on, up to some number, or between two."""
    low, high = sorted(draw(TOTALS))
    end = draw(ENDS)
    match draw(st.integers(0, 2)):
        case 0:
            return OnTotal(scale=scale.id, from_=low, end=end)
        case 1:
            return OnTotal(scale=scale.id, to=high, end=end)
        case _:
            return OnTotal(scale=scale.id, from_=low, to=high, end=end)


def _item(draw: st.DrawFn, link_id: str, earlier: list[Item]) -> Item:
    kind = draw(KINDS)
    moving = kind in ("choice", "choices", "number")
    may = [leaves_of(one) for one in earlier if is_ordered(one) or not moving]
    gate = gate_of(draw, [leaves for leaves in may if leaves])
    rates = _chain(draw)
    match kind:
        case "choice":
            first = draw(FIRST_SCORES)
            scores = None if first is None else range(first, first + len(rates))
            return choice(link_id, *rates, gate=gate, scores=scores)
        case "choices":
            ticks = [rates[place] for place in draw(ORDERS[len(rates)])][:3]
            none, tick_scores = draw(st.booleans()), draw(TICK_SCORES)
            return choices(link_id, *ticks, gate=gate, none=none, scores=tick_scores)
        case "number":
            return _number(draw, link_id, rates, gate)
        case "loose":
            return choice(link_id, {}, {}, gate=gate, ordered=False)
        case "ticks":
            none = draw(st.booleans())
            return choices(link_id, {}, {}, gate=gate, ordered=False, none=none)
        case _:
            return text(link_id, gate)


def _chain(draw: st.DrawFn) -> list[Rates]:
    """Ratings of 2 to 4 options, each at least as high as the one before."""
    steps = draw(st.integers(2, 4))
    rising = {
        on: sorted(draw(DEGREES) for _ in range(steps)) for on in draw(AT_MOST_TWO)
    }
    return [
        {on: ratings[step] for on, ratings in sorted(rising.items()) if ratings[step]}
        for step in range(steps)
    ]


def _number(
    draw: st.DrawFn, link_id: str, rates: list[Rates], gate: Condition | None
) -> Item:
    """Bands of three numbers each, listed by gravity and not by number."""
    starts = [3 * place for place in draw(ORDERS[len(rates)])]
    bands = [(start, start + 2, one) for start, one in zip(starts, rates, strict=True)]
    return number(link_id, *bands, gate=gate)


def leaves_of(item: Item) -> list[Condition]:
    """Conditions that an item can open others by."""
    if isinstance(item, ChoicesItem):
        codes = [one.code for one in item.option if not one.exclusive]
        return [Ticked(item=item.link_id, ticked=code) for code in codes]
    if not is_ordered(item):
        return []
    codes = [one.code for one in rated_answers(item)]
    return [AtLeast(item=item.link_id, at_least=code) for code in codes]


def gate_of(draw: st.DrawFn, leaves: list[list[Condition]]) -> Condition | None:
    """Of the leaves of each item one or two, or nothing: for a third of the items."""
    if not leaves or draw(st.integers(0, 2)) == 0:
        return None
    shape = draw(st.integers(0, 4))
    one = _one_of(draw, _one_of(draw, leaves))
    if shape < 2:
        return one
    both = (one, _one_of(draw, _one_of(draw, leaves)))
    match shape:
        case 2:
            return AnyOf(any=both)
        case 3:
            return AllOf(all=both)
        case _:
            return AllOf(all=(AnyOf(any=both), one))


def _scales(draw: st.DrawFn, items: list[Item]) -> list[Scale]:
    scored = [
        item.link_id
        for item in items
        if isinstance(item, ChoiceItem | ChoicesItem)
        and item.option[0].score is not None
    ]
    if not scored:
        return []
    lowest = sum(
        item.option[0].score or 0
        for item in items
        if isinstance(item, ChoiceItem) and item.enable_when is None
    )
    first = draw(st.sampled_from([0, lowest]))
    second = lowest + draw(st.integers(1, 5))
    bands: dict[int, Rates] = {first: {}, second: {"x": draw(RATINGS)}}
    return [scale(*scored, bands=bands, whole=draw(st.booleans()))]
