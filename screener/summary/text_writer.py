"""Writes a summary as plain text to read and print: safety and home come first."""

from collections.abc import Iterator
from enum import IntEnum

from screener.language import _, date_words
from screener.model import HelpKind
from screener.scoring import Fit
from screener.summary.answer_text import answers_text
from screener.summary.counselor_words import HEADING, counselor_words
from screener.summary.ladder_text import (
    changes_text,
    ladder_text,
    ladders_text,
    others_text,
    why_text,
)
from screener.summary.layout import (
    WIDTH,
    columns_now,
    laid_out_for,
    part,
    point,
    width,
    wrap,
)
from screener.summary.model import FitLine, HelpEntry, Step, Summary, Told
from screener.summary.own_language import in_its_language
from screener.summary.said import (
    ask_lines,
    calm_words,
    fit_lines,
    weighed_ratings,
)
from screener.summary.wording import (
    ELSEWHERE,
    FIT_WORDS,
    LEFT_OUT,
    STANDING,
    answered_words,
    open_safety_words,
    rating_words,
    total_words,
)

MOST_LINES = 2 * 60
"""Two printed pages."""

_FIT_MARKS = {Fit.FITS: "[x]", Fit.BUILD: "[ ]", Fit.UNKNOWN: "[?]"}


class _Setting(IntEnum):
    """How close the lines are set, each value closer than the one before it."""

    ROOMY = 0
    SHORT_HELP = 1
    CLOSE_ANSWERS = 2
    CLOSE = 3
    ANSWERS_ELSEWHERE = 4
    LISTS_ELSEWHERE = 5
    FEW_REASONS = 6
    ONLY_WHAT_MATTERS = 7


@in_its_language
def to_text(summary: Summary, columns: int = WIDTH) -> str:
    """Tell a summary in plain text, for two printed pages or for a narrow screen.

    It is set as close as it must be to fit on two pages, and no closer. What matters
    for safety is never cut: at the closest, the list of every answer, then the lists
    that can wait, then all reasons but the first ones, and at last other ways and the
    support to ask for are left to the file that this program can open again.

    Args:
        summary: The summary.
        columns: How wide a line may be; on fewer than a page has, nothing is set close.
    """
    with laid_out_for(columns):
        settings = (_lines(summary, setting) for setting in _Setting)
        lines: list[str] = []
        for lines in settings:
            if len(lines) <= MOST_LINES or columns < WIDTH:
                break
    return "\n".join(lines) + "\n"


def _lines(summary: Summary, setting: _Setting) -> list[str]:
    level, *others = summary.ladders
    close = setting >= _Setting.CLOSE
    short = setting >= _Setting.SHORT_HELP
    few = setting >= _Setting.FEW_REASONS
    why = why_text(level, summary, close=close, few=few)
    return [
        *_head(summary),
        *_steps(summary, joined=setting >= _Setting.ONLY_WHAT_MATTERS),
        *_open_safety(summary),
        *part(_("At a glance"), ladders_text(summary)),
        *_counselor(summary),
        *part(level.name, ladder_text(level, summary, close=close)),
        *part(_("Why this level, and not a higher one"), why),
        *part(_("What could change it"), changes_text(level, summary, close=close)),
        *part(_("Besides the level of care"), others_text(others, summary, few=few)),
        *part(_("How heavy each thing weighs"), _weights(summary, close=close)),
        *_lists(summary, setting),
        *part(_("Every answer"), _answers(summary, setting)),
        *part(_("Help lines"), _help(summary, short=short)),
        *part(_("What this is, and what it is not"), _standing(summary, close=close)),
    ]


def _counselor(summary: Summary) -> list[str]:
    if summary.counselor is None:
        return []
    told = counselor_words(summary.counselor)
    return part(_(HEADING), (line for words in told for line in point(words)))


def _lists(summary: Summary, setting: _Setting) -> list[str]:
    """What can wait where there is much that cannot."""
    close = setting >= _Setting.CLOSE
    ways_and_support = [
        *_told(_("Other options"), summary.alternatives),
        *_told(_("Support to ask for"), summary.supports, close=close),
    ]
    if setting >= _Setting.LISTS_ELSEWHERE:
        return [] if setting >= _Setting.ONLY_WHAT_MATTERS else ways_and_support
    signs = _fit(fit_lines(summary), close=close)
    return [
        *ways_and_support,
        *_told(_("What this kind of care offers"), summary.benefits, close=close),
        *part(_("How well an intensive outpatient program (IOP) would fit"), signs),
        *_told(_("Questions to ask a program"), ask_lines(summary), "[ ]", close=close),
        *_told(_("What to bring"), summary.brings, "[ ]", close=close),
    ]


