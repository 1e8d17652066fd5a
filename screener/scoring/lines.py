"""What is told beside a placement: alternatives, supports, fit and the like.

These lines test codes and rungs. They never move a ladder.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from screener.model import (
    Condition,
    End,
    Fact,
    FitSign,
    Given,
    Line,
    OnRung,
    Questionnaire,
    Rule,
)
from screener.model.condition import OnResult
from screener.scoring.conditions import holds, items_tested, lies_in


class Fit(StrEnum):
    """Whether a sign of a good fit is there."""

    FITS = "fits"
    BUILD = "build"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FitFinding:
    """One sign and how it stands for this person."""

    sign: FitSign
    fit: Fit


@dataclass(frozen=True, slots=True)
class LineReader:
    """Tells which lines are for a person, from their answers and rungs."""

    questionnaire: Questionnaire
    counted: Mapping[str, Given]
    """The given answers that count."""
    ends: Mapping[str, tuple[str, str]]
    """Both ends of the range, by ladder: what is reported, and what it could be."""
    totals: Mapping[str, tuple[int, int]]
    """The total at both ends, by scale."""
    unknown: Set[str]
    """Items that may apply and have no answer that counts."""
    facts: Set[Fact] = frozenset()
    """What is known of the person beside their answers."""

    def shown(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines whose condition holds, as listed."""
        return tuple(
            line
            for line in lines
            if line.show_when is None or self.is_true(line.show_when)
        )

    def fit(self, signs: Iterable[FitSign]) -> tuple[FitFinding, ...]:
        """How each sign that applies to the person stands, as listed."""
        return tuple(
            FitFinding(sign, self._finding(sign))
            for sign in signs
            if sign.applies_when is None or self.is_true(sign.applies_when)
        )

    def in_fitting_words(self, rule: Rule) -> Rule:
        """Return a rule in the words that are true for the person."""
        for words in rule.wording:
            if self.is_true(words.show_when):
                return replace(
                    rule, text=words.text, first=words.first or rule.first, wording=()
                )
        return rule

    def is_true(self, condition: Condition) -> bool:
        """Whether a condition on answers and rungs holds for this person."""
        return holds(
            condition, self.questionnaire, self.counted, self._on_result, self.facts
        )

    def _finding(self, sign: FitSign) -> Fit:
        if self.is_true(sign.fits_when):
            return Fit.FITS
        asked = items_tested(sign.fits_when, self.questionnaire)
        return Fit.UNKNOWN if asked & self.unknown else Fit.BUILD

    def _on_result(self, condition: OnResult) -> bool:
        if isinstance(condition, OnRung):
            return lies_on(condition, self.questionnaire, self.ends)
        low, high = self.totals[condition.scale]
        return lies_in(condition, high if condition.end is End.HIGH else low)


def lies_on(
    condition: OnRung,
    questionnaire: Questionnaire,
    ends: Mapping[str, tuple[str, str]],
) -> bool:
    """Whether an end of a range lies between a condition's two rungs.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
        ends: The low and the high end of the range, by ladder.
    """
    index = questionnaire.ladders[condition.ladder].index
    low_end, high_end = ends[condition.ladder]
    here = index[high_end if condition.end is End.HIGH else low_end]
    low = index[condition.from_] if condition.from_ else 0
    high = index[condition.to] if condition.to else len(index)
    return low <= here <= high
