"""All rules tested at once, where many people are placed.

Every rule has one bit for each of its thresholds, in as many columns. What reaches a
threshold gives the rule's bit in that column; where a rule's bit is there in all
columns, the rule holds.

Rules of one rung stand side by side, and a bit is left free above them. If one is added
to every bit of theirs, it is carried into the free bit just if one of them is there.
"""

from collections.abc import Sequence
from itertools import groupby

from screener.scoring.circuit import Facts, RuleWire, bits_of


class RuleColumns:
    """The bits of rules."""

    def __init__(self, rules: Sequence[RuleWire]) -> None:
        """Give each rule its bits.

        Args:
            rules: The rules, as listed.
        """
        self.ids: list[str] = []
        """The ids in the order of the bits, which is as listed; "" for a free bit."""
        self.every = 0
        """The bits of all rules."""
        self.rungs: dict[Facts, tuple[str, int]] = {}
        """For each free bit, the ladder, and the place of the rung on it."""
        bits: list[tuple[int, RuleWire]] = []
        for (ladder, rung), some in groupby(rules, _rung_of):
            for wire in some:
                bits.append((len(self.ids), wire))
                self.every |= 1 << len(self.ids)
                self.ids.append(wire.rule.id)
            self.rungs[1 << len(self.ids)] = ladder, rung
            self.ids.append("")
        columns = max((one.needs.bit_count() for one in rules), default=0)
        self.starts = [column * len(self.ids) for column in range(columns)]
        """The first bit of each column."""
        self.width = columns * len(self.ids)
        """How many bits all columns have."""
        self.reached: dict[Facts, Facts] = {}
        """The bits of the rules to whose thresholds a fact belongs."""
        self.always = 0
        """The bits in the columns for which a rule has no threshold."""
        for bit, wire in bits:
            thresholds = bits_of(wire.needs)
            for start, fact in zip(self.starts, thresholds, strict=False):
                self.reached[fact] = self.reached.get(fact, 0) | 1 << start + bit
            for start in self.starts[len(thresholds) :]:
                self.always |= 1 << start + bit


def _rung_of(wire: RuleWire) -> tuple[str, int]:
    return wire.rule.ladder, wire.rung
