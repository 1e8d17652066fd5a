"""What disks do to us, in plain words, and how names on them are made to last."""

import errno
import os
import re
import stat
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

import platformdirs

from screener.language import N_, _

_REASONS = {
    errno.ENOSPC: N_("The disk is full."),
    errno.EDQUOT: N_("Your share of the disk is used up."),
    errno.EFBIG: N_("The file is larger than this computer allows."),
    errno.EROFS: N_("This place can only be read, not written to."),
    errno.EACCES: N_("You are not allowed to write there."),
    errno.EPERM: N_("You are not allowed to write there."),
    errno.ENOENT: N_("There is no such place."),
    errno.ENOTDIR: N_("A file stands where the folder should be."),
    errno.EEXIST: N_("A file stands where the folder should be."),
    errno.ENAMETOOLONG: N_("The name is too long."),
    errno.EIO: N_("The disk does not work as it should."),
}
_SYSTEM = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you are not allowed to do that"),
    errno.EPERM: N_("you are not allowed to do that"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a file stands where a folder should be"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.EEXIST: N_("it is there already"),
    errno.ELOOP: N_("it is a link that leads back to itself"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your share of the disk is used up"),
    errno.EFBIG: N_("the file is larger than this computer allows"),
    errno.EROFS: N_("this place can only be read"),
    errno.EIO: N_("the disk does not work as it should"),
    errno.EPIPE: N_("nobody reads it any more"),
    errno.EADDRINUSE: N_("it is in use already"),
    errno.EADDRNOTAVAIL: N_("it is no address of this computer"),
}
"""Error messages of the operating system, which has them in English only."""
_VARIABLE = re.compile(r"\$(\w+|\{[^{}]*\})")
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


def default_folder() -> Path:
    """Return the folder that is offered first; its name does not reveal its purpose.

    Without a home, such as in a container, it is in the working folder.
    """
    try:
        return platformdirs.user_documents_path() / "summaries"
    except RuntimeError:
        return Path.cwd() / "summaries"


def state_folder() -> Path | None:
    """Return the folder for the program's own files; `None` without a home."""
    try:
        folder = platformdirs.user_state_path("screener", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None


def typed_folder(typed: str) -> Path:
    """Return the full path of a folder that somebody typed, without creating it.

    `~`, `$NAME` and names relative to the working folder are resolved, so that the path
    can be shown before anything is written there.

    Args:
        typed: The typed text.

    Raises:
        ValueError: If nothing was typed, or if a home, a variable or the working folder
            is unknown. Its message can be shown.
    """
    name = typed.strip()
    if not name:
        raise ValueError(_("No folder is named."))
    try:
        folder = Path(os.path.abspath(Path(os.path.expandvars(name)).expanduser()))
    except RuntimeError as error:
        problem = _("{folder}: there is no such home folder.").format(folder=name)
        raise ValueError(problem) from error
    except OSError as error:
        raise ValueError(f"{name}: {reason_of(error)}") from error
    unknown = _VARIABLE.search(str(folder))
    if unknown and is_new(folder):
        problem = _("{folder}: {name} is not set on this computer.")
        raise ValueError(problem.format(folder=name, name=unknown[0]))
    return folder


def is_new(folder: Path) -> bool:
    """Return whether a folder does not exist yet.

    Args:
        folder: Its full path.
    """
    return not os.path.lexists(folder)


def reason_of(error: OSError) -> str:
    """Say in a sentence why something could not be written.

    Args:
        error: What the system answered.
    """
    known = _(_REASONS.get(error.errno or 0, ""))
    return known or _("The system says: {reason}.").format(
        reason=error.strerror or error
    )


def system_words(error: OSError) -> str:
    """Return the system's error message, as part of a sentence.

    Args:
        error: The system's error.
    """
    known = _(_SYSTEM.get(error.errno or 0, ""))
    return known or error.strerror or str(error)


class NotAFileError(OSError):
    """A pipe, a socket or a device stands where a file is expected."""


def read_regular(path: Path, limit: int) -> bytes:
    """Return what is in a regular file, or in the one that a link leads to.

    A pipe without a writer would block for ever, and opening a device can do anything,
    so neither is opened.

    Args:
        path: The file.
        limit: The most bytes that it may hold.

    Raises:
        NotAFileError: If it is a pipe, a socket or a device.
        OSError: If it cannot be read; `EFBIG` where it holds more.
    """
    _require_regular(path, os.stat(path))
    # It may have been replaced since: without O_NONBLOCK a pipe would block here.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        _require_regular(path, os.fstat(descriptor))
        return _read_at_most(file, path, limit)


def read_any(path: Path, limit: int) -> bytes:
    """Return the content of a file, or of a pipe that is open in this process.

    A named pipe may have no writer, and is refused. A pipe that this process was
    started with, such as `/dev/stdin` or a shell's `<(…)`, has a writer.

    Args:
        path: The file, or a pipe.
        limit: The most bytes that are read.

    Raises:
        NotAFileError: If it is a named pipe, a socket or a device.
        OSError: If it cannot be read; `EFBIG` where there is more.
    """
    status = os.stat(path)
    if not (stat.S_ISFIFO(status.st_mode) and is_open_here(status)):
        return read_regular(path, limit)
    with path.open("rb") as file:
        return _read_at_most(file, path, limit)


def is_open_here(status: os.stat_result) -> bool:
    """Return whether a file is open in this process.

    Args:
        status: The status of the file.
    """
    with suppress(OSError):
        for descriptor in map(int, os.listdir("/dev/fd")):
            with suppress(OSError):  # the listing's own descriptor is closed by now
                if os.path.samestat(status, os.fstat(descriptor)):
                    return True
    return False


def _require_regular(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(errno.EINVAL, "a pipe or a device", str(path))


def _read_at_most(file: BinaryIO, path: Path, limit: int) -> bytes:
    content = file.read(limit + 1)
    if content is None:  # nothing yet, and it is open without blocking: /proc/kmsg
        raise NotAFileError(errno.EINVAL, "a pipe or a device", str(path))
    if len(content) > limit:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a loss of power, where that can be done.

    Args:
        folder: The folder.

    Raises:
        OSError: If the disk fails.
    """
    if os.name == "nt":
        return
    with ExitStack() as stack:
        try:
            descriptor = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, descriptor)
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
