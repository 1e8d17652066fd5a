"""A folder of saved summaries."""

from dataclasses import dataclass
from pathlib import Path

from screener.errors import FolderError, SummaryFileError
from screener.summary.model import Summary
from screener.summary.reader import read_summary
from screener.summary.saving import LOCKED

SUMMARY_ENDS = (".toml", f".toml{LOCKED}")
"""How the names of summaries end."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file, and what it holds."""

    file: Path
    summary: Summary | None
    """`None` where it cannot be read as a summary."""
    problem: str = ""
    """Why it cannot be read."""


def read_folder(folder: Path) -> tuple[Kept, ...]:
    """Read all summaries of a folder, the latest first, and then what is none.

    Args:
        folder: Where the `.toml` files are.

    Raises:
        FolderError: If the folder cannot be looked into.
    """
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        raise FolderError(folder, error.strerror or str(error)) from error
    kept = [_read(file) for file in files if file.name.endswith(SUMMARY_ENDS)]
    read = [one for one in kept if one.summary]
    read.sort(key=_created, reverse=True)
    return (*read, *(one for one in kept if not one.summary))


def _created(kept: Kept) -> float:
    return kept.summary.created.timestamp() if kept.summary else 0.0


def _read(file: Path) -> Kept:
    try:
        return Kept(file, read_summary(file))
    except SummaryFileError as error:
        return Kept(file, None, str(error))
