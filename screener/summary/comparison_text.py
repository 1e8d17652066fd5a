"""A comparison in plain text."""

from collections.abc import Iterable, Iterator

from screener.language import date_words
from screener.summary.comparison import Change, Comparison
from screener.summary.layout import part, wrap
from screener.summary.model import Summary

_OTHER_QUESTIONS = (
    "The two were made with different versions of the questions. What is told of a "
    "question that is in one of them only may be a change of the questions."
)


def comparison_text(comparison: Comparison) -> str:
    """Tell what changed, question by question first, then ladders.

    Args:
        comparison: Two summaries side by side.
    """
    lines = [
        *wrap(f"Before: {_origin(comparison.before)}"),
        *wrap(f"After:  {_origin(comparison.after)}"),
        *(() if comparison.same_questions else ["", *wrap(_OTHER_QUESTIONS)]),
        *part("What is answered differently", _changes(comparison.answers)),
        *part("Where the answers point", _ladders(comparison.ladders)),
        *part("How heavy each thing weighs", _changes(comparison.ratings)),
    ]
    if not comparison.answers:
        lines += ["", *wrap("Every question is answered as before.")]
    return "\n".join(lines) + "\n"


def _origin(summary: Summary) -> str:
    date = date_words(summary.date)
    origin = summary.questionnaire
    return f"{date}, {origin.id} {origin.version} ({origin.hash[:12]})"


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        yield from wrap(f"{change.name}:", "  ")
        yield from wrap(change.before, "    before: ")
        yield from wrap(change.after, "    after:  ")


def _ladders(ladders: Iterable[Change]) -> Iterator[str]:
    for ladder in ladders:
        if ladder.is_change:
            yield from _changes([ladder])
        else:
            yield from wrap(f"{ladder.name}: {ladder.after}, as before", "  ")
