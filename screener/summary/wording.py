"""Sentences that the screen and the files share, so that both say the same."""

from screener.language import N_, _, ngettext
from screener.model import Respondent
from screener.scoring import Fit
from screener.summary.model import LadderLine, RatingLine, Summary

ANSWERED_WORDS = {
    Respondent.SELF: N_("Answered by the person it is about."),
    Respondent.WITH_COUNSELOR: N_("Answered together with a counselor."),
    Respondent.SUPPORTER: N_("Answered by someone who supports the person."),
}
"""Who answered."""


def answered_words(summary: Summary) -> str:
    """Who answered, and under which code it is kept, if it has one."""
    told = _(ANSWERED_WORDS[summary.respondent])
    return (
        _("{told} Client {client}.").format(told=told, client=summary.client)
        if summary.client
        else told
    )


FIT_WORDS = {
    Fit.FITS: N_("Fits"),
    Fit.BUILD: N_("Not yet"),
    Fit.UNKNOWN: N_("Not answered"),
}
"""How a sign of a good fit stands."""

RATING_WORDS = (
    N_("none"),
    N_("mild"),
    N_("moderate"),
    N_("serious"),
    N_("severe"),
)
"""Ratings from 0 to 4."""

STANDING = N_(
    "This helps you get ready to talk with a health professional. It is a starting "
    "point to discuss, not a diagnosis."
)
"""What a summary is, and what it is not."""

LEFT_OUT = N_(
    "Some questions are not in this file, as the person wished. They count as not "
    "answered: more care may be needed than this file says."
)


def rating_words(rating: RatingLine) -> str:
    """A rating, or both ends of it: `mild to severe`."""
    low, high = _(RATING_WORDS[rating.low]), _(RATING_WORDS[rating.high])
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def total_words(scale: str, total: int, band: str | None) -> str:
    """A total of a scale and the band it is in: `PHQ-9: 12 points, moderate`."""
    return ngettext(
        "{scale}: {n} point, {band}", "{scale}: {n} points, {band}", total
    ).format(scale=scale, n=total, band=band)


ELSEWHERE = N_(
    "There are too many to fit here. They are all in the file of the same name that "
    "ends in .toml."
)
ENOUGH = N_("This alone is enough, whatever else was answered.")


def because(ladder: LadderLine) -> tuple[str, ...]:
    """The answers that alone guarantee a ladder's rung; none at its lowest one.

    Each is a sentence, as several of them follow each other in one paragraph.
    """
    said = (one.text for one in ladder.because if not one.opens_only)
    return tuple(
        text if text.endswith((".", "!", "?")) else f"{text}."
        for text in dict.fromkeys(said)
    )


def open_safety_words(summary: Summary) -> str:
    """Which safety questions have no answer; empty where all have one."""
    names = [line.short for line in summary.unknown if line.safety]
    if not names:
        return ""
    return _("Safety questions still open: {names}. Please talk about them.").format(
        names="; ".join(names)
    )
