"""Reads back a summary that was saved as TOML."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from screener.catalog import parse_toml, read_toml, validate
from screener.errors import LockedFileError, Problem, SummaryFileError
from screener.language import N_, _
from screener.sealing import check_lock, is_locked, unlock
from screener.summary.model import Summary

AskPassphrase: TypeAlias = Callable[[str], str]
"""Asks for the passphrase of a file, by its name."""

_FORMAT = 1
_LOCKED = (
    N_("It is locked with a passphrase."),
    N_("open it with `screener show`, which asks for that."),
)
_MEND = N_("undo what was changed in the file, or make a new summary.")

_PAGES = (".txt", ".pdf")
"""What is saved beside the file that can be opened again."""


def read_summary(path: Path, ask: AskPassphrase | None = None) -> Summary:
    """Read a summary.

    Args:
        path: The `.toml` file, or one that is locked.
        ask: Asks for the passphrase of a locked file; without, none is read.

    Raises:
        PassphraseError: If the passphrase does not open it.
        SummaryFileError: If it cannot be read or is no summary; it says all that is
            wrong.
    """
    data = read_toml(path, lambda content: _opened(path, content, ask), pipes=True)
    return _summary(path, data)


def parse_summary(path: Path, content: bytes) -> Summary:
    """Return the summary that the content of a file holds.

    Args:
        path: The file it was read from.
        content: What is in it, unlocked.

    Raises:
        SummaryFileError: If it is no summary; it says all that is wrong.
    """
    return _summary(path, parse_toml(path.name, content))


def _another_file(path: Path) -> Problem | None:
    """Return what to name instead of a page to read, if there is such a file."""
    if path.suffix not in _PAGES or not path.with_suffix(".toml").is_file():
        return None
    what = _("It is a page to read or print, which cannot be opened again.")
    return Problem(
        path.name, "file", what, _("name the file beside it that ends in .toml.")
    )


def _summary(path: Path, data: dict[str, Any] | Problem) -> Summary:
    if isinstance(data, Problem):
        raise SummaryFileError(path, [_another_file(path) or data])
    found = data.get("format")
    if found is None:
        what, mend = _("It is no summary."), _("name a file that screener has written.")
        raise SummaryFileError(path, [Problem(path.name, "format", what, mend)])
    if found is True or found != _FORMAT:
        what = _(
            "Its format is {found!r}, and this program reads format {known}."
        ).format(found=found, known=_FORMAT)
        mend = _("open it with the version of screener that wrote it.")
        raise SummaryFileError(path, [Problem(path.name, "format", what, mend)])
    summary, problems = validate(Summary, data, path.name)
    if summary is None:
        told = [problem._replace(mend=_(_MEND)) for problem in problems or ()]
        raise SummaryFileError(path, told)
    return _with_honest_ranges(summary)


def _with_honest_ranges(summary: Summary) -> Summary:
    """Widen the ranges of a file that counts what was left out as never asked.

    Version 0.1.0 wrote such files. Nobody can tell from one how high a ladder could
    be, so none is shown as settled.
    """
    if not summary.left_out or summary.left_out_is_unknown:
        return summary
    ladders = tuple(
        replace(ladder, high=ladder.rungs[-1].id) for ladder in summary.ladders
    )
    return replace(summary, ladders=ladders)


def _opened(path: Path, content: bytes, ask: AskPassphrase | None) -> bytes:
    """Return the content of a file, without its lock if it has one."""
    if not is_locked(content):
        return content
    if ask is None:
        raise SummaryFileError(path, [Problem(path.name, "file", *map(_, _LOCKED))])
    try:
        check_lock(content)  # before anybody types a passphrase for nothing
        return unlock(content, ask(path.name))
    except LockedFileError as error:
        problem = Problem(path.name, "file", error.what, error.remedy)
        raise SummaryFileError(path, [problem]) from error
