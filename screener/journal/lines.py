"""Lines that show by themselves whether they are whole, and what they hold.

An empty line stands after each, so that one changed bit, also in a line's end, never
joins two lines that hold something.
"""

import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from enum import Enum, auto

from screener.sealing import is_locked

FORMAT = b"screener journal 1"
_HEAD = b"screener journal "
_KEY_STARTS = re.compile(rb"age-encryption\.org/[^\n]*\n-> scrypt ")
_WHOLE = re.compile(rb"([0-9a-f]{8}) ([A-Za-z0-9+/=]*)")
_REPAIRED = 2_000
"""Bytes at the start of a file in which one changed bit is looked for."""


class Kind(Enum):
    """What a line holds."""

    FORMAT = auto()
    EMPTY = auto()
    KEY = auto()
    """The key of the steps, locked with the passphrase."""
    STEP = auto()
    LOCKED_STEP = auto()


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file."""

    whole: tuple[tuple[Kind, bytes], ...]
    """What the whole ones hold, in their order."""
    damaged: int
    """How many are not whole, but for one that the file breaks off in."""
    is_torn: bool
    """Whether the file breaks off in its last line."""

    def of(self, *kinds: Kind) -> list[bytes]:
        """Return the contents of the complete lines of these kinds."""
        return [content for found, content in self.whole if found in kinds]

    @property
    def is_of_other_version(self) -> bool:
        """Whether another version of the program made the file."""
        return any(content != FORMAT for content in self.of(Kind.FORMAT))


def to_line(content: bytes) -> bytes:
    """Return bytes of any kind on one line, with their checksum.

    Args:
        content: The bytes.
    """
    text = b64encode(content)
    return b"%08x %s\n\n" % (zlib.crc32(text), text)


def from_line(line: bytes) -> bytes | None:
    """Return what a line holds; `None` if it is torn or changed.

    Args:
        line: The line without its end.
    """
    whole = _WHOLE.fullmatch(line)
    if whole is None or int(whole[1], 16) != zlib.crc32(whole[2]):
        return None
    try:
        return b64decode(whole[2], validate=True)
    except NotBase64:
        return None


def read_lines(content: bytes) -> Lines:
    """Return the lines of a file.

    Args:
        content: What is in the file.
    """
    whole: list[tuple[Kind, bytes]] = []
    damaged = 0
    last = content.rpartition(b"\n")[2]
    for line in filter(None, content.split(b"\n")):
        held = from_line(line)
        if held is None:
            damaged += 1
        else:
            whole.append((_kind_of(held), held))
    is_torn = bool(last) and from_line(last) is None
    return Lines(tuple(whole), damaged - is_torn, is_torn)


def is_unused(content: bytes) -> bool:
    """Return whether a file certainly never held a step, or was erased.

    Args:
        content: What is in the file.
    """
    if not content.strip(b"\0"):
        return True
    first, _, rest = content.partition(b"\n")
    head = to_line(FORMAT).rstrip()
    if not rest.strip(b"\n"):
        return head.startswith(first)
    key, end, rest = rest.lstrip(b"\n").partition(b"\n")
    held = from_line(key)
    is_key = not end if held is None else _kind_of(held) in (Kind.EMPTY, Kind.KEY)
    return first == head and is_key and not rest.strip(b"\n")


def repaired_key(content: bytes) -> bytes | None:
    """Return a key that stands near the start of a file, but for one changed bit.

    Version 0.1.0 wrote the key of a locked visit once.

    Args:
        content: What is in the file.
    """
    start = bytearray(content[:_REPAIRED])
    for place in range(len(start)):
        for bit in range(8):
            start[place] ^= 1 << bit
            if key := _first_key(start):
                return key
            start[place] ^= 1 << bit
    return None


def _first_key(start: bytearray) -> bytes | None:
    lines = map(from_line, bytes(start).split(b"\n", 3)[:3])
    return next((one for one in lines if one and _kind_of(one) is Kind.KEY), None)


def _kind_of(content: bytes) -> Kind:
    if not content:
        return Kind.EMPTY
    if content.startswith(_HEAD):
        return Kind.FORMAT
    if not is_locked(content):
        return Kind.STEP
    return Kind.KEY if _KEY_STARTS.match(content) else Kind.LOCKED_STEP
