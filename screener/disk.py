"""What disks do to us, in plain words, and how names on them are made to last."""

import errno
import os
from pathlib import Path

import platformdirs

_REASONS = {
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
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


def default_folder() -> Path:
    """The folder that is offered: its name does not tell what it is for."""
    return platformdirs.user_documents_path() / "summaries"


def reason_of(error: OSError) -> str:
    """Say in a sentence why something could not be written.

    Args:
        error: What the system answered.
    """
    known = _REASONS.get(error.errno or 0)
    return known or f"The system says: {error.strerror or error}."


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a loss of power, where that can be done.

    Args:
        folder: The folder.

    Raises:
        OSError: If the disk fails.
    """
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
