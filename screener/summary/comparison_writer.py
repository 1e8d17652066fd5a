"""A comparison in plain text."""

from collections.abc import Iterable, Iterator

from screener.language import N_, _, date_words
from screener.summary.comparison import Change, Comparison
from screener.summary.layout import WIDTH, laid_out_for, part, wrap
from screener.summary.model import Summary

_OTHER_QUESTIONS = N_(
    "The two were made with different versions of the questions. What is told of a "
    "question that is in one of them only may be a change of the questions."
)


def comparison_text(comparison: Comparison, columns: int = WIDTH) -> str:
    """Tell what changed, question by question first, then ladders.

    Args:
        comparison: Two summaries side by side.
        columns: How wide a line may be.
    """
    with laid_out_for(columns):
        return _text(comparison)


def _text(comparison: Comparison) -> str:
    lines = [
        *wrap(_("Before: {origin}").format(origin=_origin(comparison.before))),
        *wrap(_("After:  {origin}").format(origin=_origin(comparison.after))),
        *(() if comparison.same_questions else ["", *wrap(_(_OTHER_QUESTIONS))]),
        *part(_("What is answered differently"), _changes(comparison.answers)),
        *part(_("Where the answers point"), _ladders(comparison.ladders)),
        *part(_("How heavy each thing weighs"), _changes(comparison.ratings)),
    ]
    if not comparison.answers:
        lines += ["", *wrap(_("Every question is answered as before."))]
    return "\n".join(lines) + "\n"


def _origin(summary: Summary) -> str:
    date = date_words(summary.date)
    origin = summary.questionnaire
    return f"{date}, {origin.id} {origin.version} ({origin.hash[:12]})"


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    before, after = _("    before: "), _("    after: ")
    width = max(len(before), len(after))
    for change in changes:
        yield from wrap(f"{change.name}:", "  ")
        yield from wrap(change.before, before.ljust(width))
        yield from wrap(change.after, after.ljust(width))


def _ladders(ladders: Iterable[Change]) -> Iterator[str]:
    for ladder in ladders:
        if ladder.is_change:
            yield from _changes([ladder])
        else:
            yield from wrap(
                _("{name}: {after}, as before").format(
                    name=ladder.name, after=ladder.after
                ),
                "  ",
            )
