"""Saves a summary: whole or not at all, for its owner only, over nothing.

The PDF is made last. Whatever happens to it, the other files are on the disk by then.
"""

import datetime
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from screener.disk import reason_of, sync_folder
from screener.errors import PdfError, SaveError
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


def save(summary: Summary, folder: Path, passphrase: str = "") -> Saved:
    """Write a summary as TOML and plain text, both or neither, and as PDF if possible.

    With a passphrase, one locked file is written, from which all others can be made.

    Args:
        summary: The summary.
        folder: Where to; it is made where it is missing.
        passphrase: What locks it; takes a second then.

    Raises:
        SaveError: If TOML or text cannot be written; nothing is left behind then.
    """
    if passphrase:
        locked = lock(to_toml(summary), passphrase)
        return Saved(_save({f".toml{LOCKED}": locked}, folder, summary.date))
    contents = {".toml": to_toml(summary), ".txt": to_text(summary).encode()}
    files = _save(contents, folder, summary.date)
    pdf = files[0].with_suffix(_PDF)
    try:
        write_new(pdf, to_pdf(summary))
    except (PdfError, SaveError) as error:
        return Saved(
            files, _("No PDF was made. {problem}").format(problem=error.problem)
        )
    return Saved((*files, pdf))


def _save(
    contents: dict[str, bytes], folder: Path, date: datetime.date
) -> tuple[Path, ...]:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _write(contents, folder, f"summary-{date.isoformat()}")
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
        with _temporary(content, file.parent) as whole, ExitStack() as undo:
            file.touch(mode=0o600, exist_ok=False)
            undo.callback(file.unlink, missing_ok=True)
            whole.replace(file)
            sync_folder(file.parent)
            undo.pop_all()
    except FileExistsError as error:
        raise SaveError(file, _("Something of that name is there already.")) from error
    except OSError as error:
        raise SaveError(file, reason_of(error)) from error


def _write(contents: dict[str, bytes], folder: Path, stem: str) -> tuple[Path, ...]:
    with ExitStack() as temporaries, ExitStack() as undo:
        whole = [
            temporaries.enter_context(_temporary(content, folder))
            for content in contents.values()
        ]
        files = _reserve(folder, stem, tuple(contents), undo)
        for temporary, file in zip(whole, files, strict=True):
            temporary.replace(file)
        sync_folder(folder)
        undo.pop_all()
        return files


@contextmanager
def _temporary(content: bytes, folder: Path) -> Iterator[Path]:
    """Write a hidden file that only its owner can read; in the end it is gone."""
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield Path(name)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _reserve(
    folder: Path, stem: str, suffixes: tuple[str, ...], undo: ExitStack
) -> tuple[Path, ...]:
    """Take the first name that is free for all files, so that none is written over.

    It is free for a PDF too, which bears the same name.

    Empty files hold the names until the whole ones replace them. A hard link would
    do without, but not on the file systems of USB sticks.
    """
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        if os.path.lexists(folder / f"{name}{_PDF}"):
            continue
        files = tuple(folder / f"{name}{suffix}" for suffix in suffixes)
        with ExitStack() as taken:
            try:
                for file in files:
                    file.touch(mode=0o600, exist_ok=False)
                    taken.callback(file.unlink, missing_ok=True)
            except FileExistsError:
                continue
            undo.push(taken.pop_all())
            return files
    raise AssertionError("numbers do not end")
