"""How long a visit will be: as it is kept, or else counted anew."""

from screener.catalog.folders import questionnaire_folder
from screener.catalog.ready import ready
from screener.model import Length, Questionnaire

LENGTH = "length"
"""What is kept of a questionnaire's folder beside its words."""


def length_of(questionnaire: Questionnaire) -> Length:
    """How many questions will be asked.

    Args:
        questionnaire: What will be asked.
    """
    kept = ready(Length, questionnaire_folder(questionnaire.id), LENGTH)
    if kept and kept.of == questionnaire.content_hash:
        return kept
    from screener.interview.how_far import progress

    full = progress(questionnaire, {})
    quick = progress(questionnaire, {}, quick=True)
    return Length(
        of=questionnaire.content_hash,
        fewest=full.fewest_left,
        most=full.most_left,
        most_quick=quick.most_left,
    )
