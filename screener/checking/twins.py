"""Everyone with their unknown answers, and how more facts come about.

An answer gives its facts at both ends of the range. An unknown one gives the facts of
the mildest answer at the low end and those of the gravest at the high end.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import and_, or_
from typing import TypeAlias

from screener.checking.answering import ticks_of
from screener.checking.demands import Domain, Side
from screener.checking.space import Space
from screener.checking.spots import PoolSpots, Spot, given_at, unknown_at
from screener.scoring.circuit import Facts, bits_of
from screener.scoring.incremental import IncrementalFacts

State: TypeAlias = Mapping[int, Spot]
"""Where each dial stands that does not stand at its mildest, by its number."""

UNSEEN = (Side.COUNTED, Side.UNGATED)
"""The sides on which the mildest answer may give more than none."""


class Twins:
    """All sets of answers of a questionnaire, with any of them unknown."""

    def __init__(self, space: Space) -> None:
        """Set them out.

        Args:
            space: All sets of answers without unknown ones.
        """
        self.circuit = circuit = space.circuit
        self._pools = {n: PoolSpots(pool) for n, pool in space.pools.items()}
        mildest = [axis.marks[0] for axis in circuit.axes]
        nothing = [0] * len(mildest)
        self._boards = {
            Side.LOW: IncrementalFacts(circuit, mildest),
            Side.HIGH: IncrementalFacts(circuit, mildest),
            Side.COUNTED: IncrementalFacts(circuit, nothing),
        }
        items = space.questionnaire.items
        self._bit = [
            ticks_of(items[axis.link_id]).get(axis.tick or "", 0)
            for axis in circuit.axes
        ]
        self._single: dict[str, list[int]] = {}
        for n, axis in enumerate(circuit.axes):
            if n not in self._pools:
                self._single.setdefault(axis.link_id, []).append(n)
        self._givers: dict[Facts, list[tuple[int, Facts]]] = {}
        self._implied: dict[Facts, Facts] = {}

    def givers(self, fact: Facts) -> Sequence[tuple[int, Facts]]:
        """Return the dials that can bring a fact about, each with the facts to raise.

        Where a scale's total brings it about, these are the points of its members.

        Args:
            fact: The fact.
        """
        if fact not in self._givers:
            self._givers[fact] = [*self._find_givers(fact)]
        return self._givers[fact]

    def _find_givers(self, fact: Facts) -> Iterator[tuple[int, Facts]]:
        axes = self.circuit.axes
        yield from ((n, fact) for n, axis in enumerate(axes) if axis.marks[-1] & fact)
        for scale in self.circuit.scales:
            if any(added & fact for _, added in scale.bands):
                for n, axis in enumerate(axes):
                    if axis.marks[-1] & scale.points:
                        yield n, scale.points

    def with_implied(self, needs: Facts) -> Facts:
        """Return facts with all those that they never come without.

        A rating of 4, for example, never comes without one of 3.

        Args:
            needs: The facts.
        """
        for fact in bits_of(needs):
            if fact not in self._implied:
                self._implied[fact] = self._find_implied(fact)
        return reduce(or_, (self._implied[fact] for fact in bits_of(needs)), 0)

    def _find_implied(self, fact: Facts) -> Facts:
        marks = (mark for axis in self.circuit.axes for mark in axis.marks)
        bands = (added for scale in self.circuit.scales for _, added in scale.bands)
        sources = [one for one in (*marks, *bands) if one & fact]
        return reduce(and_, sources, sources[0]) if sources else fact

    def facts(self, state: State, side: Side) -> Facts:
        """Return all facts of a side."""
        if side is Side.UNGATED:
            given = reduce(or_, (spot.given for spot in state.values()), 0)
            return self.circuit.with_bands(given)
        changes = {n: spot.on(side) for n, spot in state.items()}
        return self._boards[side].facts_with(changes)

    def starts(self, domains: Mapping[str, Domain]) -> Iterator[State]:
        """Yield the least sets of answers that questions may have."""
        alternatives = [
            [*self._starts_of(item, domain)]
            for item, domain in domains.items()
            if item in self._single
        ]
        for one in product(*alternatives):
            yield {n: spot for spots in one for n, spot in spots.items()}

    def _starts_of(self, item: str, domain: Domain) -> Iterator[State]:
        numbers = self._single[item]
        axes = self.circuit.axes
        if domain.given and axes[numbers[0]].tick is not None:
            yield {n: given_at(axes[n], 1) for n in numbers if domain.on & self._bit[n]}
        elif domain.given:
            (n,) = numbers
            place = min(domain.places) if domain.places is not None else 0
            # At its mildest, and not unknown: that is told apart where it matters.
            is_mildest = not place and (domain.unknown or not axes[n].marks[0])
            yield {} if is_mildest else {n: given_at(axes[n], place)}
        if domain.unknown and (not domain.given or self._is_raised(domain)):
            yield {n: unknown_at(axes[n]) for n in numbers}

    def _is_raised(self, domain: Domain) -> bool:
        """Whether no answer that is allowed stands at the mildest."""
        return bool(domain.on) or (domain.places is not None and 0 not in domain.places)

    def raised(
        self, state: State, n: int, side: Side, bits: Facts, domain: Domain | None
    ) -> Iterator[State]:
        """Yield answers in which a dial gives more of some facts, in the least way.

        Args:
            state: The answers so far.
            n: The number of the dial.
            side: Where it is to give more.
            bits: The facts.
            domain: Which answers its question may have, where not all.
        """
        here = state.get(n)
        if n in self._pools:
            for spot in self._pools[n].above(here, side):
                yield {**state, n: spot}
            return
        if here is not None and here.is_unknown:
            return
        axis = self.circuit.axes[n]
        now = self.mark(state, n, side) & bits
        start = 0 if here is None else (here.places[0] or 0) + 1
        for place in range(start, len(axis.marks)):
            if axis.marks[place] & bits & ~now and self._allows(domain, n, place):
                yield {**state, n: given_at(axis, place)}
                break
        may_be_unknown = domain is None or domain.unknown
        if side is Side.HIGH and may_be_unknown and axis.marks[-1] & bits & ~now:
            numbers = self._single[axis.link_id]
            if not any(one in state for one in numbers):
                unknown = {one: unknown_at(self.circuit.axes[one]) for one in numbers}
                yield {**state, **unknown}

    def _allows(self, domain: Domain | None, n: int, place: int) -> bool:
        if domain is None:
            return True
        if self._bit[n]:
            return domain.given and not (place and domain.off & self._bit[n])
        return domain.given and (domain.places is None or place in domain.places)

    def mark(self, state: State, n: int, side: Side) -> Facts:
        """Return what a dial gives on a side if its question is open."""
        if n in state:
            return state[n].on(side)
        return 0 if side in UNSEEN else self.circuit.axes[n].marks[0]

    def apart(self, state: State) -> list[int]:
        """Return the dials whose mildest answer gives more than none, and is not told.

        Args:
            state: The answers so far.
        """
        return [
            n
            for n, axis in enumerate(self.circuit.axes)
            if n not in state and axis.marks[0]
        ]

    def told_apart(self, n: int, domain: Domain | None) -> list[Spot]:
        """Return where a dial stands with its mildest answers given, or unknown.

        Where all are given comes first, if that may be.

        Args:
            n: The number of the dial.
            domain: Which answers its question may have, where not all.
        """
        if n in self._pools:
            return [*self._pools[n].at_mildest()]
        axis = self.circuit.axes[n]
        told: list[Spot] = []
        if domain is None or domain.given:
            told.append(given_at(axis, 0))
        if domain is None or domain.unknown:
            told.append(unknown_at(axis))
        return told
