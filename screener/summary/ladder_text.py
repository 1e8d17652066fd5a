"""Ladders in plain text: drawn, with their range and their reasons."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from screener.language import _
from screener.summary.layout import columns_now, point, safe, width, wrap
from screener.summary.model import LadderLine, Summary
from screener.summary.said import (
    Mark,
    about_lines,
    drawn_rungs,
    more_words,
    place_words,
    why_words,
)
from screener.summary.what_could_change import change_words
from screener.summary.wording import ELSEWHERE, ENOUGH, because

_DRAWN = {Mark.HERE: "|######|", Mark.MAYBE: "|. . . |", Mark.NOT: "|      |"}

_FEW_REASONS = 2
"""The most reasons that are told where there is no room for all of them."""

_DOTTED = 60
"""On fewer columns, names and places are not set in two columns with dots between."""


def ladders_text(summary: Summary) -> Iterator[str]:
    """Every ladder with its rung and range, one a line."""
    ladders = summary.ladders
    room = min(28, max(width(safe(ladder.name)) for ladder in ladders))
    for ladder in ladders:
        name, place = safe(ladder.name), place_words(summary, ladder)
        if columns_now() < _DOTTED:
            yield from wrap(f"{name}: {place}", "  ", "    ")
            continue
        dots = "." * max(3, room - width(name) + 3)
        yield from wrap(f"{name} {dots} {place}", "  ", " " * (room + 7))


def ladder_text(level: LadderLine, summary: Summary, *, close: bool) -> Iterator[str]:
    """A ladder drawn from grave to mild, and what its rung is."""
    for rung in reversed(drawn_rungs(summary, level)):
        words = f"{rung.name} <== {rung.words}" if rung.words else rung.name
        yield from wrap(words, f"  {_DRAWN[rung.mark]}  ")
    yield ""
    about, *facts = about_lines(summary, level)
    if close:
        yield from wrap(f"{about} {'; '.join(facts)}", "  ")
        return
    yield from wrap(about, "  ")
    for fact in facts:
        yield from point(fact)


def why_text(
    ladder: LadderLine, summary: Summary, *, close: bool, few: bool
) -> Iterator[str]:
    """The answers that give the rung, why they do, and why it is no more."""
    for number, words in enumerate(_few(list(why_words(summary, ladder)), few=few)):
        yield from point(words)
        if number == 0 and ladder.reasons and not close:
            said = " ".join(because(ladder))
            yield from wrap(
                _("You said: {said}").format(said=f"{said} {_(ENOUGH)}"), "    "
            )
    if ladder.reasons or not ladder.settled:
        yield from point(more_words(summary, ladder))


def changes_text(ladder: LadderLine, summary: Summary, *, close: bool) -> Iterator[str]:
    """What could change the rung; only what is open where there is little room."""
    told = change_words(summary, ladder)
    for one in islice(told, 0 if ladder.settled else 1) if close else told:
        yield from point(one)


def others_text(
    ladders: Iterable[LadderLine], summary: Summary, *, few: bool
) -> Iterator[str]:
    """The ladders that are raised or could be, each with its reasons."""
    for ladder in ladders:
        if ladder.place_of(ladder.high):
            why = " ".join(_few(ladder.reason_texts, few=few))
            yield from point(f"{ladder.name}: {place_words(summary, ladder)}. {why}")


def _few(reasons: Sequence[str], *, few: bool) -> Iterator[str]:
    """Yield the reasons: all, or the first ones and where the others are."""
    if few and len(reasons) > _FEW_REASONS:
        yield from reasons[:_FEW_REASONS]
        yield _(ELSEWHERE)
    else:
        yield from reasons
