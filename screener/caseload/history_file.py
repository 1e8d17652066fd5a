"""A client's visits as a table for other programs."""

import csv
import io
import unicodedata
from collections.abc import Iterable

from screener.summary import Summary, safe
from screener.summary.answer_text import answer_told
from screener.summary.said import certainty

_FORMULA = "=+-@"
"""With these a spreadsheet begins to calculate; with their full-width forms, too."""

_PASSED_OVER = {"Cf", "Zs"}
"""Invisible characters and blanks, which may stand before one of them."""


def history_csv(summaries: Iterable[Summary]) -> str:
    """A row for each visit, in the order of time.

    Args:
        summaries: A client's summaries.

    Returns:
        CSV with a header: who, when and the questionnaire, then for each ladder both
        ends and whether the low end is established, for each rating both ends, and a
        column for each answer. A cell is empty if it was not asked or is not in the
        file.
    """
    rows = [
        {_cell(name): _cell(value) for name, value in _row(one).items()}
        for one in sorted(summaries, key=lambda one: one.created)
    ]
    names = list(dict.fromkeys(name for row in rows for name in row))
    told = io.StringIO(newline="")
    table = csv.DictWriter(told, names, restval="", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    return told.getvalue()


def _row(summary: Summary) -> dict[str, str]:
    origin = summary.questionnaire
    row = {
        "client": summary.client or "",
        "created": summary.created.isoformat(),
        "questionnaire": f"{origin.id} {origin.version}",
        "hash": origin.hash,
        "answered_by": summary.respondent.value,
        "answers_left_out": "yes" if summary.left_out else "no",
    }
    return row | _placed(summary) | _said(summary)


def _placed(summary: Summary) -> dict[str, str]:
    row: dict[str, str] = {}
    for ladder in summary.ladders:
        row[f"{ladder.id}.low"] = ladder.low
        row[f"{ladder.id}.high"] = ladder.high
        row[f"{ladder.id}.stands"] = certainty(summary, ladder).value
    for rating in summary.ratings:
        row[f"{rating.dimension}.low"] = str(rating.low)
        row[f"{rating.dimension}.high"] = str(rating.high)
    for scale in summary.scales:
        row[f"scale.{scale.scale}"] = "" if scale.score is None else str(scale.score)
    return row


def _said(summary: Summary) -> dict[str, str]:
    row: dict[str, str] = {}
    for line in summary.answers:
        row[f"answer.{line.link_id}"] = answer_told(line)
    if summary.counselor:
        for own in summary.counselor.ratings:
            if own.counts:
                row[f"counselor.{own.link_id}"] = "; ".join(own.own)
        for agreed in summary.counselor.agreed:
            row["agreed"] = agreed.rung
    return row


def _cell(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    shown = safe(words)
    seen = (one for one in shown if unicodedata.category(one) not in _PASSED_OVER)
    first = unicodedata.normalize("NFKC", next(seen, ""))
    return f"'{shown}" if first and first in _FORMULA else shown
