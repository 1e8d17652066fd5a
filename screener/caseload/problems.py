"""Why a file in a folder of summaries does not count, in a sentence each."""

import errno
import re
from pathlib import Path

from screener.disk import NotAFileError
from screener.language import N_
from screener.sealing import is_locked

FOLDER = N_("It is a folder.")
SPECIAL = N_("It is a pipe or a device, not a file. It was not opened.")
LOOP = N_("It is a link that leads back to itself.")
NO_TARGET = N_("It is a link to a file that is not there.")
GONE = N_("It was here a moment ago, and now it is gone.")
NOT_ALLOWED = N_("You are not allowed to read it.")
TOO_LARGE = N_("It is too large for a summary.")
DISK = N_("The disk or the network did not let it be read.")
EMPTY = N_("It is empty.")
LOCKED = N_("It is locked with a passphrase.")
MACOS = N_("macOS made it beside another file. It holds no visit.")
NO_SUMMARY = N_("It is no summary, or it is damaged.")
NOT_ALL_HERE = N_(
    "Not all of it is here yet: another program is still fetching or writing it."
)
NOT_TO_THE_END = N_("The folder could not be read to its end.")

OTHER_REMEDY = N_("leave it, or take it out of the folder.")
REMEDIES = {
    LOCKED: N_("open it with `screener show`, which asks for the passphrase."),
    NOT_ALLOWED: N_("ask its owner to let you read it."),
    NOT_ALL_HERE: N_("let that program finish, and look again."),
    DISK: N_("try again when the disk or the network works."),
}
"""What to do about some of them; `OTHER_REMEDY` about the rest."""

FOLDER_PROBLEMS = {
    errno.ENOENT: N_("There is no such folder."),
    errno.ENOTDIR: N_("It is a file, not a folder."),
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.ELOOP: LOOP,
}
"""Why a folder cannot be looked into; `DISK` for all other reasons."""

_OF_ERRORS = {
    errno.EISDIR: FOLDER,
    errno.ELOOP: LOOP,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EFBIG: TOO_LARGE,
}

_APPLE_DOUBLE = b"\x00\x05\x16\x07"
"""How the files begin that macOS makes beside others on foreign disks."""


SUMMARY_ENDS = (".toml", ".toml.age")
"""The endings of summary file names, plain and locked."""

_PARTLY_ENDS = re.compile(
    r"\.(icloud|part|partial|filepart|crdownload|opdownload|download|tmp|temp|!ut)$"
)
"""Endings that sync programs, browsers and editors add to incomplete files."""

_OPEN_ELSEWHERE = "~$"
"""The prefix of the lock files of office programs."""


def may_be_summary(name: str) -> bool:
    """Return whether a file name is that of a summary, complete or not.

    Args:
        name: The file name.
    """
    return _PARTLY_ENDS.sub("", name.lower()).endswith(SUMMARY_ENDS)


def problem_of_name(name: str) -> str:
    """Return why a file is not a complete summary, judging by its name; else empty.

    Args:
        name: A name for which `may_be_summary` is true.
    """
    is_whole = name.lower().endswith(SUMMARY_ENDS)
    return "" if is_whole and not name.startswith(_OPEN_ELSEWHERE) else NOT_ALL_HERE


def problem_of_error(path: Path, error: OSError) -> str:
    """Return why a file cannot be read.

    Args:
        path: The file.
        error: What the system answered.
    """
    if isinstance(error, NotAFileError):
        return SPECIAL
    if isinstance(error, FileNotFoundError):
        return NO_TARGET if path.is_symlink() else GONE
    return _OF_ERRORS.get(error.errno or 0, DISK)


def problem_of_content(content: bytes) -> str:
    """Return why this is no summary, where a look at its beginning tells; else nothing.

    Args:
        content: What is in the file.
    """
    if not content.strip(b"\0 \t\r\n"):
        return EMPTY
    if content.startswith(_APPLE_DOUBLE):
        return MACOS
    return LOCKED if is_locked(content) else ""
