"""Placing many people: the circuit's facts, added up by whole answers.

For one person the circuit adds up facts axis by axis, three times over. Here the bits
of an answer are added up once, when it is first met; after that, each person costs one
addition a question. What comes of it is what `evaluate` says, part by part.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple, TypeAlias

from screener.model import Answer, End, OnRung, OnTotal, Questionnaire
from screener.scoring.batch.adder import Adder
from screener.scoring.batch.bits import BatchBits, union
from screener.scoring.batch.sheet import Sheet
from screener.scoring.circuit import Facts
from screener.scoring.compiler import circuit_of
from screener.scoring.conditions import holds_by, lies_in
from screener.scoring.evaluation import placements_at, scale_scores
from screener.scoring.lines import lies_on
from screener.scoring.recommendation import Placement, ScaleScore

_NO_SCALES = (0, 0, 0)

_KEPT = 4096
"""So many sets of rungs are kept with where they lead: facts are many, rungs few."""


Places: TypeAlias = tuple[int, ...]
"""The place reached on each ladder."""


class Parts(NamedTuple):
    """What each part of an outcome rests on, and nothing else: so it can be kept."""

    rules: Facts
    """The rules that hold, one bit each."""
    rungs: Facts
    """The rungs that rules give, at the mildest and at the gravest."""
    scales: tuple[Facts, Facts, Facts]
    """What the scales rest on: the mildest, the gravest, and unknown items."""
    unknown: Facts
    """One bit for each item that may apply and has no answer."""
    unused: Facts
    """One bit for each item whose answer is not counted."""
    lines: Facts
    """The conditions on answers and rungs that hold, of those that lines test."""


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
        self._bits = bits = BatchBits(questionnaire, circuit)
        self._adder = Adder(circuit, bits)
        self._sheet = Sheet(questionnaire, circuit, bits, self._adder.order, read)
        points = bits.of_facts(union(scale.points for scale in circuit.scales))
        self._of_scales = points | union(bits.members.values())
        self._members = union(1 << bits.places[one] for one in bits.members)
        self._tested = union(bits.tested.values())
        self._rungs_tested = self._ends_tested()
        self._totals = list(self._totals_tested())
        self._mildest_is_nothing = not any(axis.marks[0] for axis in circuit.axes)
        self._rungs = lru_cache(_KEPT)(self._reached)
        self._on_rung = lru_cache(_KEPT)(self._lying_on)
        self.rules = bits.rules.ids
        """The ids of the rules in the order of their bits; "" for no rule."""
        self.items = list(bits.places)
        """The `link_id`s of the items in the order of their bits."""

    def parts(self, raw: Mapping[str, object]) -> Parts:
        """What each part of a person's outcome rests on.

        Args:
            raw: Anything that may be an answer, by anything that may be a `link_id`.

        Raises:
            LookupError: If an item does not exist.
            TypeError: If an answer is of no kind that any answer is.
            ScreenerError: If `read` refuses an answer.
        """
        marks = self._sheet.marks(raw)
        facts = self._adder.total(marks)
        bits = self._bits
        holding = bits.holding(facts)
        rungs = bits.rungs_of(holding)
        unknown = bits.unknown_in(facts)
        given = reduce(or_, marks[self._adder.gated :], facts)
        return Parts(
            holding & bits.low,
            rungs,
            self._for_scales(facts, unknown) if self._of_scales else _NO_SCALES,
            unknown,
            (given ^ facts) >> bits.behind,
            self._counted(marks, facts) & self._tested
            | self._on_rung(rungs & self._rungs_tested)
            | self._in_totals(facts),
        )

    def place(self, raw: Mapping[str, object]) -> tuple[Places, Places]:
        """Where a person stands at the mildest and at the gravest, and nothing else.

        Args:
            raw: As for `parts`, which tells what is raised, too.
        """
        facts = self._adder.total(self._sheet.marks(raw))
        return self._rungs(self._bits.rungs_of(self._bits.holding(facts)))

    def placements(self, rungs: Facts) -> Mapping[str, Placement]:
        """Where a person stands.

        Args:
            rungs: The rungs that rules give.
        """
        return placements_at(self._questionnaire, *self._rungs(rungs))

    def scales(self, rests_on: tuple[Facts, Facts, Facts]) -> list[ScaleScore]:
        """The totals of the scales."""
        low, high, unknown = rests_on
        bits = self._bits
        ends = bits.facts_in(low), bits.facts_in(high)
        asked = [link_id for link_id, bit in bits.members.items() if low & bit]
        open_ = [one for n, one in enumerate(bits.places) if unknown >> n & 1]
        return list(
            scale_scores(self._questionnaire, self._circuit, *ends, asked, open_)
        )

    def alternatives(self, lines: Facts) -> list[str]:
        """The ids of the alternatives that are shown.

        Args:
            lines: The conditions that hold.
        """
        tested = self._bits.tested
        return [
            line.id
            for line in self._questionnaire.guidance.alternative
            if line.show_when is None
            or holds_by(line.show_when, lambda leaf: bool(lines & tested[leaf]))
        ]

    def _for_scales(self, facts: Facts, unknown: Facts) -> tuple[Facts, Facts, Facts]:
        low, high = facts & self._of_scales, facts >> self._bits.end & self._of_scales
        return low, high, unknown & self._members

    def _counted(self, marks: list[Facts], facts: Facts) -> Facts:
        """The bits of what is answered, where the rest opens nothing."""
        if self._mildest_is_nothing:
            return facts
        return self._adder.total(self._sheet.given_in(marks))

    def _reached(self, rungs: Facts) -> tuple[Places, Places]:
        low, high = rungs & self._bits.low, rungs >> self._bits.end
        return self._places(low), self._places(high)

    def _places(self, rungs: Facts) -> Places:
        given = [one for bit, one in self._bits.rules.rungs.items() if bit & rungs]
        return tuple(
            max((place for on, place in given if on == ladder), default=0)
            for ladder in self._questionnaire.ladders
        )

    def _ends_tested(self) -> Facts:
        """The bits of the ends of which lines test rungs: most test the low end."""
        ends = {leaf.end for leaf in self._bits.tested if isinstance(leaf, OnRung)}
        return ~0 if End.HIGH in ends else self._bits.low

    def _totals_tested(self) -> Iterator[tuple[OnTotal, Facts, Facts]]:
        """Each condition on a total, with its bit and the bits of the points."""
        wires = zip(self._questionnaire.scale, self._circuit.scales, strict=True)
        points = {scale.id: self._bits.of_facts(wire.points) for scale, wire in wires}
        for leaf, bit in self._bits.tested.items():
            if isinstance(leaf, OnTotal):
                shift = self._bits.end if leaf.end is End.HIGH else 0
                yield leaf, bit, points[leaf.scale] << shift

    def _in_totals(self, facts: Facts) -> Facts:
        """The conditions on totals that hold."""
        held = 0
        for leaf, bit, points in self._totals:
            if lies_in(leaf, (facts & points).bit_count()):
                held |= bit
        return held

    def _lying_on(self, rungs: Facts) -> Facts:
        """The conditions on rungs that hold."""
        placements = self.placements(rungs)
        ends = {id: (placed.low, placed.high) for id, placed in placements.items()}
        return union(
            bit
            for leaf, bit in self._bits.tested.items()
            if isinstance(leaf, OnRung) and lies_on(leaf, self._questionnaire, ends)
        )
