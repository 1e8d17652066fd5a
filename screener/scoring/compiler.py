"""Wires a questionnaire: from its records to a circuit of facts."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import product
from operator import or_
from typing import TypeAlias

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Given,
    Item,
    Ladder,
    NumberItem,
    Option,
    Questionnaire,
    Rates,
    Scale,
    Ticked,
    is_ordered,
    leaves,
    rated_answers,
)
from screener.scoring.circuit import (
    ALWAYS,
    Axis,
    Circuit,
    Facts,
    RuleWire,
    ScaleWire,
    Ways,
)

_Gate: TypeAlias = AtLeast | Ticked
_RATINGS = 4
"""The highest rating, and so the bits of a dimension."""

_CIRCUIT = "circuit"
"""Where a questionnaire keeps its circuit, beside what itself works out."""


def circuit_of(questionnaire: Questionnaire) -> Circuit:
    """Wire a questionnaire, or hand out the circuit it was wired to before.

    It stays with the questionnaire, as all that follows from its fields does: to look
    for one that says the same would be to compare all they say, at every call.

    Args:
        questionnaire: A questionnaire as the catalog hands it out.
    """
    known = vars(questionnaire)
    if _CIRCUIT not in known:
        known[_CIRCUIT] = _Wiring(questionnaire).circuit()
    circuit: Circuit = known[_CIRCUIT]
    return circuit


class _Wiring:
    """Gives every fact its bit."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        dimensions = [one.id for one in questionnaire.dimension]
        self._dimensions = {id: _RATINGS * n for n, id in enumerate(dimensions)}
        self._bits = _RATINGS * len(dimensions)
        self._leaves = self._leaf_bits()
        self._points = self._point_bits()

    def circuit(self) -> Circuit:
        questionnaire = self._questionnaire
        gates = {one.link_id: self._ways(one) for one in questionnaire.item}
        axes = tuple(axis for item in questionnaire.item for axis in self._axes(item))
        opening = _union(self._leaves.values())
        return Circuit(
            axes=axes,
            gates=gates,
            scales=tuple(self._scale(one) for one in questionnaire.scale),
            ladders=tuple(self._ladder(one) for one in questionnaire.ladder),
            rules=tuple(self._rules()),
            dimensions=self._dimensions,
            opening=opening,
            movers=frozenset(_movers(axes, opening)),
        )

    # Facts

    def _new_bits(self, count: int) -> Facts:
        bits = ((1 << count) - 1) << self._bits
        self._bits += count
        return bits

    def _leaf_bits(self) -> dict[_Gate, Facts]:
        """One bit for each condition that a gate is made of."""
        found = (_gates(item.enable_when) for item in self._questionnaire.item)
        told = dict.fromkeys(leaf for gate in found for leaf in gate)
        return {leaf: self._new_bits(1) for leaf in told}

    def _point_bits(self) -> dict[str, Facts]:
        """As many bits for each member of a scale as it can score points."""
        members = {
            link_id for one in self._questionnaire.scale for link_id in one.items
        }
        return {
            item.link_id: self._new_bits(_most_points(item))
            for item in self._questionnaire.item
            if item.link_id in members
        }

    def _rated(self, rates: Rates) -> Facts:
        """A rating of 3 is three facts: at least 1, at least 2, at least 3."""
        return _union(
            ((1 << rating) - 1) << self._dimensions[on] for on, rating in rates.items()
        )

    def _scored(self, link_id: str, score: int | None, above: int = 0) -> Facts:
        """Return as many of a member's points as an answer scores.

        Args:
            link_id: The member; any other item has no points.
            score: How many points the answer scores.
            above: How many of the lowest points to leave to other ticks.
        """
        points = self._points.get(link_id, 0)
        lowest = (points & -points) << above
        return points & (lowest * ((1 << (score or 0)) - 1))

    # Items

    def _axes(self, item: Item) -> Iterator[Axis]:
        ways = self._ways(item)
        ordered = is_ordered(item)
        if isinstance(item, ChoicesItem):
            scored = 0
            for option in item.option:
                if not option.exclusive:
                    points = self._scored(item.link_id, option.score, above=scored)
                    scored += points.bit_count()
                    rated = self._rated(option.rates)
                    yield Axis(
                        link_id=item.link_id,
                        tick=option.code,
                        codes=(option.code,),
                        marks=(0, rated | points | self._ticked(item, option)),
                        ways=ways,
                        ordered=ordered,
                        place=_tick_place(option.code),
                    )
        elif ordered:
            steps = rated_answers(item)
            yield Axis(
                link_id=item.link_id,
                tick=None,
                codes=tuple(step.code for step in steps),
                marks=tuple(self._chosen(item, place) for place in range(len(steps))),
                ways=ways,
                ordered=True,
                place=_place_in(item),
            )

    def _ticked(self, item: Item, option: Option) -> Facts:
        leaf = Ticked(item=item.link_id, ticked=option.code)
        return self._leaves.get(leaf, 0)

    def _chosen(self, item: Item, place: int) -> Facts:
        step, *milder = reversed(rated_answers(item)[: place + 1])
        reached = [step.code, *(one.code for one in milder)]
        score = step.score if isinstance(step, Option) else None
        return _union(
            (
                self._rated(step.rates),
                self._scored(item.link_id, score),
                *(
                    self._leaves.get(AtLeast(item=item.link_id, at_least=code), 0)
                    for code in reached
                ),
            )
        )

    def _ways(self, item: Item) -> Ways:
        if item.enable_when is None:
            return ALWAYS
        return _fewest(self._alternatives(item.enable_when))

    def _alternatives(self, gate: Condition) -> tuple[Facts, ...]:
        """All sets of facts that open a gate."""
        if isinstance(gate, AnyOf):
            return tuple(way for part in gate.any for way in self._alternatives(part))
        if isinstance(gate, AllOf):
            parts = product(*(self._alternatives(part) for part in gate.all))
            return tuple(_union(part) for part in parts)
        assert isinstance(gate, AtLeast | Ticked)  # the loader refuses any other
        return (self._leaves[gate],)

    # What is decided

    def _scale(self, scale: Scale) -> ScaleWire:
        # The first band also holds below its start, while few items are answered.
        starts = (0, *(band.from_ for band in scale.band[1:]))
        rated = (self._rated(band.rates) for band in scale.band)
        bands = zip(starts, rated, strict=True)
        return ScaleWire(
            points=_union(self._points.get(link_id, 0) for link_id in scale.items),
            bands=tuple(reversed(tuple(bands))),
        )

    def _rules(self) -> Iterator[RuleWire]:
        ladders = self._questionnaire.ladders
        for rule in self._questionnaire.guidance.rule:
            needs = _union(
                1 << (self._dimensions[on] + least - 1)
                for on, least in rule.at_least.items()
            )
            yield RuleWire(rule, needs, ladders[rule.ladder].index[rule.rung])

    def _ladder(self, ladder: Ladder) -> tuple[RuleWire, ...]:
        wires = [wire for wire in self._rules() if wire.rule.ladder == ladder.id]
        return tuple(sorted(wires, key=lambda wire: -wire.rung))


