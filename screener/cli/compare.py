"""`screener compare A B`: what changed between two saved summaries."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from screener.catalog import Editions, select
from screener.cli.passphrase import ask_passphrase
from screener.language import speaking
from screener.summary import (
    Comparison,
    Summary,
    all_told_in,
    compare,
    comparison_text,
    read_summary,
)
from screener.summary.comparison import Change


def compare_files(
    before: Path, after: Path, *, as_json: bool, language: str | None = None
) -> int:
    """Print what changed: question by question first, then ladders.

    It is in the language that is asked for, or else in that of the later one.

    Args:
        before: The earlier summary, in TOML.
        after: The later one.
        as_json: Whether to print one JSON object instead of text.
        language: The code of the language that is asked for, if one is.

    Returns:
        The exit code.
    """
    earlier = read_summary(before, ask_passphrase)
    later = read_summary(after, ask_passphrase)
    language = language or later.questionnaire.language
    same = Editions(select(), "us").same
    with speaking(language):
        comparison = compare(*all_told_in(language, (earlier, later), same))
        if as_json:
            print(json.dumps(_table(comparison), indent=2))
        else:
            print(comparison_text(comparison), end="")
    return 0


def _table(comparison: Comparison) -> dict[str, Any]:
    return {
        "before": _origin(comparison.before),
        "after": _origin(comparison.after),
        "answers": _changes(comparison.answers),
        "ladders": _changes(comparison.ladders),
        "ratings": _changes(comparison.ratings),
    }


def _origin(summary: Summary) -> dict[str, str]:
    origin = summary.questionnaire
    return {
        "created": summary.created.isoformat(),
        "questionnaire": origin.id,
        "version": origin.version,
        "hash": origin.hash,
    }


def _changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "before": one.before,
            "after": one.after,
            "changed": one.is_change,
        }
        for one in changes
    ]
