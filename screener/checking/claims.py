"""From claims to what they demand of the answers."""

from collections.abc import Iterable, Iterator
from functools import cache

from screener.catalog import load_help_lines, regions
from screener.checking.answer_claims import AnswerClaims
from screener.checking.demands import Demand, all_of, any_of
from screener.checking.result_claims import ResultClaims
from screener.checking.space import Space
from screener.model import (
    AllClaims,
    AllOf,
    Answered,
    AnyClaim,
    AnyOf,
    AtLeast,
    Claim,
    Condition,
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
)
from screener.scoring import items_tested
from screener.scoring.saying import (
    Frame,
    line_may_be_shown,
    no_level_is_shown,
    rung_is_shown,
    sentence_is_said,
)


class Claims:
    """The claims of one questionnaire."""

    def __init__(self, space: Space) -> None:
        """Look at a questionnaire.

        Args:
            space: All answer sets of it.
        """
        self._questionnaire = space.questionnaire
        self._frame = Frame.of(space.questionnaire)
        self._answers = AnswerClaims(space)
        self._results = ResultClaims(space)
        self._known: dict[Claim | Condition, list[Demand]] = {}

    def demands(self, claims: Iterable[Claim]) -> list[Demand]:
        """Return the ways in which all of some claims hold.

        Args:
            claims: The claims.

        Raises:
            TooManyWaysError: If there are more ways than are looked at.
        """
        return all_of(self._ways(one) for one in claims)

    def _ways(self, claim: Claim | Condition) -> list[Demand]:
        """Return the ways in which a claim or a condition holds."""
        if claim not in self._known:
            self._known[claim] = self._work_out(claim)
        return self._known[claim]

    def _work_out(self, claim: Claim | Condition) -> list[Demand]:
        match claim:
            case AllClaims(all=parts) | AllOf(all=parts):
                return all_of(map(self._ways, parts))
            case AnyClaim(any=parts) | AnyOf(any=parts):
                return any_of(map(self._ways, parts))
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
                return self._results.red_flag(there=claim.red_flag)
            case HasSteps():
                return self._results.steps(there=claim.steps)
            case SafetyOpen():
                return self._answers.safety(is_open=claim.safety_open)
            case Holds():
                return self._results.holds(claim.holds)
        return self._of_person(claim)

    def _of_person(self, claim: Claim | Condition) -> list[Demand]:
        match claim:
            case Rated():
                return self._results.rated(claim)
            case Answered():
                return self._answers.answered(claim)
            case OnRung():
                return self._results.on_rung(claim)
            case OnTotal():
                return self._results.in_total(claim)
            case HasFact():
                return [Demand(cry=True)]
        assert isinstance(claim, AtLeast | Is | Ticked | Unticked)
        return self._answers.on_answer(claim)

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
        return all_of(parts)

    def _line(self, claim: ShownLine) -> Line:
        lines = self._questionnaire.guidance.lines()
        return next(line for line in lines[claim.shown] if line.id == claim.id)

    def _stands(self, sign: FitSign, kind: LineKind) -> Iterator[list[Demand]]:
        if sign.applies_when is not None:
            yield self._ways(sign.applies_when)
        if kind is LineKind.FIT:
            yield self._ways(sign.fits_when)
            return
        yield self._contrary(sign.fits_when)
        for item in sorted(items_tested(sign.fits_when, self._questionnaire)):
            yield self._answers.not_open(item)

    def _contrary(self, condition: Condition) -> list[Demand]:
        """Return the ways in which a condition does not hold."""
        match condition:
            case AllOf(all=parts):
                return any_of(map(self._contrary, parts))
            case AnyOf(any=parts):
                return all_of(map(self._contrary, parts))
            case OnRung():
                return self._results.off_rung(condition)
            case OnTotal():
                return self._results.off_total(condition)
            case HasFact():
                return [Demand(cry=False)]
        return self._answers.unlike(condition)


@cache
def _regions_of(region: str | None) -> frozenset[str] | None:
    """Return the regions that show a line; `None` for all."""
    if region is None:
        return None
    return frozenset(one for one in regions() if load_help_lines(one).is_in(region))
