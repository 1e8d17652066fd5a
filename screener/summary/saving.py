"""Saves a summary: whole or not at all, for its owner only, over nothing.

The PDF is made last. Whatever happens to it, the other files are on the disk by then.
"""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import platformdirs

from screener.errors import PdfError, SaveError
from screener.summary.model import Summary
from screener.summary.pdf_writer import to_pdf
from screener.summary.text_writer import to_text
from screener.summary.toml_writer import to_toml

_PROBLEMS = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "Your share of the disk is used up.",
    errno.EROFS: "This place can only be read, not written to.",
    errno.EACCES: "You are not allowed to write there.",
    errno.EPERM: "You are not allowed to write there.",
    errno.ENOENT: "There is no such place.",
    errno.ENOTDIR: "A file stands where the folder should be.",
    errno.EEXIST: "A file stands where the folder should be.",
    errno.ENAMETOOLONG: "The name is too long.",
    errno.EIO: "The disk does not work as it should.",
}
_PDF = ".pdf"
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


@dataclass(frozen=True)
class Saved:
    """What was written."""

    files: tuple[Path, ...] = ()
    """The files, none of which was there before."""
    problem: str = ""
    """Why there is no PDF among them; empty where there is one."""


def default_folder() -> Path:
    """The folder that is offered: its name does not tell what it is for."""
    return platformdirs.user_documents_path() / "summaries"


def save(summary: Summary, folder: Path) -> Saved:
    """Write a summary as TOML and plain text, both or neither, and as PDF if possible.

    Args:
        summary: The summary.
        folder: Where to; it is made where it is missing.

    Raises:
        SaveError: If TOML or text cannot be written; nothing is left behind then.
    """
    contents = {".toml": to_toml(summary), ".txt": to_text(summary).encode()}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        files = _write(contents, folder, f"summary-{summary.date.isoformat()}")
    except OSError as error:
        raise SaveError(folder, _reason(error)) from error
    except ValueError as error:  # a null byte, or half of a character pair
        reason = "Its name holds a character that no folder can have."
        raise SaveError(folder, reason) from error
    pdf = files[0].with_suffix(_PDF)
    try:
        write_new(pdf, to_pdf(summary))
    except (PdfError, SaveError) as error:
        return Saved(files, f"No PDF was made. {error.problem}")
    return Saved((*files, pdf))


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
            _sync_folder(file.parent)
            undo.pop_all()
    except FileExistsError as error:
        raise SaveError(file, "Something of that name is there already.") from error
    except OSError as error:
        raise SaveError(file, _reason(error)) from error


def _reason(error: OSError) -> str:
    known = _PROBLEMS.get(error.errno or 0)
    return known or f"The system says: {error.strerror or error}."


def _write(contents: dict[str, bytes], folder: Path, stem: str) -> tuple[Path, ...]:
    with ExitStack() as temporaries, ExitStack() as undo:
        whole = [
            temporaries.enter_context(_temporary(content, folder))
            for content in contents.values()
        ]
        files = _reserve(folder, stem, tuple(contents), undo)
        for temporary, file in zip(whole, files, strict=True):
            temporary.replace(file)
        _sync_folder(folder)
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


def _sync_folder(folder: Path) -> None:
    """Make the names last too, where the file system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
