"""The file of one visit: a line for each step, on the disk before the next question.

Each line holds the whole visit. So the last one that is whole is all that is needed,
and no torn or damaged line costs more than itself.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

from screener.disk import reason_of, sync_folder
from screener.errors import JournalError, PassphraseError
from screener.journal.lines import from_line, to_line
from screener.journal.step import Step
from screener.language import _, later
from screener.model.reading import MisfitError, read_json
from screener.model.record import tables_of, to_json
from screener.sealing import Seal

_FORMAT = b"screener journal 1"
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND
_OLD = os.O_RDWR | os.O_APPEND
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_IN_USE = later("Another window of this program is saving there now.")
_THERE = later(
    "An earlier visit left answers there. They are not yet finished or forgotten."
)
_OTHER = later("The file there was not made by this version of the program.")


class Journal:
    """A file that this process alone may write to."""

    def __init__(self, path: Path, file: BinaryIO, key: bytes) -> None:
        """Take over an open, locked file; `create` and `open` make these.

        Args:
            path: Where it is.
            file: The file.
            key: The locked key of its lines; empty where they are not locked.
        """
        self.path = path
        self._file = file
        self._key = key
        self._seal: Seal | None = None
        self._mends = False

    @classmethod
    def create(cls, path: Path, passphrase: str = "") -> "Journal":
        """Begin one; its folder is made where it is missing.

        Args:
            path: Where; nothing may be there.
            passphrase: What locks it; takes a second then.

        Raises:
            JournalError: If it cannot be written, or a journal is there.
        """
        if (found := cls.open(path)) is not None:
            found.close()
            raise JournalError(_(_THERE))
        seal = Seal.new() if passphrase else None
        key = seal.locked(passphrase) if seal else b""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            journal = cls(path, _open(path, _NEW), key)
        except OSError as error:
            raise JournalError(reason_of(error)) from error
        journal._seal = seal
        try:
            journal._write(to_line(_FORMAT) + to_line(key))
            sync_folder(path.parent)
        except OSError as error:
            journal.forget()
            raise JournalError(reason_of(error)) from error
        return journal

    @classmethod
    def open(cls, path: Path) -> "Journal | None":
        """Open one that an earlier visit left.

        Args:
            path: Where.

        Returns:
            The journal; `None` if there is none, or none with anything in it.

        Raises:
            JournalError: If it cannot be opened, or another process has it.
        """
        try:
            file = _open(path, _OLD)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise JournalError(reason_of(error)) from error
        with ExitStack() as undo:
            undo.callback(file.close)
            try:
                lines = list(_lines(file))
            except OSError as error:
                raise JournalError(reason_of(error)) from error
            heads = [one for one in lines[:2] if one is not None]
            if len(heads) < 2:
                # It was cut off before the first answer: there is nothing to lose.
                cls(path, file, b"").forget()
                return None
            if heads[0] != _FORMAT:
                raise JournalError(_(_OTHER))
            undo.pop_all()
        return cls(path, file, heads[1])

    @property
    def needs_passphrase(self) -> bool:
        """Whether a passphrase must be given before anything can be read."""
        return bool(self._key) and self._seal is None

    def unlock(self, passphrase: str) -> None:
        """Take the passphrase, in about a second.

        Raises:
            PassphraseError: If it is another one.
            LockedFileError: If it is damaged, or needs too much memory.
        """
        self._seal = Seal.unlocked(self._key, passphrase)

    def last(self) -> Step | None:
        """The last step that can be read; `None` if there is none.

        Raises:
            JournalError: If the disk fails.
        """
        try:
            lines = list(_lines(self._file))[2:]
        except OSError as error:
            raise JournalError(reason_of(error)) from error
        read = (self._read(line) for line in reversed(lines) if line is not None)
        return next((step for step in read if step), None)

    def append(self, step: Step) -> None:
        """Write a step; it is on the disk when this returns.

        Raises:
            JournalError: If it is not. A later step makes up for it.
        """
        content = to_json(tables_of(step)).encode()
        try:
            self._write(to_line(self._seal.close(content) if self._seal else content))
        except OSError as error:
            self._mends = True
            raise JournalError(reason_of(error)) from error

    def forget(self) -> None:
        """Overwrite it, and remove it.

        Raises:
            JournalError: If it is still there.
        """
        with suppress(OSError):  # what cannot be overwritten can still be removed
            size = os.fstat(self._file.fileno()).st_size
            with open(self.path, "r+b", buffering=0) as file:
                file.write(bytes(size))
                os.fsync(file.fileno())
        try:
            if os.name == "nt":  # where no open file can be removed
                self._file.close()
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        except OSError as error:
            raise JournalError(reason_of(error)) from error
        finally:
            self.close()

    def close(self) -> None:
        """Let another process have it."""
        with suppress(OSError):
            self._file.close()

    def _write(self, lines: bytes) -> None:
        if self._mends or not _ends_whole(self._file):
            lines = b"\n" + lines
        while lines:
            lines = lines[os.write(self._file.fileno(), lines) :]
        os.fsync(self._file.fileno())
        self._mends = False

    def _read(self, content: bytes) -> Step | None:
        try:
            told = self._seal.open(content) if self._seal else content
            return read_json(Step, told)
        except (PassphraseError, MisfitError):
            return None


def _open(path: Path, how: int) -> BinaryIO:
    """Open a file for its owner only, and take it for this process alone."""
    file = open(os.open(path, how | _CAREFUL, 0o600), "r+b", buffering=0)  # noqa: SIM115
    import portalocker

    try:
        portalocker.lock(file, portalocker.LOCK_EX | portalocker.LOCK_NB)
    except portalocker.LockException as error:
        file.close()
        raise JournalError(_(_IN_USE)) from error
    return file


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """What stands on each line that is not empty; `None` where it is not whole."""
    file.seek(0)
    for line in file.read().split(b"\n"):
        if line:
            yield from_line(line)


def _ends_whole(file: BinaryIO) -> bool:
    if not file.seek(0, os.SEEK_END):
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"