def _head(summary: Summary) -> Iterator[str]:
    date = date_words(summary.date)
    title = wrap(summary.questionnaire.title)
    gap = columns_now() - width(title[-1]) - width(date)
    yield from title[:-1]
    if gap < 2:
        yield from (title[-1], date)
    else:
        yield f"{title[-1]}{' ' * gap}{date}"
    yield from wrap(answered_words(summary))
    yield "=" * columns_now()
    if summary.left_out:
        yield from wrap(_(LEFT_OUT))


def _steps(summary: Summary, *, joined: bool) -> list[str]:
    if summary.steps:
        return part(_("What to do first"), _first(summary.steps, joined=joined))
    calm = wrap(calm_words(summary), "  ")
    crisis = (one for one in summary.help if HelpKind.CRISIS in one.kinds)
    return part(
        _("Safety first"), [*calm, *(n for one in crisis for n in _number(one))]
    )


def _open_safety(summary: Summary) -> list[str]:
    told = open_safety_words(summary)
    return wrap(told, "  ? ") if told else []


def _first(steps: tuple[Step, ...], *, joined: bool) -> Iterator[str]:
    """The steps, each with the numbers that do not stand above it already.

    Args:
        steps: The steps, the urgent ones first.
        joined: Whether those that are not urgent share their lines.
    """
    told: set[HelpEntry] = set()
    waiting: list[str] = []
    for step in steps:
        new = [one for one in step.help if one not in told]
        told.update(new)
        if joined and not step.urgent and not new:
            waiting.append(step.text)
            continue
        yield from _in_one(waiting)
        waiting.clear()
        yield from wrap(step.text, " !! " if step.urgent else "  * ")
        for one in new:
            yield from _number(one)
    yield from _in_one(waiting)


def _in_one(steps: list[str]) -> list[str]:
    return wrap(" | ".join(steps), "  * ") if steps else []


def _number(one: HelpEntry) -> list[str]:
    return wrap(f"{one.name}: {one.reach}", "      ", "        ")


def _weights(summary: Summary, *, close: bool) -> Iterator[str]:
    """Ratings, where there is room; the totals of scales always."""
    told: list[str] = []
    if not close:
        told += (f"{one.name}: {rating_words(one)}" for one in weighed_ratings(summary))
    for scale in summary.scales:
        if scale.score is not None:
            told.append(total_words(scale.name, scale.score, scale.band))
    if told:
        yield from wrap("; ".join(told) + ".", "  ")


def _told(
    heading: str, lines: tuple[Told, ...], mark: str = "-", *, close: bool = False
) -> list[str]:
    if close and lines:
        return part(heading, point(" | ".join(line.text for line in lines)))
    return part(heading, (n for line in lines for n in point(line.text, mark)))


def _fit(signs: tuple[FitLine, ...], *, close: bool) -> Iterator[str]:
    if close:
        for fit, mark in _FIT_MARKS.items():
            if same := [line.sign for line in signs if line.fit is fit]:
                yield from point(f"{_(FIT_WORDS[fit])}: {' '.join(same)}", mark)
        return
    for line in signs:
        told = line.sign
        if line.fit is Fit.BUILD:
            told = f"{_(FIT_WORDS[line.fit])}: {line.sign} {line.build}"
        elif line.fit is Fit.UNKNOWN:
            told += _(" (not answered)")
        yield from point(told, _FIT_MARKS[line.fit])


def _answers(summary: Summary, setting: _Setting) -> Iterator[str]:
    if setting >= _Setting.ANSWERS_ELSEWHERE:
        yield from wrap(_(ELSEWHERE), "  ")
    else:
        close = setting >= _Setting.CLOSE_ANSWERS
        yield from answers_text(summary.answers, close=close)


def _help(summary: Summary, *, short: bool) -> Iterator[str]:
    above = {one for step in summary.steps for one in step.help}
    for one in summary.help:
        told = f"{one.name}: {one.reach} ({one.hours})"
        if not short:
            yield from wrap(f"{told}. {one.about}", "  - ")
        elif one not in above:
            yield from wrap(told, "  - ")


def _standing(summary: Summary, *, close: bool) -> Iterator[str]:
    origin = summary.questionnaire
    told = f"{_(STANDING)} {summary.reviewed}"
    yield from wrap(told if close else f"{told} {origin.limits}", "  ")
    made = f"{origin.id} {origin.version}, {origin.hash[:12]}"
    yield from wrap(
        _("Made by {program} with {made}.").format(program=summary.program, made=made),
        "  ",
    )
    for credit in summary.credits:
        yield from wrap(credit, "  ")
