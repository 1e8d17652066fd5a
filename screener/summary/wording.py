"""Sentences that the screen and the files share, so that both say the same."""

from screener.model import Respondent
from screener.scoring import Fit
from screener.summary.model import LadderLine, RatingLine, Summary

ANSWERED_WORDS = {
    Respondent.SELF: "Answered by the person it is about.",
    Respondent.WITH_COUNSELOR: "Answered together with a counselor.",
    Respondent.SUPPORTER: "Answered by someone who supports the person.",
}
"""Who answered."""


def answered_words(summary: Summary) -> str:
    """Who answered, and under which code it is kept, if it has one."""
    told = ANSWERED_WORDS[summary.respondent]
    return f"{told} Client {summary.client}." if summary.client else told


FIT_WORDS = {
    Fit.FITS: "Fits",
    Fit.BUILD: "To build",
    Fit.UNKNOWN: "Not answered",
}
"""How a sign of a good fit stands."""

RATING_WORDS = ("none", "mild", "moderate", "serious", "severe")
"""Ratings from 0 to 4."""

STANDING = (
    "This is for learning and for preparing a talk about care. It is a starting point "
    "to discuss, not a diagnosis."
)
"""What a summary is, and what it is not."""

LEFT_OUT = (
    "Some questions are not in this file, as the person wished. The places below "
    "count only the questions that are."
)


def rating_words(rating: RatingLine) -> str:
    """A rating, or both ends of it: `mild to severe`."""
    low, high = RATING_WORDS[rating.low], RATING_WORDS[rating.high]
    return low if low == high else f"{low} to {high}"


ENOUGH = "This alone is enough, whatever else was answered."


def because(ladder: LadderLine) -> tuple[str, ...]:
    """The answers that alone guarantee a ladder's rung; none at its lowest one."""
    said = (one.text for one in ladder.because if not one.opens_only)
    return tuple(dict.fromkeys(said))


def range_words(ladder: LadderLine) -> str:
    """Why a ladder's rung is no higher, or how much higher it could be."""
    if ladder.rung == ladder.rungs[-1].id:
        return "There is no step above it."
    if ladder.settled:
        return "Nothing you answered points higher."
    high = ladder.name_of(ladder.high)
    return (
        f"Some questions are open. Depending on their answers, it could be as high "
        f"as: {high}."
    )


def open_safety_words(summary: Summary) -> str:
    """Which safety questions have no answer; empty where all have one."""
    names = [line.short for line in summary.unknown if line.safety]
    if not names:
        return ""
    return f"Safety questions still open: {'; '.join(names)}. Please talk about them."
