"""How long a visit will be: as it is kept, or else counted anew."""

from screener.catalog.cache import load_cached
from screener.catalog.folders import questionnaire_folder
from screener.language import _, ngettext
from screener.model import Length, Questionnaire

LENGTH = "length"
"""What is kept of a questionnaire's folder beside its words."""


def length_of(questionnaire: Questionnaire) -> Length:
    """How many questions will be asked.

    Args:
        questionnaire: What will be asked.
    """
    kept = load_cached(Length, questionnaire_folder(questionnaire.id), LENGTH)
    if kept and kept.of == questionnaire.content_hash:
        return kept
    from screener.interview.progress import progress_of

    full = progress_of(questionnaire, {})
    quick = progress_of(questionnaire, {}, quick=True)
    return Length(
        of=questionnaire.content_hash,
        fewest=full.fewest_left,
        most=full.most_left,
        most_quick=quick.most_left,
    )


def span_in_words(length: Length) -> str:
    """Return a length such as `14 to 21 questions, about 6 minutes`."""
    if length.fewest == length.most:
        questions = questions_in_words(length.most)
    else:
        questions = _("{fewest_left} to {most_left} questions").format(
            fewest_left=length.fewest, most_left=length.most
        )
    return f"{questions}, {minutes_in_words(length.minutes)}"


def questions_in_words(count: int) -> str:
    """Return a count such as `3 questions`."""
    return ngettext("{n} question", "{n} questions", count).format(n=count)


def minutes_in_words(minutes: int) -> str:
    """Return a duration such as `about 6 minutes`."""
    return ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes)
