"""Hidden files that a killed process leaves behind: their names, and their end."""

import os
import re
import stat
import sys
import threading
import time
import zlib
from contextlib import suppress
from pathlib import Path

_HIDDEN = re.compile(r"\.([0-9a-f]{12})([0-9a-f]{8})\.tmp")
"""A hidden name: random digits, and their checksum, which marks it as ours."""
_OLD_HIDDEN = re.compile(r"\.[a-z0-9_]{8}\.tmp")
"""A hidden name of version 0.1.0, which other programs may use too."""
_OLD_CONTENT = re.compile(rb"# [^\n]{,40}screener |%PDF-|[^=]{,500}\n={78}\n")
"""How a summary begins, as TOML, PDF or text."""
_OLD_AGE = 60
"""Seconds after which no process of version 0.1.0 is still writing one."""
_BLOCK = 65536
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def hidden_name() -> str:
    """Return a name that says nothing to others, and that it is ours to us."""
    digits = os.urandom(6).hex()
    return f".{digits}{_checksum(digits)}.tmp"


def lock(descriptor: int) -> bool:
    """Hold a file against `sweep`; return whether no other process holds it.

    Args:
        descriptor: The file.
    """
    if sys.platform == "win32":
        return True  # an open file cannot be removed there
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def erase(descriptor: int) -> None:
    """Overwrite all that an open file holds.

    Args:
        descriptor: The file, open for writing, but not for appending.

    Raises:
        OSError: If the disk fails.
    """
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _BLOCK)))
    os.fsync(descriptor)


def sweep(folder: Path) -> int:
    """Erase and remove what killed processes of this program left in a folder.

    Args:
        folder: The folder; it need not exist. Only files of the own account that
            no running process holds are removed.

    Returns:
        How many files there were.
    """
    try:
        names = os.listdir(folder)
    except OSError:
        return 0
    return sum(_remove_leftover(folder / name) for name in names if _is_hidden(name))


def sweep_soon(folder: Path) -> threading.Thread:
    """Sweep a folder beside the program, which waits for no slow disk.

    Args:
        folder: The folder.

    Returns:
        The thread that does it; the program may end without it.
    """
    thread = threading.Thread(target=sweep, args=[folder], daemon=True)
    thread.start()
    return thread


def _is_hidden(name: str) -> bool:
    return _has_checksum(name) or _OLD_HIDDEN.fullmatch(name) is not None


def _has_checksum(name: str) -> bool:
    hidden = _HIDDEN.fullmatch(name)
    return hidden is not None and hidden[2] == _checksum(hidden[1])


def _remove_leftover(file: Path) -> bool:
    try:
        descriptor = os.open(file, os.O_RDWR | _CAREFUL)
    except OSError:
        return False
    try:
        if not (_is_own(descriptor) and lock(descriptor)):
            return False
        if not _has_checksum(file.name) and not _is_old(descriptor):
            return False
        if os.fstat(descriptor).st_nlink == 1:  # else it has its final name already
            with suppress(OSError):
                erase(descriptor)
        file.unlink()
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _is_own(descriptor: int) -> bool:
    found = os.fstat(descriptor)
    is_mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return stat.S_ISREG(found.st_mode) and is_mine


def _is_old(descriptor: int) -> bool:
    """Return whether version 0.1.0 left this when it was killed while saving."""
    found = os.fstat(descriptor)
    if stat.S_IMODE(found.st_mode) != 0o600 or time.time() - found.st_mtime < _OLD_AGE:
        return False
    return _OLD_CONTENT.match(os.read(descriptor, 1000)) is not None


def _checksum(digits: str) -> str:
    return f"{zlib.crc32(digits.encode()):08x}"
