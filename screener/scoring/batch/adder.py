"""Adds up what answers come to, where many people are placed."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from screener.scoring.batch.bits import BatchBits, union
from screener.scoring.circuit import ALWAYS, Circuit, Facts, Ways, is_open


class _Gate(NamedTuple):
    """What opens an item at the mildest, and what at the gravest."""

    low: Facts
    """The bits each of which is enough; most gates need no more."""
    low_ways: Ways
    """The sets of several bits that are enough."""
    high: Facts
    high_ways: Ways

    @classmethod
    def of(cls, ways: Ways, bits: BatchBits) -> "_Gate":
        needs = [bits.of_facts(way) for way in ways]
        single = union(way for way in needs if way.bit_count() == 1)
        several = tuple(way for way in needs if way.bit_count() > 1)
        high = tuple(way << bits.end for way in several)
        return cls(single, several, single << bits.end, high)


class Adder:
    """Adds up the bits of what is asked."""

    def __init__(self, circuit: Circuit, bits: BatchBits) -> None:
        """Lay out what is looked for.

        Args:
            circuit: The circuit.
            bits: Which bit stands for what.
        """
        ways = circuit.gates
        # What is always asked comes first: it needs no look at what was added before.
        self.order = sorted(ways, key=lambda link_id: ways[link_id] != ALWAYS)
        """The `link_id`s of the items in the order in which they are added."""
        self._gates = [_Gate.of(one, bits) for one in ways.values() if one != ALWAYS]
        self.gated = len(ways) - len(self._gates)
        """The place of the first item behind a gate."""
        self._bits = bits
        self._scales = [
            (
                bits.of_facts(wire.points),
                [(start, bits.of_facts(added)) for start, added in wire.bands],
            )
            for wire in circuit.scales
        ]

    def total(self, marks: list[Facts]) -> Facts:
        """All bits of what is asked, and of the bands that scales reach.

        Args:
            marks: What each item comes to if it is asked.
        """
        gated, not_low = self.gated, self._bits.not_low
        facts = reduce(or_, marks[:gated], self._bits.always)
        for mark, (low, low_ways, high, high_ways) in zip(
            marks[gated:], self._gates, strict=True
        ):
            if facts & low or (low_ways and is_open(low_ways, facts)):
                facts |= mark
            elif facts & high or (high_ways and is_open(high_ways, facts)):
                facts |= mark & not_low
        return self._with_bands(facts) if self._scales else facts

    def _with_bands(self, facts: Facts) -> Facts:
        for points, bands in self._scales:
            for end in (0, self._bits.end):
                total = (facts >> end & points).bit_count()
                facts |= next(added for start, added in bands if total >= start) << end
        return facts
