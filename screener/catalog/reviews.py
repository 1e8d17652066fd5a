"""Reads who has reviewed a questionnaire, and what a clinician must decide about it."""

from pathlib import Path
from typing import TypeVar

from screener.errors import QuestionnaireError
from screener.model import Decision, Record, Review

REVIEW = "review.toml"
DECISIONS = "decisions.toml"

R = TypeVar("R", bound=Record)


class _ReviewFile(Record):
    review: tuple[Review, ...]


class _DecisionsFile(Record):
    decision: tuple[Decision, ...]


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
    read = _read(_ReviewFile, folder, REVIEW)
    return read.review if read else ()


def load_decisions(folder: Path) -> tuple[Decision, ...]:
    """Read what a clinician must decide about a questionnaire.

    Args:
        folder: The questionnaire's folder.

    Returns:
        The decisions as listed; none where there is no `decisions.toml`. Whether their
        rules and sources exist is for `screener check` to say.

    Raises:
        QuestionnaireError: If `decisions.toml` is not as it should be; it says all that
            is wrong.
    """
    read = _read(_DecisionsFile, folder, DECISIONS)
    return read.decision if read else ()


def _read(record_type: type[R], folder: Path, file: str) -> R | None:
    path = folder / file
    if not path.exists():
        return None
    from screener.catalog.validation import read_record

    read, problems = read_record(record_type, path)
    if read is None:
        raise QuestionnaireError(folder, problems or [])
    return read
