"""Reads a folder of summaries: one entry a file, whatever is in it.

One odd file never hides the others: it has an entry that says why it does not count.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from screener.caseload import problems
from screener.caseload.copies import mark_copies
from screener.caseload.entry import Entry
from screener.caseload.index import NO_INDEX, Index
from screener.disk import read_regular
from screener.errors import FolderError, Problem, SummaryFileError
from screener.language import _
from screener.limits import MAX_BYTES
from screener.summary import Summary, parse_summary

_DETAILS = (
    *("alternatives", "supports", "benefits", "fit", "asks", "brings"),
    *("answers", "help", "sources", "credits", "open", "changes", "change_sets"),
)

Progress = Callable[[int, int], None]
"""Told how many files have been read, of how many. What it raises ends the reading."""


def read_caseload(folder: Path, progress: Progress | None = None) -> tuple[Entry, ...]:
    """Read a folder of summaries, and save an index in it.

    Args:
        folder: Where they are.
        progress: Told of every file that is read.

    Returns:
        An entry for each file, in the order of their names.

    Raises:
        FolderError: If the folder cannot be looked into.
    """
    return read_entries(folder, progress, Index.of(folder))


def read_entries(
    folder: Path, progress: Progress | None = None, index: Index = NO_INDEX
) -> tuple[Entry, ...]:
    """Read a folder of summaries.

    Args:
        folder: Where they are.
        progress: Told of every file that is read.
        index: What was read before.

    Returns:
        An entry for each file, in the order of their names.

    Raises:
        FolderError: If the folder cannot be looked into.
    """
    names, complete = _names(folder)
    known = index.read()
    found: dict[str, Entry] = {}
    entries = []
    for done, name in enumerate(names, 1):
        entries.append(_entry(folder / name, known, found))
        if progress:
            progress(done, len(names))
    if found != known:
        index.write(found)
    if not complete:
        entries.append(Entry(file=folder.name, problem=problems.NOT_TO_THE_END))
    return mark_copies(entries)


def check_folder(folder: Path) -> None:
    """Look into a folder, without reading any file.

    Args:
        folder: Where summaries should be.

    Raises:
        FolderError: If it cannot be looked into.
    """
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise _folder_error(folder, error) from error


def read_summaries(
    folder: Path,
    entries: Iterable[Entry],
    progress: Progress | None = None,
    *,
    only_places: bool = False,
) -> tuple[Summary, ...]:
    """Read the whole summaries of some files.

    Args:
        folder: Where they are.
        entries: The files.
        only_places: Whether only where they stand is wanted, of many at once: the
            rest would take a tenth of a megabyte each.
        progress: Told of every file that is read.

    Raises:
        SummaryFileError: If one can no longer be read.
    """
    entries = tuple(entries)
    summaries = []
    for done, entry in enumerate(entries, 1):
        summary = read_one(folder / entry.file)
        summaries.append(_places_of(summary) if only_places else summary)
        if progress:
            progress(done, len(entries))
    return tuple(summaries)


def _places_of(summary: Summary) -> Summary:
    ladders = tuple(replace(one, reasons=(), facts=()) for one in summary.ladders)
    nothing: dict[str, Any] = dict.fromkeys(_DETAILS, ())
    return replace(summary, ladders=ladders, counselor=None, **nothing)


def read_one(file: Path) -> Summary:
    """Read the summary in a file of a folder, or say all that is wrong with it.

    Args:
        file: The file.

    Raises:
        SummaryFileError: If it cannot be read as a summary.
    """
    if problem := problems.problem_of_name(file.name):
        raise _error(file, problem)
    try:
        content = read_regular(file, MAX_BYTES)
    except OSError as error:
        raise _error(file, problems.problem_of_error(file, error)) from error
    if problem := problems.problem_of_content(content):
        raise _error(file, problem)
    return parse_summary(file, content)


def _error(file: Path, problem: str) -> SummaryFileError:
    remedy = _(problems.REMEDIES.get(problem, problems.OTHER_REMEDY))
    return SummaryFileError(file, [Problem(file.name, "file", _(problem), remedy)])


def _folder_error(folder: Path, error: OSError) -> FolderError:
    reason = problems.FOLDER_PROBLEMS.get(error.errno or 0, problems.DISK)
    return FolderError(folder, _(reason))


def _names(folder: Path) -> tuple[list[str], bool]:
    """Return the names of what may be summaries, and whether these are all."""
    names: list[str] = []
    try:
        with os.scandir(folder) as listing:
            for found in listing:
                if problems.may_be_summary(found.name):
                    names.append(found.name)
    except OSError as error:
        if not names:
            raise _folder_error(folder, error) from error
        return sorted(names), False
    return sorted(names), True


def _entry(path: Path, known: Mapping[str, Entry], found: dict[str, Entry]) -> Entry:
    """Read one file, unless the index has an entry for the same content."""
    if problem := problems.problem_of_name(path.name):
        return Entry(file=path.name, problem=problem)
    try:
        content = read_regular(path, MAX_BYTES)
    except OSError as error:
        return Entry(file=path.name, problem=problems.problem_of_error(path, error))
    if problem := problems.problem_of_content(content):
        return Entry(file=path.name, problem=problem)
    digest = blake2b(content, digest_size=32).hexdigest()
    entry = found.get(digest) or known.get(digest)
    if entry is None:
        try:
            entry = Entry.of("", parse_summary(path, content))
        except SummaryFileError:
            entry = Entry(file="", problem=problems.NO_SUMMARY)
    found[digest] = entry
    return replace(entry, file=path.name)
