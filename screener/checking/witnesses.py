"""People for whom a condition holds, or does not."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial, reduce
from itertools import product
from types import MappingProxyType
from typing import TypeAlias

from screener.checking.minimal_assignments import Places
from screener.checking.space import Space
from screener.checking.witness import Someone
from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoicesItem,
    Condition,
    HasFact,
    Is,
    OnRung,
    OnTotal,
    Questionnaire,
    Ticked,
    Unticked,
    rated_answers,
)
from screener.model.condition import Leaf
from screener.scoring import exclusive_option
from screener.scoring.circuit import Facts

_Ways: TypeAlias = tuple[tuple[Leaf, ...], ...]
"""Leaves that are enough together, in each way that there is."""


def people_for(
    space: Space,
    condition: Condition,
    also: Facts = 0,
    start: Places = MappingProxyType({}),
) -> Iterator[Someone]:
    """Yield people among whom is one for whom a condition holds, if there is any.

    What the condition asks to be there is there in the least way. So what it asks to
    be missing, or no higher than some rung, is as far from there as it can be.

    Args:
        space: All answer sets.
        condition: The condition of a line.
        also: Facts that hold for them as well, such as what a rule needs.
        start: What they answer in any case.
    """
    for leaves in _alternatives(condition):
        given = dict(start)
        for leaf in leaves:
            for n, place in _step(space, leaf):
                given[n] = max(place, given.get(n, 0))
        loose = {leaf.item: leaf.is_ for leaf in leaves if isinstance(leaf, Is)}
        facts = frozenset(one.fact for one in leaves if isinstance(one, HasFact))
        for parts in product(*(_needs(space, leaf) for leaf in leaves)):
            needs = also
            for part in parts:
                needs |= part
            for places in space.minimal(needs, start=given):
                yield Someone(space, places, loose, facts)


def negated(questionnaire: Questionnaire, condition: Condition) -> Condition | None:
    """The condition that holds where this one does not; `None` where it always holds.

    Args:
        questionnaire: What it is written in.
        condition: A condition on answers and rungs.
    """
    if isinstance(condition, AnyOf | AllOf):
        is_any = isinstance(condition, AnyOf)
        parts = condition.any if isinstance(condition, AnyOf) else condition.all
        contraries = [negated(questionnaire, part) for part in parts]
        some = tuple(one for one in contraries if one is not None)
        if is_any:
            return AllOf(all=some) if len(some) == len(contraries) else None
        return AnyOf(any=some) if some else None
    others = tuple(_contraries(questionnaire, condition))
    return AnyOf(any=others) if others else None


def spelled_out(questionnaire: Questionnaire, condition: Condition) -> Condition:
    """The same condition with all that it hangs on named.

    An answer is there only where its question is open, so what opens it comes along.
    "None of these" is ticked where nothing else is: so the other ticks stand for it.

    Args:
        questionnaire: What it is written in.
        condition: A condition on answers and rungs, of which every open question has
            an answer.
    """
    spelled = partial(spelled_out, questionnaire)
    if isinstance(condition, AnyOf):
        return AnyOf(any=tuple(map(spelled, condition.any)))
    if isinstance(condition, AllOf):
        return AllOf(all=tuple(map(spelled, condition.all)))
    if isinstance(condition, OnRung | OnTotal | HasFact):
        return condition
    leaf: Condition = condition
    if isinstance(condition, Ticked | Unticked):
        leaf = _by_other_ticks(questionnaire, condition)
    gate = questionnaire.items[condition.item].enable_when
    return leaf if gate is None else AllOf(all=(spelled(gate), leaf))


def assuming(
    condition: Condition, truth: Callable[[Leaf], bool | None]
) -> Condition | bool:
    """What is left of a condition once some of its leaves are known.

    Args:
        condition: A condition on answers and rungs.
        truth: Tells whether a leaf holds; `None` where that is not known.
    """
    if isinstance(condition, AnyOf | AllOf):
        decides = isinstance(condition, AnyOf)
        parts = condition.any if isinstance(condition, AnyOf) else condition.all
        rest = [assuming(part, truth) for part in parts]
        if decides in rest:
            return decides
        kept = tuple(part for part in rest if not isinstance(part, bool))
        if not kept:
            return not decides
        return AnyOf(any=kept) if decides else AllOf(all=kept)
    known = truth(condition)
    return condition if known is None else known


def _by_other_ticks(questionnaire: Questionnaire, leaf: Ticked | Unticked) -> Condition:
    item = questionnaire.items[leaf.item]
    none = exclusive_option(item) if isinstance(item, ChoicesItem) else None
    if none is None:
        return leaf
    codes = [one.code for one in rated_answers(item) if one.code != none.code]
    if isinstance(leaf, Ticked) and leaf.ticked == none.code:
        return AllOf(all=tuple(Unticked(item=leaf.item, unticked=c) for c in codes))
    if isinstance(leaf, Unticked) and leaf.unticked == none.code:
        return AnyOf(any=tuple(Ticked(item=leaf.item, ticked=c) for c in codes))
    return leaf


def _contraries(questionnaire: Questionnaire, leaf: Leaf) -> Iterator[Leaf]:
    if isinstance(leaf, OnRung):
        yield from _other_rungs(questionnaire, leaf)
    elif isinstance(leaf, OnTotal):
        yield from _other_totals(leaf)
    elif isinstance(leaf, HasFact):
        # Nothing is known of anyone in the space unless a condition asks for it.
        yield OnRung(ladder=questionnaire.ladder[0].id)
    elif isinstance(leaf, Ticked):
        yield Unticked(item=leaf.item, unticked=leaf.ticked)
    elif isinstance(leaf, Unticked):
        yield Ticked(item=leaf.item, ticked=leaf.unticked)
    else:
        codes = [step.code for step in rated_answers(questionnaire.items[leaf.item])]
        if isinstance(leaf, AtLeast):
            others = codes[: codes.index(leaf.at_least)]
        else:
            others = [code for code in codes if code != leaf.is_]
        for code in others:
            yield Is(item=leaf.item, is_=code)


def _other_rungs(questionnaire: Questionnaire, leaf: OnRung) -> Iterator[OnRung]:
    ladder = questionnaire.ladders[leaf.ladder]
    rungs = [rung.id for rung in ladder.rung]
    low, high = _span(questionnaire, leaf)
    if low > 0:
        yield OnRung(ladder=ladder.id, from_=None, to=rungs[low - 1])
    if high < len(rungs) - 1:
        yield OnRung(ladder=ladder.id, from_=rungs[high + 1], to=None)


def _other_totals(leaf: OnTotal) -> Iterator[OnTotal]:
    if leaf.from_:
        yield OnTotal(scale=leaf.scale, from_=None, to=leaf.from_ - 1)
    if leaf.to is not None:
        yield OnTotal(scale=leaf.scale, from_=leaf.to + 1, to=None)


def _span(questionnaire: Questionnaire, leaf: OnRung) -> tuple[int, int]:
    index = questionnaire.ladders[leaf.ladder].index
    low = index[leaf.from_] if leaf.from_ else 0
    return low, index[leaf.to] if leaf.to else len(index) - 1


def _alternatives(condition: Condition) -> _Ways:
    """The leaves that make a condition hold; no way needs all of another and more."""
    if isinstance(condition, AnyOf):
        parts = (_alternatives(part) for part in condition.any)
        return _fewest(way for part in parts for way in part)
    if isinstance(condition, AllOf):
        return reduce(_both, (_alternatives(part) for part in condition.all))
    return ((condition,),)


def _both(one: _Ways, other: _Ways) -> _Ways:
    joined = ((*here, *there) for here, there in product(one, other))
    return _fewest(tuple(dict.fromkeys(way)) for way in joined)


def _fewest(ways: Iterable[tuple[Leaf, ...]]) -> _Ways:
    """Without a way that holds all of another: who goes it goes the other too."""
    numbers: dict[Leaf, int] = {}  # to compare numbers takes less than to hash records
    kept: dict[frozenset[int], tuple[Leaf, ...]] = {}
    for way in sorted(ways, key=len):
        own = frozenset(numbers.setdefault(leaf, len(numbers)) for leaf in way)
        if not any(one <= own for one in kept):
            kept[own] = way
    return tuple(kept.values())


def _step(space: Space, leaf: Leaf) -> Iterator[tuple[int, int]]:
    """The place on an axis that a leaf asks for."""
    if isinstance(leaf, OnRung | OnTotal | HasFact):
        return
    for n in space.circuit.axes_of.get(leaf.item, ()):
        axis = space.circuit.axes[n]
        match leaf:
            case AtLeast(at_least=code) | Is(is_=code):
                yield n, axis.codes.index(code)
            case Ticked(ticked=axis.tick):
                yield n, 1


def _needs(space: Space, leaf: Leaf) -> tuple[Facts, ...]:
    """The facts that a leaf asks for, in each way: open questions, rules, a total."""
    if isinstance(leaf, HasFact):
        return (0,)
    if isinstance(leaf, OnTotal):
        reached = space.total_at_least(leaf.scale, leaf.from_ or 0)
        return () if reached is None else (reached,)
    if not isinstance(leaf, OnRung):
        return space.circuit.gates[leaf.item]
    low, high = _span(space.questionnaire, leaf)
    if not low:
        return (0,)
    number = list(space.questionnaire.ladders).index(leaf.ladder)
    wires = space.circuit.ladders[number]
    return tuple(wire.needs for wire in wires if low <= wire.rung <= high)
