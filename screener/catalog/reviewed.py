"""Whether a clinician has reviewed a questionnaire, and the words that say so."""

import datetime
from collections.abc import Iterable

from screener.harmless import clean
from screener.model import Questionnaire, Review

NOT_REVIEWED = "Its questions and rules are not yet reviewed by a clinician."


def date_words(date: datetime.date) -> str:
    """A day as people write it: `November 23, 2026`."""
    return f"{date:%B} {date.day}, {date.year}"


def present_review(
    questionnaire: Questionnaire, reviews: Iterable[Review]
) -> Review | None:
    """The latest review of a questionnaire as it is now.

    Args:
        questionnaire: What was reviewed.
        reviews: All reviews of it, of any state.
    """
    same = (one for one in reviews if one.hash == questionnaire.content_hash)
    return max(same, key=lambda one: one.date, default=None)


def reviewed_words(questionnaire: Questionnaire, reviews: Iterable[Review]) -> str:
    """Say who has reviewed a questionnaire as it is now, or that nobody has.

    Args:
        questionnaire: What was reviewed.
        reviews: All reviews of it, of any state.
    """
    review = present_review(questionnaire, reviews)
    if review is None:
        return NOT_REVIEWED
    return f"Its questions and rules were reviewed by {who_when(review)}."


def who_when(review: Review) -> str:
    """A reviewer with role and day, on one line."""
    told = f"{review.name}, {review.role}, {date_words(review.date)}"
    return clean(told, len(told))
