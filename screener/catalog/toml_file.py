"""Reading TOML, with every failure told as a problem."""

import errno
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screener.disk import NotAFileError, read_any, read_regular, system_words
from screener.errors import Problem
from screener.language import _
from screener.limits import MAX_BYTES, toml_excess
from screener.sanitize import sanitize, steers


def read_toml(
    path: Path, opened: Callable[[bytes], bytes] = bytes, *, pipes: bool = False
) -> dict[str, Any] | Problem:
    """Read a TOML file.

    Args:
        path: The file.
        opened: Unlocks what is in it, where that is locked.
        pipes: Whether it may be a pipe: where a person has named this very file.

    Returns:
        Its tables, or what is wrong with it.
    """
    try:
        read = read_any if pipes else read_regular
        content = opened(read(path, MAX_BYTES))
    except OSError as error:
        # The name of `.` and `/` is empty.
        return Problem(path.name or str(path), "file", *_unreadable(error))
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
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(name, "file", _("It is not UTF-8 text."), _("save it as UTF-8."))
    if excess := toml_excess(text):
        return Problem(name, "file", excess, _("name the right file."))
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: a number too long too
        what = _("It is not TOML: {error}.").format(error=error)
        return Problem(name, "file", what, _("correct it at that line."))
    # Control characters stand in TOML as escapes, all others as they are.
    if "\\" in text or steers(text):
        return _sanitized(name, data)
    return data


def _sanitized(name: str, data: dict[str, Any]) -> dict[str, Any] | Problem:
    """Return tables without anything in them that could steer a terminal.

    Values lose it. Keys are refused: two could become the same.
    """

    def cleaned(value: Any) -> Any:
        if isinstance(value, str):
            return sanitize(value)
        if isinstance(value, list):
            return [cleaned(within) for within in value]
        if isinstance(value, dict):
            if any(map(steers, value)):
                raise ValueError
            return {key: cleaned(within) for key, within in value.items()}
        return value

    try:
        found: dict[str, Any] = cleaned(data)
    except ValueError:
        what = _("A key has hidden characters, which could steer a terminal.")
        return Problem(name, "file", what, _("write its name without them."))
    return found


def _unreadable(error: OSError) -> tuple[str, str]:
    """Say why a file cannot be read, and what to do."""
    if isinstance(error, NotAFileError):
        return _("It is a pipe or a device, not a file. It was not opened."), _(
            "name a file."
        )
    if error.errno == errno.EFBIG:
        return _("It is larger than 1 MB."), _("name the right file.")
    if error.errno == errno.ELOOP:
        return _("It is a link that leads back to itself."), _("name a file.")
    if isinstance(error, FileNotFoundError):
        return _("It does not exist."), _("check the name and the folder.")
    if isinstance(error, IsADirectoryError):
        return _("It is a folder."), _("name a file.")
    what = _("It cannot be read: {reason}.").format(reason=system_words(error))
    return what, _("check its permissions.")
