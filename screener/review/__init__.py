"""A questionnaire in sentences: its conditions and its rules."""

from screener.review.condition_words import condition_words
from screener.review.marks import MARKDOWN, PLAIN, Marks
from screener.review.rule_words import (
    rates_words,
    rule_words,
    threshold_words,
    ways_to,
)

__all__ = [
    "MARKDOWN",
    "PLAIN",
    "Marks",
    "condition_words",
    "rates_words",
    "rule_words",
    "threshold_words",
    "ways_to",
]
