"""The very questions that a saved summary was made with."""

from pathlib import Path
from typing import NamedTuple

from screener.catalog import PartsFinder
from screener.errors import OtherVersionError
from screener.model import Questionnaire, Review
from screener.summary import Summary


class MadeWith(NamedTuple):
    """What a summary was made with."""

    questionnaire: Questionnaire
    reviews: tuple[Review, ...]


def find_made_with(file: Path, summary: Summary, finder: PartsFinder) -> MadeWith:
    """Return the questionnaire that a summary was made with, in the very same state.

    Args:
        file: Where the summary is from.
        summary: The summary: it names the parts of the questionnaire.
        finder: Finds them.

    Raises:
        OtherVersionError: If it is not here, or not in that state.
        QuestionnaireError: If one of the parts cannot be used as written.
        ComposingError: If they cannot be asked together.
    """
    origin = summary.questionnaire
    saved = finder.find(origin.id)
    selections = [finder.named] if saved.missing else [saved.selection, finder.named]
    loaded = [selection.load() for selection in selections]
    for questionnaire, selection in zip(loaded, selections, strict=True):
        if questionnaire.content_hash == origin.hash:
            return MadeWith(questionnaire, selection.reviews())
    found, *_others = loaded
    raise OtherVersionError(
        file,
        f"{origin.id} {origin.version}, hash {origin.hash}",
        f"{found.id} {found.version}, hash {found.content_hash}",
        saved.missing,
    )
