"""Reads who has reviewed a questionnaire."""

from pathlib import Path

from screener.errors import QuestionnaireError
from screener.model import Record, Review

REVIEW = "review.toml"


class _ReviewFile(Record):
    review: tuple[Review, ...]


def load_reviews(folder: Path) -> tuple[Review, ...]:
    """Read the reviews of a questionnaire, of its present state and of earlier ones.

    Args:
        folder: The questionnaire's folder.

    Returns:
        The reviews as listed; none where there is no `review.toml`.

    Raises:
        QuestionnaireError: If `review.toml` is not as it should be; it says all that
            is wrong.
    """
    path = folder / REVIEW
    if not path.exists():
        return ()
    from screener.catalog.validation import read_record

    read, problems = read_record(_ReviewFile, path)
    if read is None:
        raise QuestionnaireError(folder, problems or [])
    return read.review
