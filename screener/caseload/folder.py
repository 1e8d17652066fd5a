"""Reads a caseload: what the index knows, and what is new or changed since."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from screener.caseload.entry import Entry
from screener.caseload.index import read_index, write_index
from screener.errors import FolderError, SummaryFileError
from screener.summary import SUMMARY_ENDS, read_summary

Progress = Callable[[int, int], None]
"""Told how many files have been read, of how many."""


def read_caseload(folder: Path, progress: Progress | None = None) -> tuple[Entry, ...]:
    """Read a folder of summaries.

    Args:
        folder: Where they are.
        progress: Told of every file that is read.

    Returns:
        An entry for each file, in the order of their names.

    Raises:
        FolderError: If the folder cannot be looked into.
    """
    try:
        files = sorted(_files(folder))
    except OSError as error:
        raise FolderError(folder, error.strerror or str(error)) from error
    known = read_index(folder)
    entries: dict[str, Entry] = {}
    new: list[tuple[str, int, int]] = []
    for name, size, modified in files:
        entry = known.get(name)
        if entry and (entry.size, entry.modified) == (size, modified):
            entries[name] = entry
        else:
            new.append((name, size, modified))
    for done, (name, size, modified) in enumerate(new, 1):
        entries[name] = _read(folder, name, size, modified)
        if progress:
            progress(done, len(new))
    found = tuple(entries[name] for name, _, _ in files)
    if new or len(known) != len(found):
        write_index(folder, found)
    return found


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as there:
        for one in there:
            if one.name.endswith(SUMMARY_ENDS) and one.is_file():
                about = one.stat()
                yield one.name, about.st_size, about.st_mtime_ns


def _read(folder: Path, name: str, size: int, modified: int) -> Entry:
    try:
        summary = read_summary(folder / name)
    except SummaryFileError as error:
        what = error.problems[0].what
        return Entry(file=name, size=size, modified=modified, problem=what)
    return Entry.of(name, size, modified, summary)
