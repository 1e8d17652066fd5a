"""Where the questionnaires and help lines are."""

from collections.abc import Sequence
from pathlib import Path

import screener

CORE = "level-of-care"
"""The questionnaire that is asked unless another is named."""


HEAD = "questionnaire.toml"
"""The file by which a folder is known to be a questionnaire."""


def questions_folder() -> Path:
    """The folder `questions/`: inside an installed package, beside it in a checkout."""
    package = Path(screener.__file__).parent
    installed = package / "_questions"
    return installed if installed.is_dir() else package.parent / "questions"


def questionnaire_folder(name: str = CORE, more: Sequence[Path] = ()) -> Path:
    """The folder of a shipped questionnaire, or of anyone's own.

    Args:
        name: The id of a questionnaire, or a path to a folder.
        more: Folders beside the shipped one to look for ids in.
    """
    found = (folder / name for folder in (questions_folder(), *more))
    return next((folder for folder in found if folder.is_dir()), Path(name))


def help_lines_folder() -> Path:
    """The folder with one file of help lines a region."""
    return questions_folder() / "help-lines"
