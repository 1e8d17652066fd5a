"""Plain text that fits its columns, whatever the words are."""

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from screener.phone_numbers import keep_numbers_whole
from screener.sanitize import clean

WIDTH = 78
"""Columns of a line: 80, less a margin for printers that cut."""

_columns: ContextVar[int] = ContextVar("columns", default=WIDTH)
"""How wide lines are where nothing else is said."""

_WIDE = {"W", "F"}
_EMOJI_STYLE = "\ufe0f"
_JOINERS = "\u200c\u200d"
_MOST_MARKS = 4
"""Characters a column, accents included, before a heap of them is cut."""


@contextmanager
def laid_out_for(columns: int) -> Iterator[None]:
    """Lay text out for another width than that of a printed page.

    Args:
        columns: How wide a line may be.
    """
    token = _columns.set(columns)
    try:
        yield
    finally:
        _columns.reset(token)


def columns_now() -> int:
    """Return how wide lines are now."""
    return _columns.get()


def safe(words: str) -> str:
    """The words without anything that could steer a terminal, on one line."""
    return clean(words, sys.maxsize)


def width(words: str) -> int:
    """How many columns the words take at most."""
    return len(words) if words.isascii() else sum(map(_width, words))


def wrap(
    words: str,
    indent: str = "",
    hanging: str | None = None,
    columns: int | None = None,
) -> list[str]:
    """Break words into lines.

    Args:
        words: What is told; made safe first.
        indent: What the first line starts with.
        hanging: What the others start with; as many spaces unless named.
        columns: How wide a line may be; as wide as text is laid out now, unless given.

    Returns:
        Lines of at most that many columns.
    """
    columns = columns_now() if columns is None else columns
    hanging = " " * len(indent) if hanging is None else hanging
    lines: list[str] = []
    line, room = "", columns - len(indent)
    for word in _pieces(
        keep_numbers_whole(safe(words)).split(" "), columns - len(hanging)
    ):
        joined = f"{line} {word}" if line else word
        if width(joined) <= room and len(joined) <= room * _MOST_MARKS:
            line = joined
            continue
        lines.append(line)
        line, room = word, columns - len(hanging)
    lines.append(line)
    first, *others = lines
    return [
        one.rstrip() for one in (indent + first, *(hanging + other for other in others))
    ]


def part(heading: str, lines: Iterable[str]) -> list[str]:
    """A heading and its lines; nothing where there are no lines."""
    found = list(lines)
    return ["", *wrap(heading.upper()), *found] if found else []


def point(words: str, mark: str = "-") -> list[str]:
    """One point of a list."""
    return wrap(words, f"  {mark} ")


def _pieces(words: list[str], room: int) -> Iterator[str]:
    """The words, with those cut that are longer than a line."""
    for word in words:
        if len(word) <= room and word.isascii():
            yield word
            continue
        start, columns = 0, 0
        for place, one in enumerate(word):
            columns += _width(one)
            if columns > room or place - start > room * _MOST_MARKS:
                yield word[start:place]
                start, columns = place, _width(one)
        yield word[start:]


def _width(one: str) -> int:
    if one == _EMOJI_STYLE:
        return 1
    if one in _JOINERS or unicodedata.category(one) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(one) in _WIDE else 1
