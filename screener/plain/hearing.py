"""Reads what is typed or piped: one line, whatever its bytes, length and end."""

import codecs
import locale
from dataclasses import dataclass
from typing import BinaryIO, TextIO

LONGEST = 10_000
"""Letters of a line that are taken in."""

_CHUNK = 65_536
_BYTE_ORDER_MARK = "\ufeff"
_WESTERN = "cp1252"
"""What older files are in where the locale says UTF-8 and they are not."""


class UnreadableError(ValueError):
    """A line is not text in any encoding that fits."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed."""

    words: str
    is_cut: bool
    """Whether it was longer than what is taken in; the rest of it is dropped."""


def read_line(stream: TextIO) -> Line | None:
    """Read a line to its end; `None` where nothing is left.

    Args:
        stream: Standard input, or a stand-in for it.

    Raises:
        UnreadableError: If it is not text.
    """
    # Only bytes can be decoded by what they turn out to be.
    raw = getattr(stream, "buffer", None)
    words = stream.readline() if raw is None else _decoded(_bytes(raw))
    if not words:
        return None
    words = words.lstrip(_BYTE_ORDER_MARK).rstrip("\r\n")
    return Line(words[:LONGEST], len(words) > LONGEST)


def _bytes(raw: BinaryIO) -> bytes:
    """Return the next line up to a limit, and pass over what is beyond it."""
    found = b""
    while chunk := raw.readline(_CHUNK):
        found += chunk[: _CHUNK - len(found)]
        if chunk.endswith(b"\n"):
            break
    return found


def _decoded(line: bytes) -> str:
    """Return a line as text: UTF-8 where it is that, else what the locale says."""
    for encoding in ("utf-8", _by_locale()):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError as error:
            if len(line) == _CHUNK and error.start > _CHUNK - 4:
                return line[: error.start].decode(encoding)  # cut within a letter
            if b"\0" in line:
                break  # two bytes a letter: no encoding that a locale has
    raise UnreadableError


def _by_locale() -> str:
    name = codecs.lookup(locale.getpreferredencoding(False)).name
    return _WESTERN if name in ("utf-8", "ascii") else name
