"""What every face says of a result: one source, so that no two of them differ.

`scoring.certainty` decides what may be stated; this module has the sentences.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from screener.language import _
from screener.model import Sentence
from screener.scoring import (
    Alarm,
    Alarms,
    Certainty,
    Fit,
    alarms_at,
    certainty_of,
    gravest_alarms,
)
from screener.summary.calming import how_soon, is_said
from screener.summary.model import FitLine, LadderLine, RatingLine, Summary, Told
from screener.summary.span_words import span_words


class Mark(StrEnum):
    """How a rung is drawn."""

    HERE = "here"
    """Established."""
    MAYBE = "maybe"
    """The range reaches it."""
    NOT = "not"


@dataclass(frozen=True, slots=True)
class DrawnRung:
    """One step of a drawn ladder."""

    name: str
    mark: Mark
    words: str
    """The words beside it; empty if there are none."""


def alarms(summary: Summary) -> Alarms:
    """Return the alarms of a summary."""
    return gravest_alarms(
        alarms_at(low, high, has_flag=summary.urgent)
        for low, high in (("", ""), *how_soon(summary))
    )


def alarm(summary: Summary) -> Alarm:
    """Return the alarm according to the given answers."""
    return alarms(summary).least


def certainty(summary: Summary, ladder: LadderLine) -> Certainty:
    """Return whether the low end of one of a summary's ladders is established."""
    low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
    return certainty_of(low, high, alarms(summary))


def place_words(summary: Summary, ladder: LadderLine) -> str:
    """Return a range in words, such as `Outpatient care, up to Live-in care`."""
    low, high = ladder.name_of(ladder.low), ladder.name_of(ladder.high)
    return span_words(low, high, certainty(summary, ladder))


def drawn_rungs(summary: Summary, ladder: LadderLine) -> tuple[DrawnRung, ...]:
    """Return a ladder's rungs from mild to grave, as they are drawn.

    If help comes first, the mildest rung is not marked; if missing answers could call
    for help, it is not marked as established.
    """
    state = certainty(summary, ladder)
    low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
    mildest = 1 if alarm(summary) else 0
    drawn = []
    for place, rung in enumerate(ladder.rungs):
        mark, words = Mark.NOT, ""
        if place == low and state.is_known:
            mark, words = Mark.HERE, _here(state)
        elif max(low, mildest) <= place <= high:
            mark = Mark.MAYBE
            is_end = place == high and state is not Certainty.PENDING
            words = _("at most this") if is_end else _("possible")
        drawn.append(DrawnRung(rung.name, mark, words))
    return tuple(drawn)


def name_words(summary: Summary, ladder: LadderLine) -> str:
    """Return the name of the rung that is established, or that none is yet."""
    is_known = certainty(summary, ladder).is_known
    return ladder.rung_name if is_known else _("Not known yet")


def about_lines(summary: Summary, ladder: LadderLine) -> tuple[str, ...]:
    """Return what the rung is that is established, or what to do without one."""
    state = certainty(summary, ladder)
    if state.is_known:
        return (ladder.about, *ladder.facts)
    if alarm(summary):
        words = _(
            "Help comes first. The people who help can say which care fits after that."
        )
        return (words,)
    words = _(
        "Too little is answered to say which care fits. A doctor or counselor can "
        "help to find out."
    )
    return (words,)


def why_words(summary: Summary, ladder: LadderLine) -> Iterator[str]:
    """Yield why the low end is what it is: the reasons, or why there is none."""
    yield from dict.fromkeys(reason.text for reason in ladder.reasons_enough_first)
    if ladder.reasons:
        return
    state = certainty(summary, ladder)
    if state in (Certainty.OPEN, Certainty.PENDING):
        yield _("The answers so far do not settle it.")
    elif state is Certainty.WAITING:
        yield _("The answers call for help first. A level of care comes after that.")
    elif is_said(summary, Sentence.VISIT_SOON, ladder.id):
        yield _("The answers call for a visit soon, and not for a treatment program.")
    elif is_said(summary, Sentence.STILL_MATTERS, ladder.id):
        yield _(
            "The answers do not point to a treatment program. Some still matter: a "
            "doctor or counselor should know about them."
        )
    elif is_said(summary, Sentence.NOTHING_MORE, ladder.id):
        yield _("Nothing in the answers points to more.")


