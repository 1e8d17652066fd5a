"""The result in lines that make sense when they are read aloud."""

from collections.abc import Iterable, Iterator

from screener.language import _
from screener.scoring import Fit
from screener.summary import LadderLine, Summary, Told
from screener.summary.counselor_words import HEADING, counselor_words
from screener.summary.said import (
    about_lines,
    ask_lines,
    fit_lines,
    more_words,
    name_words,
    place_words,
    weighed_ratings,
    why_words,
)
from screener.summary.what_could_change import change_words
from screener.summary.wording import (
    ENOUGH,
    FIT_WORDS,
    STANDING,
    because,
    open_safety_words,
    rating_words,
)


def result_lines(summary: Summary) -> Iterator[str]:
    """Tell a result: what to do first, the level and why, then all beside it.

    Args:
        summary: The visit's summary.
    """
    level, *others = summary.ladders
    yield from _first(summary)
    yield f"{level.name}: {place_words(summary, level)}."
    steps = _(", then ").join(rung.name for rung in level.rungs)
    yield _("The steps from least to most care are: {steps}.").format(steps=steps)
    yield from _why(level, summary)
    yield from _part(_("What could change it"), change_words(summary, level))
    yield from _part(_("Besides the level of care"), _beside(others, summary))
    yield from _part(
        _("What it is: {rung_name}").format(rung_name=name_words(summary, level)),
        about_lines(summary, level),
    )
    yield from _part(_("How heavy each thing weighs"), _weights(summary))
    if summary.counselor:
        yield from _part(_(HEADING), counselor_words(summary.counselor))
    yield from _told(_("Other options"), summary.alternatives)
    yield from _told(_("Support to ask for"), summary.supports)
    yield from _told(_("What this kind of care offers you"), summary.benefits)
    yield from _part(
        _("How well an intensive outpatient program (IOP) would fit"), _fit(summary)
    )
    yield from _told(_("Questions to ask a program"), ask_lines(summary))
    yield from _told(_("What to bring"), summary.brings)


def _first(summary: Summary) -> Iterator[str]:
    for step in summary.steps:
        yield _("First: {text}").format(text=step.text)
        for one in step.help:
            yield f"{one.name}: {one.reach}."
    if told := open_safety_words(summary):
        yield told
    yield f"{_(STANDING)} {summary.reviewed}"
    yield ""


def _why(level: LadderLine, summary: Summary) -> Iterator[str]:
    yield ""
    yield _("Why this level:")
    for number, words in enumerate(why_words(summary, level)):
        yield words
        if number == 0 and level.reasons:
            said = " ".join((*because(level), _(ENOUGH)))
            yield _("You said: {said}").format(said=said)
    yield _("Why not a higher level: {words}").format(words=more_words(summary, level))


def _beside(ladders: Iterable[LadderLine], summary: Summary) -> Iterator[str]:
    for ladder in ladders:
        if ladder.place_of(ladder.high):
            reasons = " ".join(ladder.reason_texts)
            yield f"{ladder.name}: {place_words(summary, ladder)}. {reasons}".rstrip()


def _weights(summary: Summary) -> Iterator[str]:
    for one in weighed_ratings(summary):
        yield f"{one.name}: {rating_words(one)}."
    for scale in summary.scales:
        if scale.band is not None:
            yield f"{scale.name}: {scale.band}."


def _fit(summary: Summary) -> Iterator[str]:
    for line in fit_lines(summary):
        build = f" {line.build}" if line.fit is Fit.BUILD else ""
        yield f"{_(FIT_WORDS[line.fit])}: {line.sign}{build}"


def _told(heading: str, lines: Iterable[Told]) -> Iterator[str]:
    return _part(heading, (line.text for line in lines))


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield f"{heading}:"
    yield from told
