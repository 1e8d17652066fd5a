"""The key that indexes are signed with: one for each person on each machine."""

import os
import secrets
import stat
from pathlib import Path

from screener.disk import state_folder
from screener.files import make_folder, replace

_BYTES = 32


def index_key() -> bytes | None:
    """Return the key, made when it is first needed; `None` where none can be kept."""
    folder = state_folder()
    if folder is None:
        return None
    file = folder / "index.key"
    try:
        return _read(file) or _make(file)
    except OSError:
        return None


def _read(file: Path) -> bytes | None:
    """Return the key, unless others could have read or written it."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(file, flags)
    except FileNotFoundError:
        return None
    with open(descriptor, "rb") as opened:
        if not _is_private(os.fstat(descriptor)):
            return None
        key = opened.read(_BYTES + 1)
    return key if len(key) == _BYTES else None


def _is_private(status: os.stat_result) -> bool:
    if os.name == "nt":
        return stat.S_ISREG(status.st_mode)
    others = stat.S_IRWXG | stat.S_IRWXO
    is_own = status.st_uid == os.geteuid()
    return stat.S_ISREG(status.st_mode) and is_own and not status.st_mode & others


def _make(file: Path) -> bytes | None:
    """Make a key in place of none, or of one that is damaged or not private."""
    make_folder(file.parent)
    replace(file, secrets.token_bytes(_BYTES))
    return _read(file)
