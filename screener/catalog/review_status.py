"""Who has reviewed a questionnaire and its translation, and the words that say so."""

from collections.abc import Iterable

from screener.language import N_, _, date_words
from screener.model import Questionnaire, Review, Translation, TranslationReview
from screener.sanitize import clean

NOT_REVIEWED = N_("Its questions and rules are not yet reviewed by a clinician.")


def present_review(
    questionnaire: Questionnaire, reviews: Iterable[Review]
) -> Review | None:
    """The latest review of a questionnaire as it is now.

    Args:
        questionnaire: What was reviewed.
        reviews: All reviews of it, of any state.
    """
    same = (one for one in reviews if one.hash == questionnaire.review_hash)
    return max(same, key=lambda one: one.date, default=None)


def reviewed_words(questionnaire: Questionnaire, reviews: Iterable[Review]) -> str:
    """Say who has reviewed a questionnaire as it is now, or that nobody has.

    Args:
        questionnaire: What was reviewed; of a translation, that is said too.
        reviews: All reviews of it, of any state.
    """
    review = present_review(questionnaire, reviews)
    told = _(NOT_REVIEWED)
    if review is not None:
        told = _("Its questions and rules were reviewed by {who_when}.").format(
            who_when=who_when(review)
        )
    if questionnaire.translation:
        return f"{told} {translation_words(questionnaire.translation)}"
    return told


def translation_words(translation: Translation) -> str:
    """Say who has reviewed a translation as it is now, or that nobody has.

    Args:
        translation: The translation.
    """
    if translation.reviewed is None:
        return _(
            "This is a translation. It is not yet reviewed by a qualified translator."
        )
    return _("This translation was reviewed by {who_when}.").format(
        who_when=who_when(translation.reviewed)
    )


def who_when(review: Review | TranslationReview) -> str:
    """A reviewer with role and day, on one line."""
    told = f"{review.name}, {review.role}, {date_words(review.date)}"
    return clean(told, len(told))
