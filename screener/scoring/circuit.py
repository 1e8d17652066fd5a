"""Placement as a circuit of facts: the one engine behind every result.

A *fact* is one bit: a dimension is rated at least 2, a gate's option is reached, one
more point of a scale. An answer gives a set of facts, and a graver answer gives all
facts of a milder one. Items open and rules hold when certain facts are there, and
nothing ever asks for a fact to be missing: so placement is monotone by construction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial, reduce
from operator import or_
from typing import TypeAlias

from screener.model import Given, Rule

Facts: TypeAlias = int
"""A set of facts, one bit each."""

Ways: TypeAlias = tuple[Facts, ...]
"""Sets of facts, each of which is enough; one empty set is always enough."""

ALWAYS: Ways = (0,)

_KEPT = 4096
"""So many sets of facts are kept with where they lead, those used last."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What can be answered more or less gravely: one question, or one tick of it."""

    link_id: str
    tick: str | None
    """The option that is ticked or not; `None` where one of several is given."""
    codes: tuple[str, ...]
    """The option or band at each place, from mild to grave; of a tick, itself."""
    marks: tuple[Facts, ...]
    """The facts at each place; a tick has two places, the first without it."""
    ways: Ways
    """What opens the question."""
    ordered: bool
    """Whether a later place is graver; an unordered tick only opens questions."""
    place: Callable[[Given], int]
    """Where an answer to the question stands."""

    @property
    def top(self) -> int:
        """The gravest place."""
        return len(self.marks) - 1


@dataclass(frozen=True, slots=True)
class ScaleWire:
    """A scale: the points that are facts, and what its bands add."""

    points: Facts
    bands: tuple[tuple[int, Facts], ...]
    """From which total on, and the facts it adds; the highest band first."""

    def total(self, facts: Facts) -> int:
        """The sum of the members' points; a member that is not asked adds none."""
        return (facts & self.points).bit_count()


@dataclass(frozen=True, slots=True)
class RuleWire:
    """A rule: the facts that it needs, and the place of its rung."""

    rule: Rule
    needs: Facts
    rung: int


