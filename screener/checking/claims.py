"""From claims to what they demand of the answers."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, combinations

from screener.catalog import load_help_lines, regions
from screener.checking.demands import Demand, Domain, Side, both, fewest
from screener.checking.space import Space
from screener.model import (
    AllClaims,
    AllOf,
    Answered,
    AnyClaim,
    AnyOf,
    AtLeast,
    ChoicesItem,
    Claim,
    Condition,
    End,
    FitSign,
    HasFact,
    HasRedFlag,
    HasSteps,
    Holds,
    Is,
    Line,
    LineKind,
    NoLevel,
    OnRung,
    OnTotal,
    Rated,
    SafetyOpen,
    Says,
    ShownLine,
    ShownRung,
    Ticked,
    Unticked,
    rated_answers,
)
from screener.model.condition import OnAnswer
from screener.scoring import exclusive_option, items_tested
from screener.scoring.circuit import ALWAYS, Facts, RuleWire, Ways
from screener.scoring.saying import (
    Frame,
    line_may_be_shown,
    no_level_is_shown,
    rung_is_shown,
    sentence_is_said,
)

MAX_DEMANDS = 2000
"""Claims that can be met in more ways are not proved."""

_NOBODY: list[Demand] = []
_EVERYBODY = [Demand()]
_SIDES = {End.LOW: Side.LOW, End.HIGH: Side.HIGH}


class TooManyWaysError(Exception):
    """Claims can be met in more ways than are looked at."""


class Claims:
    """The claims of one questionnaire."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._questionnaire = space.questionnaire
        self._circuit = space.circuit
        self._frame = Frame.of(space.questionnaire)
        self._ladders = [one.id for one in space.questionnaire.ladder]

    def demands(self, claims: Iterable[Claim]) -> list[Demand]:
        """Return the ways in which all of some claims hold.

        Args:
            claims: The claims.

        Raises:
            TooManyWaysError: If there are more ways than are looked at.
        """
        return self._all(self._ways(one) for one in claims)

    def _all(self, parts: Iterable[Sequence[Demand]]) -> list[Demand]:
        met: list[Demand] = _EVERYBODY
        for part in parts:
            if len(met) * len(part) > MAX_DEMANDS:
                raise TooManyWaysError
            met = both(met, part)
        return met

    def _any(self, parts: Iterable[Sequence[Demand]]) -> list[Demand]:
        return fewest(chain.from_iterable(parts))

    def _ways(self, claim: Claim | Condition) -> list[Demand]:
        """Return the ways in which a claim or a condition holds."""
        match claim:
            case AllClaims(all=parts) | AllOf(all=parts):
                return self._all(map(self._ways, parts))
            case AnyClaim(any=parts) | AnyOf(any=parts):
                return self._any(map(self._ways, parts))
            case ShownRung():
                return self._ways(rung_is_shown(self._frame, claim.told, claim.rung))
            case NoLevel():
                return self._ways(no_level_is_shown(self._frame, claim.no_level))
            case Says():
                ladder = claim.ladder or ""
                return self._ways(sentence_is_said(self._frame, claim.sentence, ladder))
            case ShownLine():
                return self._shown(claim)
        return self._basic(claim)

    def _basic(self, claim: Claim | Condition) -> list[Demand]:
        match claim:
            case HasRedFlag():
                return self._red_flag(there=claim.red_flag)
            case HasSteps():
                return self._steps(there=claim.steps)
            case SafetyOpen():
                return self._safety(is_open=claim.safety_open)
            case Holds():
                return self._reached(Side.LOW, (self._needs(claim.holds),))
        return self._of_person(claim)

    def _of_person(self, claim: Claim | Condition) -> list[Demand]:
        match claim:
            case Rated():
                return self._rated(claim)
            case Answered():
                return self._answered(claim)
            case OnRung():
                return self._on_rung(claim)
            case OnTotal():
                return self._in_total(claim)
            case HasFact():
                return [Demand(cry=True)]
        assert isinstance(claim, AtLeast | Is | Ticked | Unticked)
        return self._on_answer(claim)

    # Lines

    def _shown(self, claim: ShownLine) -> list[Demand]:
        if claim.shown in (LineKind.FIT, LineKind.BUILD):
            signs = self._questionnaire.guidance.fit
            sign = next(one for one in signs if one.id == claim.id)
            parts = [*self._stands(sign, claim.shown)]
        else:
            line = self._line(claim)
            parts = [[Demand(regions=_regions_of(line.region))]]
            if line.show_when is not None:
                parts.append(self._ways(line.show_when))
        also = line_may_be_shown(self._frame, claim.shown)
        if also is not None:
            parts.append(self._ways(also))
        return self._all(parts)

    def _line(self, claim: ShownLine) -> Line:
        guidance = self._questionnaire.guidance
        lines = {
            LineKind.ALTERNATIVE: guidance.alternative,
            LineKind.SUPPORT: guidance.support,
            LineKind.BENEFIT: guidance.benefit,
            LineKind.ASK: guidance.ask,
            LineKind.BRING: guidance.bring,
        }
        return next(one for one in lines[claim.shown] if one.id == claim.id)

    def _stands(self, sign: FitSign, kind: LineKind) -> Iterator[list[Demand]]:
        if sign.applies_when is not None:
            yield self._ways(sign.applies_when)
        if kind is LineKind.FIT:
            yield self._ways(sign.fits_when)
            return
        yield self._contrary(sign.fits_when)
        for item in sorted(items_tested(sign.fits_when, self._questionnaire)):
            yield self._not_open(item)

    # Rules, rungs and ratings

    def _reached(self, side: Side, ways: Ways) -> list[Demand]:
        """Return that one of some sets of facts is there."""
        if not ways:
            return _NOBODY
        if 0 in ways:
            return _EVERYBODY
        return [Demand(bounds=frozenset({(side, ways)}))]

    def _missed(self, *sides: Side, ways: Iterable[Facts]) -> list[Demand]:
        """Return that none of some sets of facts is there."""
        caps = frozenset((side, way) for way in ways for side in sides)
        return _NOBODY if any(not way for _, way in caps) else [Demand(caps=caps)]

    def _needs(self, rule: str) -> Facts:
        return next(one.needs for one in self._circuit.rules if one.rule.id == rule)

    def _flags(self) -> list[RuleWire]:
        return [one for one in self._circuit.rules if one.rule.red_flag]

    def _red_flag(self, *, there: bool) -> list[Demand]:
        needs = tuple(one.needs for one in self._flags())
        if there:
            return [*self._reached(Side.LOW, needs), Demand(cry=True)]
        # An answer that would raise one and does not count is a cry for help as well.
        missed = self._missed(Side.LOW, Side.UNGATED, ways=needs)
        return both(missed, [Demand(cry=False)])

    def _steps(self, *, there: bool) -> list[Demand]:
        needs = tuple(one.needs for one in self._circuit.rules if one.rule.first)
        if there:
            return [*self._reached(Side.LOW, needs), Demand(cry=True)]
        flags = [one.needs for one in self._flags() if one.rule.first]
        missed = self._missed(Side.LOW, ways=needs)
        unseen = self._missed(Side.UNGATED, ways=flags)
        return self._all((missed, unseen, [Demand(cry=False)]))

    def _rated(self, claim: Rated) -> list[Demand]:
        side, first = _SIDES[claim.end], self._circuit.dimensions[claim.dimension]
        above = (1 << (first + claim.to),) if claim.to < 4 else ()
        least = (1 << (first + claim.from_ - 1),) if claim.from_ else (0,)
        return both(self._reached(side, least), self._missed(side, ways=above))

    def _on_rung(self, claim: OnRung) -> list[Demand]:
        side = _SIDES[claim.end]
        low, high = self._span(claim)
        above = [one.needs for one in self._wires(claim) if one.rung > high]
        least = self._at_least(claim, low)
        return both(self._reached(side, least), self._missed(side, ways=above))

    def _off_rung(self, claim: OnRung) -> list[Demand]:
        """Return the ways in which an end lies on no such rung."""
        side = _SIDES[claim.end]
        low, high = self._span(claim)
        below = self._missed(side, ways=self._at_least(claim, low))
        return [*below, *self._reached(side, self._at_least(claim, high + 1))]

    def _at_least(self, claim: OnRung, place: int) -> Ways:
        if not place:
            return ALWAYS
        return tuple(one.needs for one in self._wires(claim) if one.rung >= place)

    def _wires(self, claim: OnRung) -> tuple[RuleWire, ...]:
        return self._circuit.ladders[self._ladders.index(claim.ladder)]

    def _in_total(self, claim: OnTotal) -> list[Demand]:
        side, least, above = self._bounds(claim)
        return both(self._reached(side, least), self._missed(side, ways=above))

    def _off_total(self, claim: OnTotal) -> list[Demand]:
        """Return the ways in which an end of a total lies outside a range."""
        side, least, above = self._bounds(claim)
        return [*self._missed(side, ways=least), *self._reached(side, above)]

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

    # Answers

    def _may(self, item: str, domain: Domain) -> list[Demand]:
        return [Demand(domains={item: domain})]

    def _counts(self, item: str, domain: Domain) -> list[Demand]:
        """Return that an answer is there and counts."""
        given = _given_only(domain)
        gate = self._reached(Side.COUNTED, self._circuit.gates[item])
        return both(self._may(item, given), gate)

    def _answered(self, claim: Answered) -> list[Demand]:
        if claim.answered:
            return self._counts(claim.item, Domain())
        applies = self._reached(Side.HIGH, self._circuit.gates[claim.item])
        return both(applies, self._may(claim.item, Domain(given=False)))

    def _not_open(self, item: str) -> list[Demand]:
        """Return that a question has an answer that counts, or cannot apply."""
        closed = self._missed(Side.HIGH, ways=self._circuit.gates[item])
        return [*self._counts(item, Domain()), *closed]

    def _safety(self, *, is_open: bool) -> list[Demand]:
        """Return that a safety question is open, or none is, of those not left out."""
        items = [one for one in self._questionnaire.item if one.ask_again]
        topics = {one.private for one in items if one.private is not None}
        found: list[Demand] = []
        for left_out in _subsets(topics):
            there = [one for one in items if one.private not in left_out]
            named = {one.link_id for one in there}
            # What is left out is unknown, and is not named as open.
            unknown = {
                one.link_id: Domain(given=False) for one in items if one not in there
            }
            if is_open:
                open_ = (Answered(item=one, answered=False) for one in sorted(named))
                without = [Demand(domains=unknown, left_out=left_out)]
                found += both(without, self._any(map(self._answered, open_)))
            else:
                given = dict.fromkeys(named, Domain(unknown=False))
                found.append(Demand(domains={**unknown, **given}, left_out=left_out))
        return found

    def _on_answer(self, claim: OnAnswer) -> list[Demand]:
        counted = (self._counts(claim.item, one) for one in self._fitting(claim))
        return self._any(counted)

    def _contrary(self, condition: Condition) -> list[Demand]:
        """Return the ways in which a condition does not hold."""
        match condition:
            case AllOf(all=parts):
                return self._any(map(self._contrary, parts))
            case AnyOf(any=parts):
                return self._all(map(self._contrary, parts))
            case OnRung():
                return self._off_rung(condition)
            case OnTotal():
                return self._off_total(condition)
            case HasFact():
                return [Demand(cry=False)]
        return self._unlike(condition)

    def _unlike(self, claim: OnAnswer) -> list[Demand]:
        item = claim.item
        uncounted = self._missed(Side.COUNTED, ways=self._circuit.gates[item])
        others = (self._may(item, one) for one in self._misfitting(claim))
        return [*self._any(others), *uncounted]

    def _fitting(self, claim: OnAnswer) -> Iterator[Domain]:
        """Yield what the answer may be for a claim to hold."""
        match claim:
            case AtLeast() | Is():
                yield Domain(places=self._places(claim))
            case Ticked(ticked=code) if self._is_none(claim.item, code):
                yield Domain(off=self._all_ticks(claim.item))
            case Unticked(unticked=code) if self._is_none(claim.item, code):
                yield from (Domain(on=one) for one in self._ticks(claim.item).values())
            case Ticked():
                yield Domain(on=self._ticks(claim.item)[claim.ticked])
            case Unticked():
                yield Domain(off=self._ticks(claim.item)[claim.unticked])

    def _misfitting(self, claim: OnAnswer) -> Iterator[Domain]:
        """Yield what the answer may be for a claim not to hold."""
        match claim:
            case AtLeast() | Is():
                count = len(rated_answers(self._questionnaire.items[claim.item]))
                others = frozenset(range(count)) - self._places(claim)
                yield Domain(given=bool(others), places=others)
            case Ticked(ticked=code) if self._is_none(claim.item, code):
                yield Domain(given=False)
                yield from (Domain(on=one) for one in self._ticks(claim.item).values())
            case Unticked(unticked=code) if self._is_none(claim.item, code):
                yield Domain(off=self._all_ticks(claim.item))
            case Ticked():
                yield Domain(off=self._ticks(claim.item)[claim.ticked])
            case Unticked():
                yield Domain(on=self._ticks(claim.item)[claim.unticked])

    def _places(self, claim: AtLeast | Is) -> frozenset[int]:
        item = self._questionnaire.items[claim.item]
        codes = [one.code for one in rated_answers(item)]
        if isinstance(claim, Is):
            return frozenset({codes.index(claim.is_)})
        return frozenset(range(codes.index(claim.at_least), len(codes)))

    def _ticks(self, link_id: str) -> dict[str, int]:
        return ticks_of(self._questionnaire.items[link_id])

    def _all_ticks(self, link_id: str) -> int:
        return sum(self._ticks(link_id).values())

    def _is_none(self, link_id: str, code: str) -> bool:
        item = self._questionnaire.items[link_id]
        none = exclusive_option(item) if isinstance(item, ChoicesItem) else None
        return none is not None and none.code == code


def ticks_of(item: object) -> dict[str, int]:
    """Return one bit for each tick of a question.

    Args:
        item: The question; others than `choices` have none.
    """
    options = item.option if isinstance(item, ChoicesItem) else ()
    codes = [one.code for one in options if not one.exclusive]
    return {code: 1 << n for n, code in enumerate(codes)}


def _given_only(domain: Domain) -> Domain:
    return Domain(False, True, domain.places, domain.on, domain.off)


@cache
def _regions_of(region: str | None) -> frozenset[str] | None:
    """Return the regions that show a line; `None` for all."""
    if region is None:
        return None
    return frozenset(one for one in regions() if load_help_lines(one).is_in(region))


def _subsets(topics: Iterable[str]) -> Iterator[frozenset[str]]:
    known = sorted(topics)
    for count in range(len(known) + 1):
        yield from map(frozenset, combinations(known, count))
