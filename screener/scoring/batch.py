"""Placing many people: the circuit's facts, added up by whole answers.

For one person the circuit adds up facts axis by axis, three times over. Here the facts
of an answer are added up once, when it is first met; after that, each person costs one
addition a question. What comes of it is what `evaluate` says, part by part.
"""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from screener.model import Answer, OnRung, Questionnaire, TextItem
from screener.model.condition import Leaf
from screener.scoring.batch_bits import BatchBits, ItemBits, Marks, union
from screener.scoring.circuit import ALWAYS, Axis, Facts
from screener.scoring.conditions import holds_by
from screener.scoring.evaluation import placements_at, scale_scores
from screener.scoring.lines import lies_on
from screener.scoring.recommendation import Placement, ScaleScore
from screener.scoring.wiring import circuit_of


class Parts(NamedTuple):
    """What each part of an outcome rests on, and nothing else: so it can be kept."""

    low: Facts
    """The ratings with every unknown item at its mildest."""
    high: Facts
    """The ratings with every unknown item at its gravest."""
    scales: tuple[Facts, Facts, Facts]
    """What the scales rest on: the mildest, the gravest, and unknown items."""
    unknown: Facts
    """One bit for each item that may apply and has no answer."""
    unused: Facts
    """One bit for each item whose answer is not counted."""
    told: Facts
    """The conditions on answers that hold."""


class Batch:
    """A questionnaire, made ready to place many people."""

    def __init__(
        self, questionnaire: Questionnaire, read: Callable[[str, object], Answer | None]
    ) -> None:
        """Make it ready.

        Args:
            questionnaire: What was asked.
            read: Gives the answer that something raw stands for, by `link_id`.
        """
        self._questionnaire = questionnaire
        self._circuit = circuit = circuit_of(questionnaire)
        self._bits = bits = BatchBits.of(questionnaire, circuit)
        gates = circuit.gates
        axes: dict[str, list[Axis]] = {link_id: [] for link_id in gates}
        for axis in circuit.axes:
            axes[axis.link_id].append(axis)
        # What is always asked comes first: it needs no look at what was added before.
        slots = sorted(gates, key=lambda link_id: gates[link_id] != ALWAYS)
        items = [
            ItemBits(questionnaire.items[one], questionnaire, axes[one], bits)
            for one in slots
        ]
        self._ways = [ways for ways in gates.values() if ways != ALWAYS]
        self._gated = len(slots) - len(self._ways)
        self._slots = {
            item.item.link_id: (slot, Marks(item, read))
            for slot, item in enumerate(items)
        }
        self._absent = [item.asked for item in items]
        self._mildest = [item.end(0) for item in items]
        self._gravest = [item.end(-1) for item in items]
        self._mildest_is_nothing = self._mildest == self._absent
        self._required = bits.of_items(
            one.link_id for one in questionnaire.item if not isinstance(one, TextItem)
        )
        self._members = bits.of_items(
            link_id for scale in questionnaire.scale for link_id in scale.items
        )
        points = union(scale.points for scale in circuit.scales)
        self._of_scales = points | self._members << bits.first_asked
        self._told = union(bits.told.values())
        self.rules = [(wire.needs, wire.rule.id) for wire in circuit.rules]
        """What each rule needs of the ratings, and its id; as listed."""

    def parts(self, raw: Mapping[str, object]) -> Parts:
        """Add up what a person's answers come to.

        Args:
            raw: Anything that may be an answer, by anything that may be a `link_id`.

        Raises:
            LookupError: If an item does not exist.
            TypeError: If an answer is of no kind that any answer is.
            ScreenerError: If `read` refuses an answer.
        """
        lowest, highest = self._mildest.copy(), self._gravest.copy()
        answered = 0
        for link_id, answer in raw.items():
            slot, marks = self._slots[link_id]
            mark = marks[tuple(answer) if isinstance(answer, list) else answer]
            if mark:
                lowest[slot] = highest[slot] = mark
                answered |= mark
        low = self._sum(lowest)
        high = low if lowest == highest else self._sum(highest)
        bits = self._bits
        given, asked = bits.given_in(answered), bits.asked_in(high)
        unknown = asked & ~given & self._required
        points = self._of_scales
        return Parts(
            low=low & bits.ratings,
            high=high & bits.ratings,
            scales=(low & points, high & points, unknown & self._members),
            unknown=unknown,
            unused=given & ~asked,
            told=self._counted(lowest, low) & self._told,
        )

    def rungs(self, ratings: Facts) -> tuple[int, ...]:
        """The place reached on each ladder."""
        return self._circuit.rungs(ratings)

    def placements(
        self, low: tuple[int, ...], high: tuple[int, ...]
    ) -> Mapping[str, Placement]:
        """Where a person stands, from the place reached on each ladder."""
        return placements_at(self._questionnaire, low, high)

    def scales(self, rests_on: tuple[Facts, Facts, Facts]) -> list[ScaleScore]:
        """The totals of the scales."""
        low, high, unknown = rests_on
        asked = self.items(self._bits.asked_in(low))
        ends = self._questionnaire, self._circuit, low, high
        return list(scale_scores(*ends, asked, self.items(unknown)))

    def items(self, bits: Facts) -> list[str]:
        """The `link_id`s of items, one bit each, in asking order."""
        return [one for n, one in enumerate(self._bits.places) if bits >> n & 1]

    def alternatives(self, told: Facts, low: tuple[int, ...]) -> list[str]:
        """The ids of the alternatives that are shown.

        Args:
            told: The conditions on answers that hold.
            low: The place reached on each ladder.
        """
        placements = self.placements(low, low)
        rungs = {ladder: placed.rung for ladder, placed in placements.items()}

        def is_true(leaf: Leaf) -> bool:
            if isinstance(leaf, OnRung):
                return lies_on(leaf, self._questionnaire, rungs)
            return bool(told & self._bits.told[leaf])

        return [
            line.id
            for line in self._questionnaire.guidance.alternative
            if line.show_when is None or holds_by(line.show_when, is_true)
        ]

    def _sum(self, marks: list[Facts]) -> Facts:
        """All facts of what is asked, from what each item would come to."""
        facts = reduce(or_, marks[: self._gated], 0)
        if facts & self._circuit.opening:
            for ways, mark in zip(self._ways, marks[self._gated :], strict=True):
                for needs in ways:
                    if needs & facts == needs:
                        facts |= mark
                        break
        return self._circuit.with_bands(facts)

    def _counted(self, lowest: list[Facts], low: Facts) -> Facts:
        """The facts of what is answered, where the rest opens nothing."""
        if self._mildest_is_nothing:
            return low
        alone = zip(lowest, self._absent, strict=True)
        given = self._bits.given_in
        return self._sum([mark if given(mark) else none for mark, none in alone])