def _most_points(item: Item) -> int:
    """Return the highest score of an item: of all its ticks, or of its last option."""
    if isinstance(item, ChoicesItem):
        return sum(one.score or 0 for one in item.option)
    return item.option[-1].score or 0 if isinstance(item, ChoiceItem) else 0


def _movers(axes: tuple[Axis, ...], opening: Facts) -> Iterator[str]:
    """Gates stand before what they open: from the last to the first, once is enough."""
    moving = ~opening
    for axis in reversed(axes):
        if axis.marks[-1] & moving:
            moving |= _union(axis.ways)
            yield axis.link_id


def _gates(condition: Condition | None) -> Iterator[_Gate]:
    for leaf in leaves(condition):
        if isinstance(leaf, AtLeast | Ticked):
            yield leaf


def _union(sets: Iterable[Facts]) -> Facts:
    return reduce(or_, sets, 0)


def _fewest(ways: Iterable[Facts]) -> Ways:
    """The ways that do not only add to another way."""
    kept: list[Facts] = []
    for way in sorted(set(ways), key=lambda way: (way.bit_count(), way)):
        if not any(needs & ~way == 0 for needs in kept):
            kept.append(way)
    return tuple(kept)


def _tick_place(code: str) -> Callable[[Given], int]:
    return lambda answer: isinstance(answer, tuple) and code in answer


def _place_in(item: Item) -> Callable[[Given], int]:
    """Tells where an answer stands among options or bands.

    Raises, when it is called:
        LookupError: If the answer is none of them.
    """
    if isinstance(item, NumberItem):
        starts = sorted((band.from_, place) for place, band in enumerate(item.band))

        def place_of_number(answer: Given) -> int:
            if (
                not isinstance(answer, int)
                or not item.minimum <= answer <= item.maximum
            ):
                raise LookupError(f"{answer!r} is no answer of {item.link_id}")
            return starts[bisect_right(starts, (answer, len(starts))) - 1][1]

        return place_of_number
    places: dict[Given, int] = {
        step.code: place for place, step in enumerate(rated_answers(item))
    }
    return places.__getitem__
