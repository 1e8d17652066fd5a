"""Pure placement: no files, no clock, no screen. One entry, `evaluate`."""

from screener.scoring.answered import (
    exclusive_option,
    given,
    given_answers,
    gravest,
    mildest,
)
from screener.scoring.enablement import Enablement, enable
from screener.scoring.evaluation import evaluate
from screener.scoring.lines import Fit, FitFinding
from screener.scoring.recommendation import (
    Evidence,
    HoldingRule,
    Placement,
    RatingRange,
    Recommendation,
    ScaleScore,
)

__all__ = [
    "Enablement",
    "Evidence",
    "Fit",
    "FitFinding",
    "HoldingRule",
    "Placement",
    "RatingRange",
    "Recommendation",
    "ScaleScore",
    "enable",
    "evaluate",
    "exclusive_option",
    "given",
    "given_answers",
    "gravest",
    "mildest",
]
