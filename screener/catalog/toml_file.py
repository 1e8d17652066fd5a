"""Reading TOML, with every failure told as a problem."""

import errno
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screener.disk import read_any
from screener.errors import Problem

MAX_BYTES = 5_000_000
"""No file of ours comes near this; a larger one is a mistake."""


def read_toml(
    path: Path, opened: Callable[[bytes], bytes] = bytes
) -> dict[str, Any] | Problem:
    """Read a TOML file.

    Args:
        path: The file.
        opened: Unlocks what is in it, where that is locked.

    Returns:
        Its tables, or what is wrong with it.
    """
    try:
        content = opened(read_any(path, MAX_BYTES))
    except OSError as error:
        return Problem(path.name, "file", *_unreadable(error))
    return parse_toml(path.name, content)


def parse_toml(name: str, content: bytes) -> dict[str, Any] | Problem:
    """Parse TOML.

    Args:
        name: The name of the file that it comes from.
        content: What is in the file.

    Returns:
        Its tables, or what is wrong with it.
    """
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Problem(name, "file", "It is not UTF-8 text.", "save it as UTF-8.")
    except (ValueError, RecursionError) as error:  # ValueError: a number too long too
        what = f"It is not TOML: {error}."
        return Problem(name, "file", what, "correct it at that line.")


def _unreadable(error: OSError) -> tuple[str, str]:
    """Say why a file cannot be read, and what to do."""
    if error.errno == errno.EFBIG:
        return "It is larger than 5 MB.", "name the right file."
    if isinstance(error, FileNotFoundError):
        return "It does not exist.", "check the name and the folder."
    if isinstance(error, IsADirectoryError):
        return "It is a folder.", "name a file."
    reason = error.strerror or str(error)
    return f"It cannot be read: {reason}.", "check its permissions."
