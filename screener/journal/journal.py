"""The file of one visit: a line for each step, on the disk before the next question.

Each line holds the whole visit, and can be read without any other one. So the last one
that is whole is all that is needed, and a torn or damaged line costs no more than
itself. In a locked visit the key stands with every step. What cannot be read is moved
aside, never removed; only the person's word removes it.
"""

from contextlib import ExitStack
from pathlib import Path

from screener import files
from screener.disk import reason_of, sync_folder
from screener.errors import EarlierVisitError, JournalError, PassphraseError
from screener.journal.lines import (
    FORMAT,
    Kind,
    Lines,
    is_unused,
    read_lines,
    repaired_key,
    to_line,
)
from screener.journal.own_file import OwnFile
from screener.journal.step import Step
from screener.language import N_, _
from screener.model.reading import MisfitError, read_json
from screener.model.record import tables_of, to_json
from screener.sealing import Seal

_THERE = N_(
    "An earlier visit left answers there. They are not yet finished or forgotten."
)
_OTHER = N_("The file there was not made by this version of the program.")
_TAKEN = N_("Another file is in its place now: {path}.")
_DAMAGED = N_(
    "Answers that you saved as you went are damaged, and none of them can be read. "
    "They were not removed. They are in this file now, which only your account can "
    "open: {path}. Someone who knows computers may be able to help. To remove it, "
    "type this command: screener forget"
)


class Journal:
    """A file that this process alone may write to."""

    def __init__(self, file: OwnFile, key: bytes) -> None:
        """Take over an open file; `create` and `open` make these.

        Args:
            file: The file.
            key: The locked key of its lines; empty where they are not locked.
        """
        self._file = file
        self._key = key
        self._seal: Seal | None = None

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
        journal = cls(_begun(path, to_line(FORMAT) + to_line(key)), key)
        journal._seal = seal
        return journal

    @classmethod
    def open(cls, path: Path) -> "Journal | None":
        """Open one that an earlier visit left.

        Args:
            path: Where.

        Returns:
            The journal; `None` if there is none, or none with anything in it.

        Raises:
            EarlierVisitError: If it cannot be used; it says where what is left is.
            JournalError: If it cannot be opened, or another process has it.
        """
        try:
            file = OwnFile.open(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise JournalError(reason_of(error)) from error
        with ExitStack() as undo:
            undo.callback(file.close)
            try:
                content = file.read()
                if is_unused(content) and not file.is_too_long:
                    file.erase_and_remove()
                    return None
            except OSError as error:
                raise JournalError(reason_of(error)) from error
            lines = read_lines(content)
            if lines.is_of_other_version:
                raise JournalError(_(_OTHER))
            journal = cls(file, _key_of(lines, content))
            if not journal._steps(lines):
                raise journal.set_aside()
            undo.pop_all()
        return journal

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._file.path

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase locks it."""
        return bool(self._key)

    @property
    def needs_passphrase(self) -> bool:
        """Whether a passphrase must be given before anything can be read."""
        return self.is_locked and self._seal is None

    @property
    def is_damaged(self) -> bool:
        """Whether some of its lines are lost, but for one that was being written.

        What is locked counts as whole until it is unlocked.

        Raises:
            JournalError: If the disk fails.
        """
        lines = self._lines()
        steps = self._steps(lines)
        lost = lines.damaged or len(steps) < len(lines.of(Kind.STEP, Kind.LOCKED_STEP))
        return bool(lost) or not (self.needs_passphrase or all(map(self._read, steps)))

    def unlock(self, passphrase: str) -> None:
        """Take the passphrase, in about a second.

        Raises:
            PassphraseError: If it is another one.
            LockedFileError: If no passphrase opens it here.
        """
        self._seal = Seal.unlocked(self._key, passphrase)

    def last(self) -> Step | None:
        """Return the last step with an answer; `None` if no step can be read.

        A step without any answer is returned only if there is no other. It may be the
        last line of a damaged journal whose lines are out of order.

        Raises:
            JournalError: If the disk fails.
        """
        read = map(self._read, reversed(self._steps(self._lines())))
        newest = None
        for step in filter(None, read):
            if step.is_begun:
                return step
            newest = newest or step
        return newest

    def append(self, step: Step) -> bool:
        """Write a step; it is on the disk when this returns.

        Args:
            step: The step.

        Returns:
            Whether the file was gone, and had to be written again.

        Raises:
            JournalError: If it is not on the disk. A later step makes up for it.
        """
        content = to_json(tables_of(step)).encode()
        if self._seal:
            lines = to_line(self._key) + to_line(self._seal.close(content))
        else:
            lines = to_line(content)
        try:
            self._file.add(lines)
        except OSError as error:
            raise JournalError(reason_of(error)) from error
        if self._file.is_in_place:
            return False
        gone = self._file
        self._file = _begun(self.path, to_line(FORMAT) + to_line(self._key) + lines)
        gone.discard()
        return True

    def set_aside(self) -> EarlierVisitError:
        """Move it aside, because nothing in it can be read.

        Returns:
            The error that says where it is.

        Raises:
            JournalError: If it cannot be moved.
        """
        try:
            return EarlierVisitError(_(_DAMAGED).format(path=self._file.set_aside()))
        except OSError as error:
            raise JournalError(reason_of(error)) from error

    def forget(self) -> None:
        """Overwrite it, and remove it.

        Raises:
            JournalError: If it is still there.
        """
        try:
            self._file.erase_and_remove()
        except OSError as error:
            raise JournalError(reason_of(error)) from error

    def close(self) -> None:
        """Let another process have it."""
        self._file.close()

    def _lines(self) -> Lines:
        try:
            return read_lines(self._file.read())
        except OSError as error:
            raise JournalError(reason_of(error)) from error

    def _steps(self, lines: Lines) -> list[bytes]:
        return lines.of(Kind.LOCKED_STEP if self._key else Kind.STEP)

    def _read(self, content: bytes) -> Step | None:
        try:
            return read_json(Step, self._seal.open(content) if self._seal else content)
        except (PassphraseError, MisfitError):
            return None


def _begun(path: Path, lines: bytes) -> OwnFile:
    """Make a file with its first lines; it is on the disk, or not there at all.

    Raises:
        JournalError: If it cannot be made.
    """
    try:
        files.make_folder(path.parent)
        file = OwnFile.create(path)
    except FileExistsError as error:
        raise JournalError(_(_TAKEN).format(path=path)) from error
    except OSError as error:
        raise JournalError(reason_of(error)) from error
    try:
        file.add(lines)
        sync_folder(path.parent)
    except OSError as error:
        file.erase_and_remove()
        raise JournalError(reason_of(error)) from error
    return file


def _key_of(lines: Lines, content: bytes) -> bytes:
    """Return the locked key of a file; nothing where its steps are not locked."""
    if keys := lines.of(Kind.KEY):
        return keys[0]
    is_locked = lines.of(Kind.LOCKED_STEP) and not lines.of(Kind.STEP)
    return (repaired_key(content) or b"") if is_locked else b""
