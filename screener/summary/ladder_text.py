"""Ladders in plain text: drawn, with their range and their reasons."""

from collections.abc import Iterable, Iterator
from itertools import islice

from screener.language import _
from screener.summary.layout import point, safe, width, wrap
from screener.summary.model import LadderLine, Summary
from screener.summary.what_could_change import change_words
from screener.summary.wording import ENOUGH, because, range_words

_HERE, _MAYBE, _NONE = "|######|", "|. . . |", "|      |"


def ladders_text(ladders: tuple[LadderLine, ...]) -> Iterator[str]:
    """Every ladder with its rung and range, one a line."""
    room = min(28, max(width(safe(ladder.name)) for ladder in ladders))
    for ladder in ladders:
        name = safe(ladder.name)
        told = ladder.rung_name
        if not ladder.settled:
            told += _(" (could be as high as: {highest})").format(
                highest=ladder.name_of(ladder.high)
            )
        dots = "." * max(3, room - width(name) + 3)
        yield from wrap(f"{name} {dots} {told}", "  ", " " * (room + 7))


def ladder_text(level: LadderLine, *, close: bool) -> Iterator[str]:
    """A ladder drawn from grave to mild, and what its rung is."""
    low, high = level.place_of(level.low), level.place_of(level.high)
    for place in reversed(range(len(level.rungs))):
        name = level.rungs[place].name
        if place == low:
            yield from wrap(
                _("{name}  <== the answers point here").format(name=name),
                f"  {_HERE}  ",
            )
        elif low < place <= high:
            yield from wrap(
                _("{name}  (possible: see below)").format(name=name), f"  {_MAYBE}  "
            )
        else:
            yield from wrap(name, f"  {_NONE}  ")
    yield ""
    if close:
        yield from wrap(f"{level.about} {'; '.join(level.facts)}", "  ")
        return
    yield from wrap(level.about, "  ")
    for fact in level.facts:
        yield from point(fact)


def why_text(ladder: LadderLine, *, close: bool) -> Iterator[str]:
    """The answers that give the rung, why they do, and why it is no more."""
    if not ladder.reasons:
        yield from point(_("Nothing in the answers points to more."))
    for number, reason in enumerate(ladder.reasons_enough_first):
        yield from point(reason.text)
        if number == 0 and not close:
            said = " ".join(because(ladder))
            yield from wrap(
                _("You said: {said}").format(said=f"{said} {_(ENOUGH)}"), "    "
            )
    if ladder.reasons or not ladder.settled:
        yield from point(range_words(ladder))


def changes_text(ladder: LadderLine, summary: Summary, *, close: bool) -> Iterator[str]:
    """What could change the rung; only what is open where there is little room."""
    told = change_words(summary, ladder)
    for one in islice(told, 0 if ladder.settled else 1) if close else told:
        yield from point(one)


def others_text(ladders: Iterable[LadderLine]) -> Iterator[str]:
    """The ladders that are raised or could be, each with its reasons."""
    for ladder in ladders:
        if ladder.place_of(ladder.high):
            why = " ".join(reason.text for reason in ladder.reasons)
            yield from point(f"{ladder.name}: {ladder.rung_name}. {why}")
