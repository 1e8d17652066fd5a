"""Reads `decisions.toml`: what a clinician must decide."""

from pathlib import Path

from screener.errors import QuestionnaireError
from screener.model import Decision, Record

DECISIONS = "decisions.toml"


class _DecisionsFile(Record):
    decision: tuple[Decision, ...]


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
    path = folder / DECISIONS
    if not path.exists():
        return ()
    from screener.catalog.validation import read_record

    read, problems = read_record(_DecisionsFile, path)
    if read is None:
        raise QuestionnaireError(folder, problems or [])
    return read.decision
