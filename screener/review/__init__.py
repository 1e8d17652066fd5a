"""A questionnaire in sentences: its conditions, its rules, and all of it to sign."""

from screener.review.condition_words import condition_words
from screener.review.marks import MARKDOWN, PLAIN, Marks
from screener.review.rule_words import (
    rates_words,
    rule_words,
    threshold_words,
    ways_to,
)
from screener.review.sheet import sheet

__all__ = [
    "MARKDOWN",
    "PLAIN",
    "Marks",
    "condition_words",
    "rates_words",
    "rule_words",
    "sheet",
    "threshold_words",
    "ways_to",
]