def more_words(summary: Summary, ladder: LadderLine) -> str:
    """Return why a ladder's rung is no higher, or how much higher it could be."""
    if ladder.rung == ladder.rungs[-1].id:
        return _("There is no step above it.")
    if is_said(summary, Sentence.NOTHING_HIGHER, ladder.id):
        return _("Nothing in the answers points higher.")
    if not ladder.settled:
        high = ladder.name_of(ladder.high)
        return f"{_open_words(summary)} {_up_to(high)}"
    if certainty(summary, ladder) is Certainty.WAITING:
        return _("What is needed after the first help is not known yet.")
    if alarm(summary):
        return _("The answers call for help first. Beyond that, nothing points higher.")
    could = _("Their answers could call for help first.")
    return f"{_open_words(summary)} {could}"


def calm_words(summary: Summary) -> str:
    """Return the words for when nothing has to be done first; else empty."""
    if summary.steps:
        return ""
    if is_said(summary, Sentence.NO_HURRY):
        return _("No answer here calls for help right away. If that changes:")
    if not _is_safety_known(summary):
        return _(
            "Not every question about safety is answered here. If help is needed now:"
        )
    return _("If it gets worse, or help is needed right away:")


def weighed_ratings(summary: Summary) -> tuple[RatingLine, ...]:
    """Return the ratings of severities that the answers establish, the heaviest first.

    What is only possible is not among them: the open questions say that.
    """
    established = [rating for rating in summary.shown_ratings if rating.low]
    return tuple(sorted(established, key=lambda one: (-one.low, -one.high)))


def fit_lines(summary: Summary) -> tuple[FitLine, ...]:
    """Return the signs that a program fits which may stand beside this result.

    None in an emergency, and none that fits beside the gravest level: files of version
    0.1.0 hold them.
    """
    if alarm(summary):
        return ()
    level = summary.ladders[0]
    if level.low != level.rungs[-1].id:
        return summary.fit
    return tuple(line for line in summary.fit if line.fit is not Fit.FITS)


def ask_lines(summary: Summary) -> tuple[Told, ...]:
    """Return the questions to ask a program; none in an emergency."""
    return () if alarm(summary) is Alarm.RED_FLAG else summary.asks


_SUMMARY_ITSELF = "summary"
"""The id of the line, in any questionnaire, that says to bring the summary."""


def bring_lines(summary: Summary, *, keeps: bool = True) -> tuple[Told, ...]:
    """Return what to bring.

    Args:
        summary: The visit's summary.
        keeps: Whether there is a way to keep it; where there is none, it cannot be
            brought.
    """
    if keeps:
        return summary.brings
    return tuple(line for line in summary.brings if line.id != _SUMMARY_ITSELF)


def next_step_words(summary: Summary, *, brings: bool) -> tuple[str, ...]:
    """Return what a visit ends with: what is urgent, or else the conversation.

    Args:
        summary: The visit's summary.
        brings: Whether the person has the summary to bring.
    """
    if urgent := tuple(step.text for step in summary.steps if step.urgent):
        return urgent
    today = summary.steps[:1] if alarm(summary) is Alarm.SOON else ()
    talk = (
        _(
            "Talking with someone is the next step. Bring the summary, or just "
            "what you remember."
        )
        if brings
        else _("Talking with someone is the next step. Tell what you remember.")
    )
    return (*(step.text for step in today), talk)


def _here(state: Certainty) -> str:
    if state is Certainty.AT_LEAST:
        return _("at least this")
    return _("the answers point here")


def _open_words(summary: Summary) -> str:
    """Which answers are missing; what was left out of a file is not named."""
    if not summary.left_out:
        return _("Some questions are open.")
    if any(line.can_move for line in summary.unknown):
        return _("Some questions are open, and some are left out of this file.")
    return _("Some questions are left out of this file.")


def _up_to(high: str) -> str:
    return _("Depending on their answers, it could be as high as: {high}.").format(
        high=high
    )


def _is_safety_known(summary: Summary) -> bool:
    """Return whether no missing answer could call for help today."""
    is_open = any(line.safety for line in summary.unknown)
    return not is_open and alarms(summary).most is Alarm.NONE
