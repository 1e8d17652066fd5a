"""Folders of cases, told from caseloads."""

from enum import Enum, auto
from pathlib import Path

from screener.catalog import read_toml
from screener.disk import system_words
from screener.errors import FolderError, Problem
from screener.language import _


class Holds(Enum):
    """What a folder holds."""

    CASES = auto()
    """Answers with an expectation."""
    SUMMARIES = auto()
    """A caseload."""


def what_is_in(folder: Path) -> Holds:
    """Return what a folder holds, by the first file that is either.

    Args:
        folder: The folder.

    Raises:
        FolderError: If it cannot be looked into, or holds neither.
    """
    for file in case_files(folder):
        raw = read_toml(file)
        if isinstance(raw, Problem):
            continue
        if isinstance(raw.get("answers"), dict) or "expected" in raw:
            return Holds.CASES
        if "ladders" in raw and "questionnaire" in raw:
            return Holds.SUMMARIES
    if any(one.name.lower().endswith(".toml.age") for one in _files(folder)):
        return Holds.SUMMARIES
    words = _("No file in it is a case or a saved summary. Their names end in .toml.")
    raise FolderError(folder, words)


def case_files(folder: Path) -> list[Path]:
    """Return the files of a folder that may be cases, in the order of their names.

    Args:
        folder: The folder.

    Raises:
        FolderError: If it cannot be looked into.
    """
    return sorted(
        one
        for one in _files(folder)
        if one.suffix.lower() == ".toml" and not one.name.startswith(".")
    )


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise FolderError(folder, f"{system_words(error)}.") from error
