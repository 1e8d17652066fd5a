"""Saves a summary: whole or not at all, for its owner only, over nothing.

The PDF is made last. Whatever happens to it, the other files are on the disk by then.
"""

import datetime
import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from screener import files, leftovers
from screener.disk import is_new, reason_of
from screener.errors import HandOverError, PdfError, SaveError
from screener.language import _
from screener.sealing import lock
from screener.summary.model import Summary
from screener.summary.pdf_writer import to_pdf
from screener.summary.text_writer import to_text
from screener.summary.toml_writer import to_toml

_PDF = ".pdf"
LOCKED = ".age"
"""The last part of a locked file's name."""


@dataclass(frozen=True)
class Saved:
    """What was written."""

    files: tuple[Path, ...] = ()
    """The files, none of which was there before."""
    problem: str = ""
    """Why there is no PDF among them; empty where there is one."""


def save(
    summary: Summary,
    folder: Path,
    passphrase: str = "",
    there: Callable[[Path], None] = lambda file: None,
) -> Saved:
    """Write a summary as TOML and plain text, both or neither, and as PDF if possible.

    With a passphrase, one locked file is written, from which all others can be made.

    Args:
        summary: The summary.
        folder: Where to; it is made where it is missing.
        passphrase: What locks it; takes a second then.
        there: Called with each file once it is on the disk. The typesetter can abort
            the process if memory runs out; earlier files are reported before that.

    Raises:
        SaveError: If TOML or text cannot be written; nothing is left behind then.
    """
    if passphrase:
        locked = lock(to_toml(summary), passphrase)
        written = _save({f".toml{LOCKED}": locked}, folder, summary.date)
        there(*written)
        return Saved(written)
    contents = {".toml": to_toml(summary), ".txt": to_text(summary).encode()}
    written = _save(contents, folder, summary.date)
    for file in written:
        there(file)
    pdf = written[0].with_suffix(_PDF)
    try:
        write_new(pdf, to_pdf(summary))
    except (PdfError, SaveError) as error:
        return Saved(
            written, _("No PDF was made. {problem}").format(problem=error.problem)
        )
    there(pdf)
    return Saved((*written, pdf))


def save_for_staff(summary: Summary, folder: Path, passphrase: str = "") -> Saved:
    """Write a summary into an existing folder that only staff can see.

    Args:
        summary: The summary.
        folder: The folder. It is not created, as it may be a share that is offline.
        passphrase: What locks it, if anything.

    Raises:
        HandOverError: If it cannot be written; its message contains no path.
    """
    try:
        if is_new(folder):
            raise HandOverError(reason_of(FileNotFoundError(errno.ENOENT, folder)))
        return save(summary, folder, passphrase)
    except SaveError as error:
        raise HandOverError(error.problem) from error


def _save(
    contents: dict[str, bytes], folder: Path, date: datetime.date
) -> tuple[Path, ...]:
    try:
        files.make_folder(folder)
        leftovers.sweep(folder)
        stem = f"summary-{date.isoformat()}"
        return files.write_new_set(folder, stem, contents, reserved=[_PDF])
    except OSError as error:
        raise SaveError(folder, reason_of(error)) from error
    except ValueError as error:  # a null byte, or half of a character pair
        reason = _("Its name holds a character that no folder can have.")
        raise SaveError(folder, reason) from error


def write_new(file: Path, content: bytes) -> None:
    """Write one file, whole or not at all, for its owner only.

    Args:
        file: Where to; its folder is there.
        content: What is in it.

    Raises:
        SaveError: If it cannot be written, or something of that name is there.
    """
    try:
        files.write_new(file, content)
    except FileExistsError as error:
        raise SaveError(file, _("Something of that name is there already.")) from error
    except OSError as error:
        raise SaveError(file, reason_of(error)) from error
