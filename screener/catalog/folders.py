"""Where the questionnaires and help lines are."""

import re
from collections.abc import Sequence
from pathlib import Path

import screener

CORE = "level-of-care"
"""The questionnaire that is asked unless another is named."""

HEAD = "questionnaire.toml"
"""The file by which a folder is known to be a questionnaire."""


_ID = re.compile("[a-z0-9]+([-.][a-z0-9]+)*")
_LONGEST_ID = 200
"""Characters: no system takes a folder's name of more than 255."""


def questions_folder() -> Path:
    """The folder `questions/`: inside an installed package, beside it in a checkout."""
    package = Path(screener.__file__).parent
    installed = package / "_questions"
    return installed if installed.is_dir() else package.parent / "questions"


def is_id(name: str) -> bool:
    """Return whether a name can be the id of a questionnaire; all others are paths.

    `./phq-9`, `phq-9/`, `.`, `~/phq-9` and `phq-9.toml` are paths.

    Args:
        name: What somebody has named.
    """
    is_short = len(name) <= _LONGEST_ID
    return is_short and bool(_ID.fullmatch(name)) and not name.endswith(".toml")


def questionnaire_folder(name: str = CORE, more: Sequence[Path] = ()) -> Path:
    """Return the folder of a shipped questionnaire, or of anyone's own.

    Args:
        name: The id of a questionnaire, or a path to a folder.
        more: Folders beside the shipped one to look for ids in.
    """
    if not is_id(name):
        return _path(name)
    found = (folder / name for folder in (questions_folder(), *more))
    return next((folder for folder in found if folder.is_dir()), Path(name))


def hidden_folder(name: str, more: Sequence[Path] = ()) -> Path | None:
    """Return the questionnaire in the working directory that an id does not name.

    Args:
        name: The id of a questionnaire, or a path to a folder.
        more: Folders beside the shipped one to look for ids in.

    Returns:
        `None` where there is none, or where it is the one that the id names.
    """
    here, found = Path(name), questionnaire_folder(name, more)
    if not is_id(name) or not (here / HEAD).is_file() or here.samefile(found):
        return None
    return here


def _path(name: str) -> Path:
    """Return a path as a shell would take it."""
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no such user
        return Path(name)


def help_lines_folder() -> Path:
    """The folder with one file of help lines a region."""
    return questions_folder() / "help-lines"
