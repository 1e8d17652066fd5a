"""Reads who has reviewed a questionnaire."""

from pathlib import Path

from screener.errors import Problem, QuestionnaireError
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
    from screener.catalog.toml_file import read_toml
    from screener.catalog.validation import validate

    data = read_toml(path)
    if isinstance(data, Problem):
        raise QuestionnaireError(folder, [data])
    read, problems = validate(_ReviewFile, data, path.name)
    if read is None:
        raise QuestionnaireError(folder, problems or [])
    return read.review