@dataclass(frozen=True, slots=True)
class Circuit:
    """A questionnaire, wired once and asked many times."""

    axes: tuple[Axis, ...]
    """In asking order."""
    gates: Mapping[str, Ways]
    """What opens each item, in asking order."""
    scales: tuple[ScaleWire, ...]
    ladders: tuple[tuple[RuleWire, ...], ...]
    """The rules of each ladder, the highest rung first."""
    rules: tuple[RuleWire, ...]
    """All rules, as listed."""
    dimensions: Mapping[str, int]
    """The first of the four bits of each dimension."""
    opening: Facts
    """The facts that only open questions: they rate nothing and score nothing."""
    movers: frozenset[str]
    """The items that can move a ladder: they rate, score, or open one that does."""
    axes_of: Mapping[str, tuple[int, ...]] = field(init=False)
    """The numbers of the axes of each item that has some."""
    opened_by: Mapping[Facts, int] = field(init=False)
    """For each fact that a gate needs, one bit for each axis behind that gate."""
    shared: Facts = field(init=False)
    """The facts that several axes can give."""
    decisive: Facts = field(init=False)
    """The facts that rules need."""
    steps: tuple[tuple[tuple[Facts, int], ...], ...] = field(init=False)
    """`ladders`, with nothing but what each rule needs and the place of its rung."""
    _reached: Callable[[Facts], tuple[int, ...]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out once what is looked for again and again."""
        axes_of: dict[str, tuple[int, ...]] = {}
        opened_by: dict[Facts, int] = {}
        given = shared = 0
        for n, axis in enumerate(self.axes):
            axes_of[axis.link_id] = (*axes_of.get(axis.link_id, ()), n)
            for fact in bits_of(reduce(or_, axis.ways)):
                opened_by[fact] = opened_by.get(fact, 0) | 1 << n
            facts = reduce(or_, axis.marks)
            shared |= given & facts
            given |= facts
        steps = tuple(
            tuple((wire.needs, wire.rung) for wire in one) for one in self.ladders
        )
        needed = (needs for one in steps for needs, _ in one)
        # The record is frozen for everyone else.
        object.__setattr__(self, "axes_of", axes_of)
        object.__setattr__(self, "opened_by", opened_by)
        object.__setattr__(self, "shared", shared)
        object.__setattr__(self, "decisive", reduce(or_, needed, 0))
        object.__setattr__(self, "steps", steps)
        object.__setattr__(self, "_reached", lru_cache(_KEPT)(partial(_highest, steps)))

    def facts(self, marks: Iterable[Facts]) -> Facts:
        """Add up what is answered; behind a closed gate, nothing counts.

        Args:
            marks: For each axis, the facts at the place answered; 0 for no answer.
        """
        facts = 0
        for axis, mark in zip(self.axes, marks, strict=True):
            if mark and is_open(axis.ways, facts):
                facts |= mark
        return self.with_bands(facts)

    def with_bands(self, facts: Facts) -> Facts:
        """Add what the scales' totals rate."""
        for scale in self.scales:
            total = scale.total(facts)
            facts |= next(added for start, added in scale.bands if total >= start)
        return facts

    def rungs(self, facts: Facts) -> tuple[int, ...]:
        """The place reached on each ladder: the highest that any holding rule gives."""
        return _highest(self.steps, facts)

    def rungs_again(self, facts: Facts) -> tuple[int, ...]:
        """The same, where the same facts are likely to be met again: it is kept."""
        return self._reached(facts & self.decisive)

    def place(self, marks: Iterable[Facts]) -> tuple[int, ...]:
        """The place reached on each ladder from what is answered."""
        return self.rungs(self.facts(marks))

    def holding(self, facts: Facts) -> tuple[Rule, ...]:
        """The rules all of whose thresholds are reached, as listed."""
        return tuple(wire.rule for wire in self.rules if not wire.needs & ~facts)

    def enabled(self, facts: Facts) -> tuple[str, ...]:
        """The items that are asked, in asking order."""
        return tuple(
            link_id for link_id, ways in self.gates.items() if is_open(ways, facts)
        )

    def ratings(self, facts: Facts) -> dict[str, int]:
        """Each dimension's rating, from 0 (none) to 4 (severe)."""
        return {
            dimension: (facts >> first & 0b1111).bit_length()
            for dimension, first in self.dimensions.items()
        }

    def marks(
        self, known: Mapping[str, Given], unknown: Callable[[Axis], Facts]
    ) -> list[Facts]:
        """What is answered, on every axis.

        Args:
            known: Answers by `link_id`, each of which fits its item.
            unknown: The facts to take where there is no answer.
        """
        return [
            axis.marks[axis.place(known[axis.link_id])]
            if axis.link_id in known
            else unknown(axis)
            for axis in self.axes
        ]


def _highest(
    ladders: Iterable[Iterable[tuple[Facts, int]]], facts: Facts
) -> tuple[int, ...]:
    """The place reached on each ladder, the highest first among what its rules need."""
    places: list[int] = []
    for steps in ladders:
        for needs, rung in steps:
            if needs & facts == needs:
                places.append(rung)
                break
        else:
            places.append(0)
    return tuple(places)


def is_open(ways: Ways, facts: Facts) -> bool:
    """Whether one of the sets of facts is there."""
    for needs in ways:  # noqa: SIM110 - the innermost loop; `any` takes twice as long
        if needs & facts == needs:
            return True
    return False


def bits_of(facts: Facts) -> list[Facts]:
    """The single facts of a set."""
    bits: list[Facts] = []
    while facts:
        bits.append(facts & -facts)
        facts &= facts - 1
    return bits


def nothing(axis: Axis) -> Facts:
    """No answer, which opens nothing and rates nothing."""
    return 0


def at_mildest(axis: Axis) -> Facts:
    """The facts at the mildest place."""
    return axis.marks[0]


def at_gravest(axis: Axis) -> Facts:
    """The facts at the gravest place."""
    return axis.marks[-1]


def marks_at(circuit: Circuit, places: Sequence[int]) -> list[Facts]:
    """The facts at a place on every axis."""
    return [axis.marks[place] for axis, place in zip(circuit.axes, places, strict=True)]
