"""What a person takes along: one summary, told by many writers."""

from screener.summary.answer_words import answer_words
from screener.summary.builder import summarize
from screener.summary.model import (
    LEVEL,
    AnswerLine,
    AnswerState,
    LadderLine,
    RatingLine,
    Respondent,
    Summary,
    Told,
)
from screener.summary.reader import read_summary
from screener.summary.reviewed import reviewed_words
from screener.summary.saving import default_folder, save
from screener.summary.text_writer import to_text
from screener.summary.toml_writer import to_toml

__all__ = [
    "LEVEL",
    "AnswerLine",
    "AnswerState",
    "LadderLine",
    "RatingLine",
    "Respondent",
    "Summary",
    "Told",
    "answer_words",
    "default_folder",
    "read_summary",
    "reviewed_words",
    "save",
    "summarize",
    "to_text",
    "to_toml",
]
