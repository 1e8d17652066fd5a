"""Hands out a questionnaire: as it is kept, or else read and checked anew."""

from pathlib import Path

from screener.catalog.cache import ORIGINAL, load_cached
from screener.model import Questionnaire


def load_questionnaire(folder: Path) -> Questionnaire:
    """Read and check one questionnaire.

    Args:
        folder: The folder with its TOML files.

    Returns:
        The questionnaire: what it decides is monotone in the answers.

    Raises:
        QuestionnaireError: If anything in it is wrong; it says all that is.
    """
    if kept := load_cached(Questionnaire, folder, ORIGINAL):
        return kept
    from screener.catalog.reading import read_questionnaire

    return read_questionnaire(folder)
