"""What claims about placements, ratings and rules demand of the answers."""

from screener.checking.demands import Demand, Side, all_of, both, missed, reached
from screener.checking.space import Space
from screener.model import End, OnRung, OnTotal, Rated
from screener.scoring.circuit import ALWAYS, Facts, RuleWire, Ways

_SIDES = {End.LOW: Side.LOW, End.HIGH: Side.HIGH}


class ResultClaims:
    """Claims about what the answers to one questionnaire lead to."""

    def __init__(self, space: Space) -> None:
        """Look at a questionnaire.

        Args:
            space: All answer sets of it.
        """
        self._space = space
        self._questionnaire = space.questionnaire
        self._circuit = space.circuit
        self._ladders = [one.id for one in space.questionnaire.ladder]

    def holds(self, rule: str) -> list[Demand]:
        """Return that a rule holds.

        Args:
            rule: Its id.
        """
        return reached(Side.LOW, (self._needs(rule),))

    def _needs(self, rule: str) -> Facts:
        return next(one.needs for one in self._circuit.rules if one.rule.id == rule)

    def _flags(self) -> list[RuleWire]:
        return [one for one in self._circuit.rules if one.rule.red_flag]

    def red_flag(self, *, there: bool) -> list[Demand]:
        """Return that a red flag or a cry for help is there, or that neither is.

        Args:
            there: Which of the two.
        """
        needs = tuple(one.needs for one in self._flags())
        if there:
            return [*reached(Side.LOW, needs), Demand(cry=True)]
        # An answer that would raise one and does not count is a cry for help as well.
        no_flag = missed(Side.LOW, Side.UNGATED, ways=needs)
        return both(no_flag, [Demand(cry=False)])

    def steps(self, *, there: bool) -> list[Demand]:
        """Return that there is something to do first, or that there is not.

        Args:
            there: Which of the two.
        """
        needs = tuple(one.needs for one in self._circuit.rules if one.rule.first)
        if there:
            return [*reached(Side.LOW, needs), Demand(cry=True)]
        flags = [one.needs for one in self._flags() if one.rule.first]
        no_step = missed(Side.LOW, ways=needs)
        unseen = missed(Side.UNGATED, ways=flags)
        return all_of((no_step, unseen, [Demand(cry=False)]))

    def rated(self, claim: Rated) -> list[Demand]:
        """Return that an end of a rating lies between two.

        Args:
            claim: Which ones.
        """
        side, first = _SIDES[claim.end], self._circuit.dimensions[claim.dimension]
        above = (1 << (first + claim.to),) if claim.to < 4 else ()
        least = (1 << (first + claim.from_ - 1),) if claim.from_ else (0,)
        return both(reached(side, least), missed(side, ways=above))

    def on_rung(self, claim: OnRung) -> list[Demand]:
        """Return that an end lies on one of some rungs.

        Args:
            claim: Which ones.
        """
        side = _SIDES[claim.end]
        low, high = self._span(claim)
        above = [one.needs for one in self._wires(claim) if one.rung > high]
        least = self._at_least(claim, low)
        return both(reached(side, least), missed(side, ways=above))

    def off_rung(self, claim: OnRung) -> list[Demand]:
        """Return the ways in which an end lies on no such rung.

        Args:
            claim: Which ones.
        """
        side = _SIDES[claim.end]
        low, high = self._span(claim)
        below = missed(side, ways=self._at_least(claim, low))
        return [*below, *reached(side, self._at_least(claim, high + 1))]

    def _at_least(self, claim: OnRung, place: int) -> Ways:
        if not place:
            return ALWAYS
        return tuple(one.needs for one in self._wires(claim) if one.rung >= place)

    def _wires(self, claim: OnRung) -> tuple[RuleWire, ...]:
        return self._circuit.ladders[self._ladders.index(claim.ladder)]

    def in_total(self, claim: OnTotal) -> list[Demand]:
        """Return that an end of a total lies in a range.

        Args:
            claim: Which one.
        """
        side, least, above = self._bounds(claim)
        return both(reached(side, least), missed(side, ways=above))

    def off_total(self, claim: OnTotal) -> list[Demand]:
        """Return the ways in which an end of a total lies outside a range.

        Args:
            claim: Which one.
        """
        side, least, above = self._bounds(claim)
        return [*missed(side, ways=least), *reached(side, above)]

    def _bounds(self, claim: OnTotal) -> tuple[Side, Ways, Ways]:
        """Return the side, and the facts that a total is in a range, and above it."""
        ends = claim.from_ or 0, None if claim.to is None else claim.to + 1
        least, above = (
            None if end is None else self._space.total_at_least(claim.scale, end)
            for end in ends
        )
        return (
            _SIDES[claim.end],
            () if least is None else (least,),
            () if above is None else (above,),
        )

    def _span(self, claim: OnRung) -> tuple[int, int]:
        index = self._questionnaire.ladders[claim.ladder].index
        low = index[claim.from_] if claim.from_ else 0
        return low, index[claim.to] if claim.to else len(index) - 1
