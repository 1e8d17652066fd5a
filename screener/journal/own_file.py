"""A file of this account that one process at a time may write to.

It is held by its descriptor and that of its folder. Its path is only looked at to see
whether it still leads there, so a link that is put in its place is never followed.
"""

import os
import shlex
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

from screener import files
from screener.disk import sync_folder
from screener.errors import EarlierVisitError, JournalError
from screener.language import N_, _
from screener.leftovers import erase

_CAREFUL = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe of that name would block
)
_HAS_FOLDERS = os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY")
_MOST = 8 * 2**20
"""The most bytes that are read from the end, many times the longest visit."""
_HEAD = 4096
"""Bytes that are read from the start of a longer file, which may hold a key."""

_IN_USE = N_("Another window of this program is saving there now.")
_NO_FILE = N_(
    "Something else is where your answers would be saved: {path}. It was left as it "
    "is. Move it away if you want to save there."
)
_OTHER_OWNER = N_(
    "Answers from an earlier visit were not opened: another account on this computer "
    "owns their file. It was left as it is: {path}"
)
_EXPOSED = N_(
    "Answers from an earlier visit were not opened: other people who use this computer "
    "can open or change their file. If it is yours, type this command, then start "
    "again: {command}"
)
_NOT_PRIVATE = N_("Other people who use this computer could read it there.")


class OwnFile:
    """An open file that is locked for this process."""

    def __init__(self, path: Path, folder: int | None, descriptor: int) -> None:
        """Take over what `open` and `create` opened."""
        self.path = path
        self._folder = folder
        self._descriptor = descriptor
        self._ends_torn = False

    @classmethod
    def create(cls, path: Path) -> "OwnFile":
        """Make a new file; its folder exists.

        Raises:
            JournalError: If other accounts could read it there.
            OSError: If it cannot be made, such as `FileExistsError`.
        """
        file = cls._opened(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        if file._owner_problem():
            file.erase_and_remove()
            raise JournalError(_(_NOT_PRIVATE))
        return file

    @classmethod
    def open(cls, path: Path, *, whoever_reads: bool = False) -> "OwnFile":
        """Open a file that exists.

        Args:
            path: Where it is.
            whoever_reads: Whether one that other accounts may read will do.

        Raises:
            EarlierVisitError: If it is no file, or not this account's alone.
            JournalError: If another process has it.
            OSError: If it cannot be opened, such as `FileNotFoundError`.
        """
        if path.is_symlink():
            raise EarlierVisitError(_(_NO_FILE).format(path=path))
        file = cls._opened(path, os.O_RDWR)
        problem = file._owner_problem()
        if problem and not (whoever_reads and problem == _EXPOSED):
            file.close()
            command = f"chmod 600 {shlex.quote(str(path))}"
            raise EarlierVisitError(_(problem).format(path=path, command=command))
        return file

    @classmethod
    def _opened(cls, path: Path, flags: int) -> "OwnFile":
        folder = None
        if _HAS_FOLDERS:
            folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        name = path if folder is None else path.name
        try:
            descriptor = os.open(name, flags | _CAREFUL, 0o600, dir_fd=folder)
        except OSError:
            _close(folder)
            raise
        file = cls(path, folder, descriptor)
        try:
            file._lock()
        except JournalError:
            file.close()
            raise
        return file

    def _lock(self) -> None:
        import portalocker

        try:
            with open(self._descriptor, "rb", closefd=False) as file:
                portalocker.lock(file, portalocker.LOCK_EX | portalocker.LOCK_NB)
        except portalocker.LockException as error:
            raise JournalError(_(_IN_USE)) from error

    def _owner_problem(self) -> str:
        if os.name == "nt":
            return ""
        found = os.fstat(self._descriptor)
        if not stat.S_ISREG(found.st_mode):
            return _NO_FILE
        if found.st_uid != os.geteuid():
            return _OTHER_OWNER
        return _EXPOSED if found.st_mode & 0o077 else ""

    @property
    def is_in_place(self) -> bool:
        """Whether its path still leads to it."""
        try:
            found = os.stat(self.path, follow_symlinks=False)
        except OSError:
            return False
        return os.path.samestat(found, os.fstat(self._descriptor))

    @property
    def is_too_long(self) -> bool:
        """Whether `read` returns only a part of it.

        Raises:
            OSError: If the disk fails.
        """
        return os.fstat(self._descriptor).st_size > _MOST

    def read(self) -> bytes:
        """Return the content; of a file that is far too long, both ends.

        Raises:
            OSError: If the disk fails.
        """
        size = os.fstat(self._descriptor).st_size
        with open(self._descriptor, "rb", closefd=False) as file:
            file.seek(0)
            if size <= _MOST:
                return file.read(_MOST)
            head = file.read(_HEAD)
            file.seek(size - _MOST)
            tail = file.read(_MOST)
        whole_lines = head[: head.rfind(b"\n") + 1]
        return whole_lines + tail[tail.find(b"\n") + 1 :]

    def add(self, lines: bytes) -> None:
        """Add whole lines; they are on the disk when this returns.

        Raises:
            OSError: If they are not. What was written of them stands on a line of its
                own once the next ones are added.
        """
        if self._ends_torn or not self._ends_whole():
            lines = b"\n" + lines
        self._ends_torn = True
        while lines:
            lines = lines[os.write(self._descriptor, lines) :]
        os.fsync(self._descriptor)
        self._ends_torn = False

    def _ends_whole(self) -> bool:
        if not os.lseek(self._descriptor, 0, os.SEEK_END):
            return True
        os.lseek(self._descriptor, -1, os.SEEK_END)
        return os.read(self._descriptor, 1) == b"\n"

    def set_aside(self) -> Path:
        """Move it to a free name beside its own, for its owner only, and close it.

        Returns:
            Where it is now.

        Raises:
            OSError: If it cannot be moved.
        """
        if hasattr(os, "fchmod"):
            os.fchmod(self._descriptor, 0o600)
        self.close()
        for number in count(1):
            aside = self.path.with_name(f"{self.path.name}.damaged-{number}")
            with suppress(FileExistsError):
                files.move(self.path, aside)
                break
        sync_folder(aside.parent)
        return aside

    def erase_and_remove(self) -> None:
        """Overwrite it, remove it and close it; a link in its place is not followed.

        Raises:
            OSError: If it is still there.
        """
        with suppress(OSError):  # what cannot be overwritten can still be removed
            erase(self._descriptor)
        try:
            if self.is_in_place:
                if os.name == "nt":  # where no open file can be removed
                    self.close()
                name = self.path if self._folder is None else self.path.name
                os.unlink(name, dir_fd=self._folder)
                sync_folder(self.path.parent)
        finally:
            self.close()

    def discard(self) -> None:
        """Close a file whose path leads elsewhere; erase it if it has no name left."""
        with suppress(OSError):
            if not os.fstat(self._descriptor).st_nlink:
                erase(self._descriptor)
        self.close()

    def close(self) -> None:
        """Let another process have it."""
        for descriptor in (self._descriptor, self._folder):
            _close(descriptor)
        self._descriptor, self._folder = -1, None


def _close(descriptor: int | None) -> None:
    if descriptor is not None:
        with suppress(OSError):
            os.close(descriptor)
