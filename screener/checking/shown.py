"""Whether claims hold of one person's result, as it is shown to them."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from screener.catalog import load_help_lines
from screener.model import (
    Answered,
    Answers,
    AtLeast,
    BasicClaim,
    Claim,
    End,
    Fact,
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
    Questionnaire,
    Rated,
    SafetyOpen,
    Says,
    ShownLine,
    ShownRung,
    Ticked,
    Unticked,
)
from screener.scoring import Fit, Recommendation, enable, evaluate, given_answers
from screener.scoring.conditions import holds, lies_in
from screener.scoring.evaluation import totals
from screener.scoring.lines import lies_on
from screener.scoring.saying import (
    Frame,
    claim_holds,
    line_may_be_shown,
    no_level_is_shown,
    rung_is_shown,
    sentence_is_said,
)

_FITS = {LineKind.FIT: Fit.FITS, LineKind.BUILD: Fit.BUILD}


@dataclass(frozen=True)
class Shown:
    """A result, and whom it is shown to."""

    questionnaire: Questionnaire
    answers: Answers
    """What is left out of a file is not among them."""
    cry: bool = False
    """Whether a cry for help was typed."""
    left_out: Set[str] = frozenset()
    """The private topics that are left out."""
    region: str | None = None
    """The region whose help lines are shown; `None` for one that shows all lines."""

    @cached_property
    def _found(self) -> Recommendation:
        facts = frozenset({Fact.CRY_FOR_HELP} if self.cry else ())
        return evaluate(self.questionnaire, self.answers, facts)

    @cached_property
    def _counted(self) -> Mapping[str, object]:
        known = given_answers(self.questionnaire, self.answers)
        return enable(self.questionnaire, known).counted

    @cached_property
    def _frame(self) -> Frame:
        return Frame.of(self.questionnaire)

    def all_hold(self, claims: Iterable[Claim]) -> bool:
        """Return whether all of some claims hold.

        Args:
            claims: The claims.
        """
        return all(map(self.holds, claims))

    def holds(self, claim: Claim) -> bool:
        """Return whether a claim holds.

        Args:
            claim: The claim.
        """
        return claim_holds(claim, self._is_true)

    def _is_true(self, claim: BasicClaim) -> bool:
        match claim:
            case ShownLine():
                may = line_may_be_shown(self._frame, claim.shown)
                return self._is_shown(claim) and (may is None or self.holds(may))
            case ShownRung():
                return self.holds(rung_is_shown(self._frame, claim.told, claim.rung))
            case NoLevel():
                return self.holds(no_level_is_shown(self._frame, claim.no_level))
            case Says():
                ladder = claim.ladder or ""
                return self.holds(sentence_is_said(self._frame, claim.sentence, ladder))
            case AtLeast() | Is() | Ticked() | Unticked():
                return holds(claim, self.questionnaire, dict(self._counted))  # type: ignore[arg-type]
        return self._is_so(claim)

    def _is_so(self, claim: BasicClaim) -> bool:
        found = self._found
        match claim:
            case Holds():
                return any(one.rule.id == claim.holds for one in found.rules)
            case HasRedFlag():
                flags = bool(found.red_flags) or Fact.CRY_FOR_HELP in found.facts
                return flags is claim.red_flag
            case HasSteps():
                first = any(one.rule.first for one in found.rules)
                return (first or Fact.CRY_FOR_HELP in found.facts) is claim.steps
            case SafetyOpen():
                return self._is_safety_open() is claim.safety_open
            case Answered():
                if claim.answered:
                    return claim.item in self._counted
                return self._is_open(claim.item)
        return self._stands(claim)

    def _stands(self, claim: BasicClaim) -> bool:
        found = self._found
        match claim:
            case OnRung():
                ends = {id: (one.low, one.high) for id, one in found.placements.items()}
                return lies_on(claim, self.questionnaire, ends)
            case OnTotal():
                ends_of_total = totals(self.questionnaire, self.answers)[claim.scale]
                return lies_in(claim, ends_of_total[claim.end is End.HIGH])
            case Rated():
                rating = found.ratings[claim.dimension]
                at = rating.low if claim.end is End.LOW else rating.high
                return claim.from_ <= at <= claim.to
            case HasFact():
                return claim.fact in found.facts
        raise AssertionError(claim)

    def _is_shown(self, claim: ShownLine) -> bool:
        found = self._found
        if claim.shown in _FITS:
            return any(
                one.sign.id == claim.id and one.fit is _FITS[claim.shown]
                for one in found.fit
            )
        lines = {
            LineKind.ALTERNATIVE: found.alternatives,
            LineKind.SUPPORT: found.supports,
            LineKind.BENEFIT: found.benefits,
            LineKind.ASK: found.asks,
            LineKind.BRING: found.brings,
        }
        shown = lines[claim.shown]
        return any(one.id == claim.id and self._is_here(one) for one in shown)

    def _is_here(self, line: Line) -> bool:
        return self.region is None or load_help_lines(self.region).is_in(line.region)

    def _is_safety_open(self) -> bool:
        return any(
            self._is_open(one.link_id) and one.private not in self.left_out
            for one in self.questionnaire.item
            if one.ask_again
        )

    def _is_open(self, link_id: str) -> bool:
        return link_id in self._found.unknown
