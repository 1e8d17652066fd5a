"""Where the questionnaires and help lines are."""

from pathlib import Path

import screener

CORE = "level-of-care"
"""The questionnaire that is asked unless another is named."""


def questions_folder() -> Path:
    """The folder `questions/`: inside an installed package, beside it in a checkout."""
    package = Path(screener.__file__).parent
    installed = package / "_questions"
    return installed if installed.is_dir() else package.parent / "questions"


def questionnaire_folder(name: str = CORE) -> Path:
    """The folder of a shipped questionnaire, or of anyone's own.

    Args:
        name: The id of a shipped questionnaire, or a path to a folder.
    """
    shipped = questions_folder() / name
    return shipped if shipped.is_dir() else Path(name)


def help_lines_folder() -> Path:
    """The folder with one file of help lines a region."""
    return questions_folder() / "help-lines"
