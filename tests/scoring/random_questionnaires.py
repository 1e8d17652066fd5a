"""Random questionnaires: every kind of item, gates, scales and rules; valid ones."""

from hypothesis import strategies as st

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Is,
    Item,
    OnRung,
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

KINDS = ["choice", "choice", "choices", "choices", "number", "loose", "ticks", "text"]


@st.composite
def questionnaires(draw: st.DrawFn, most: int = 8) -> Questionnaire:
    """A questionnaire of 2 to 8 items, or so, that the loader would accept."""
    items: list[Item] = []
    for place in range(draw(st.integers(2, most))):
        items.append(draw(_items(f"q{place}", items)))
    return questionnaire(
        *items,
        rules=draw(st.lists(_rules(), min_size=1, max_size=8, unique_by=_id)),
        scales=draw(_scales(items)),
        alternatives=[
            line(f"line{n}", condition)
            for n, condition in enumerate(draw(st.lists(_tested(items), max_size=4)))
        ],
    )


def _tested(items: list[Item]) -> st.SearchStrategy[Condition | None]:
    """Conditions that a line can have: on any answer, and on rungs."""
    leaves = [one for item in items for one in _all_leaves(item)] + [_on_rung(1, 2)]
    leaf = st.sampled_from([*leaves, _on_rung(0, 1), _on_rung(2, 3)])
    two = st.tuples(leaf, leaf)
    return (
        st.none()
        | leaf
        | two.map(lambda both: AnyOf(any=both))
        | two.map(lambda both: AllOf(all=both))
    )


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


def _on_rung(low: int, high: int) -> Condition:
    return OnRung(ladder="level", from_=f"r{low}", to=f"r{high}")


def _id(one: Rule) -> str:
    return one.id


@st.composite
def _items(draw: st.DrawFn, link_id: str, earlier: list[Item]) -> Item:
    kind = draw(st.sampled_from(KINDS))
    moving = kind in ("choice", "choices", "number")
    may = [_leaves(one) for one in earlier if is_ordered(one) or not moving]
    gates = [leaf for leaf in may if leaf is not None]
    gate = draw(st.none() | _gates(gates) | _gates(gates)) if gates else None
    rates = draw(_chains())
    match kind:
        case "choice":
            scores = draw(st.sampled_from([None, range(len(rates)), range(len(rates))]))
            return choice(link_id, *rates, gate=gate, scores=scores)
        case "choices":
            ticks = draw(st.permutations(rates))[:3]
            return choices(link_id, *ticks, gate=gate, none=draw(st.booleans()))
        case "number":
            return draw(_numbers(link_id, rates, gate))
        case "loose":
            return choice(link_id, {}, {}, gate=gate, ordered=False)
        case "ticks":
            none = draw(st.booleans())
            return choices(link_id, {}, {}, gate=gate, ordered=False, none=none)
        case _:
            return text(link_id, gate)


@st.composite
def _chains(draw: st.DrawFn) -> list[Rates]:
    """Ratings of 2 to 4 options, each at least as high as the one before."""
    steps = draw(st.integers(2, 4))
    rising = {
        on: sorted(draw(st.tuples(*[st.integers(0, 4)] * steps)))
        for on in draw(st.sets(st.sampled_from(DIMENSIONS), max_size=2))
    }
    return [
        {on: ratings[step] for on, ratings in sorted(rising.items()) if ratings[step]}
        for step in range(steps)
    ]


@st.composite
def _numbers(
    draw: st.DrawFn, link_id: str, rates: list[Rates], gate: Condition | None
) -> Item:
    """Bands of three numbers each, listed by gravity and not by number."""
    starts = draw(st.permutations([3 * place for place in range(len(rates))]))
    bands = [(start, start + 2, one) for start, one in zip(starts, rates, strict=True)]
    return number(link_id, *bands, gate=gate)


def _leaves(item: Item) -> st.SearchStrategy[Condition] | None:
    """Conditions that an item can open others by."""
    if isinstance(item, ChoicesItem):
        codes = [one.code for one in item.option if not one.exclusive]
        return st.sampled_from([Ticked(item=item.link_id, ticked=c) for c in codes])
    if not is_ordered(item):
        return None
    codes = [one.code for one in rated_answers(item)]
    return st.sampled_from([AtLeast(item=item.link_id, at_least=c) for c in codes])


def _gates(
    leaves: list[st.SearchStrategy[Condition]],
) -> st.SearchStrategy[Condition]:
    leaf = st.one_of(leaves)
    two = st.tuples(leaf, leaf)
    return (
        leaf
        | leaf
        | two.map(lambda both: AnyOf(any=both))
        | two.map(lambda both: AllOf(all=both))
        | two.map(lambda both: AllOf(all=(AnyOf(any=both), both[0])))
    )


@st.composite
def _rules(draw: st.DrawFn) -> Rule:
    ladder = draw(st.sampled_from(list(LADDERS)))
    rung = draw(st.integers(1, LADDERS[ladder] - 1))
    on = draw(st.sets(st.sampled_from(DIMENSIONS), min_size=1))
    return rule(ladder, rung, **{one: draw(st.integers(1, 4)) for one in sorted(on)})


@st.composite
def _scales(draw: st.DrawFn, items: list[Item]) -> list[Scale]:
    scored = [
        item.link_id
        for item in items
        if isinstance(item, ChoiceItem) and item.option[0].score is not None
    ]
    if not scored:
        return []
    top = draw(st.integers(1, 4))
    bands: dict[int, Rates] = {0: {}, draw(st.integers(1, 5)): {"x": top}}
    return [scale(*scored, bands=bands, whole=draw(st.booleans()))]
