"""What disks do to us, in plain words, and how names on them are made to last."""

import errno
import os
from pathlib import Path

import platformdirs

from screener.language import _, later

_REASONS = {
    errno.ENOSPC: later("The disk is full."),
    errno.EDQUOT: later("Your share of the disk is used up."),
    errno.EROFS: later("This place can only be read, not written to."),
    errno.EACCES: later("You are not allowed to write there."),
    errno.EPERM: later("You are not allowed to write there."),
    errno.ENOENT: later("There is no such place."),
    errno.ENOTDIR: later("A file stands where the folder should be."),
    errno.EEXIST: later("A file stands where the folder should be."),
    errno.ENAMETOOLONG: later("The name is too long."),
    errno.EIO: later("The disk does not work as it should."),
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
    known = _(_REASONS.get(error.errno or 0, ""))
    return known or _("The system says: {reason}.").format(
        reason=error.strerror or error
    )


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
