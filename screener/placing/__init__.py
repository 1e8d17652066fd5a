"""Answers in JSON, placed: the reply to one line, fast where there are many."""

from screener.placing.line import LONGEST_LINE, read_line, take_id
from screener.placing.line_placer import LinePlacer
from screener.placing.reply import ladders_table, one_line, reply, scales_table

__all__ = [
    "LONGEST_LINE",
    "LinePlacer",
    "ladders_table",
    "one_line",
    "read_line",
    "reply",
    "scales_table",
    "take_id",
]
