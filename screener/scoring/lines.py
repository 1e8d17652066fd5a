"""What is told beside a placement: alternatives, supports, fit and the like.

These lines test codes and rungs. They never move a ladder.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from screener.model import (
    Condition,
    Fact,
    FitSign,
    Given,
    Line,
    OnRung,
    Questionnaire,
    answers_tested,
)
from screener.scoring.conditions import holds


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
    rungs: Mapping[str, str]
    """The rung reported, by ladder."""
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

    def is_true(self, condition: Condition) -> bool:
        """Whether a condition on answers and rungs holds for this person."""
        return holds(
            condition, self.questionnaire, self.counted, self._on_rung, self.facts
        )

    def _finding(self, sign: FitSign) -> Fit:
        if self.is_true(sign.fits_when):
            return Fit.FITS
        asked = {leaf.item for leaf in answers_tested(sign.fits_when)}
        return Fit.UNKNOWN if asked & self.unknown else Fit.BUILD

    def _on_rung(self, condition: OnRung) -> bool:
        return lies_on(condition, self.questionnaire, self.rungs)


def lies_on(
    condition: OnRung, questionnaire: Questionnaire, rungs: Mapping[str, str]
) -> bool:
    """Whether the rung reported lies between a condition's two.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
        rungs: The rung reported, by ladder.
    """
    index = questionnaire.ladders[condition.ladder].index
    here = index[rungs[condition.ladder]]
    low = index[condition.from_] if condition.from_ else 0
    high = index[condition.to] if condition.to else len(index)
    return low <= here <= high
