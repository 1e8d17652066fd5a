"""Files of JSON lines, or standard input, as blocks of whole lines."""

import os
import stat
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from screener.cli.paths import STANDARD
from screener.disk import is_open_here, system_words
from screener.errors import AnswerError, Problem
from screener.language import _
from screener.placing import LONGEST_LINE


class Block(NamedTuple):
    """Some whole lines."""

    first: int
    """The first line's number, from 1."""
    lines: bytes


def open_lines(source: Path) -> "nullcontext[BinaryIO] | BinaryIO":
    """Open a file of lines.

    Args:
        source: A file, or `-` for standard input.

    Raises:
        AnswerError: If it cannot be read.
    """
    if source == STANDARD:
        if sys.stdin is None:
            raise _refusal("-", _("Standard input is closed."), _("name a file."))
        return nullcontext(sys.stdin.buffer)
    try:
        if what := _what_is_no_file(source):
            raise _refusal(str(source), what, _("name a file."))
        return source.open("rb")
    except OSError as error:
        what = _("It cannot be read: {reason}.").format(reason=system_words(error))
        raise _refusal(str(source), what, _("check the name.")) from error
    except ValueError as error:
        what, fix = _("It is no file name."), _("check it.")
        raise _refusal(str(source), what, fix) from error


def blocks_of(read: Callable[[int], bytes], size: int, source: Path) -> Iterator[Block]:
    """Yield blocks of whole lines; a line that is too long is cut.

    Args:
        read: Reads at most so many bytes.
        size: The most bytes to read at once.
        source: Where they come from, for errors.

    Raises:
        AnswerError: If it is in UTF-16.
    """
    first, begun = 1, b""
    while piece := read(size):
        start = (begun[:2] + piece[:2])[:2]
        if first == 1 and start in (BOM_UTF16_LE, BOM_UTF16_BE):
            raise _refusal(str(source), _("It is UTF-16 text."), _("save it as UTF-8."))
        end = piece.rfind(b"\n") + 1
        if end:
            yield Block(first, begun + piece[:end])
            first += piece.count(b"\n")
            begun = b""
        if len(begun) <= LONGEST_LINE:  # a longer line is an error anyway
            begun += piece[end:]
    if begun:
        yield Block(first, begun)


def numbered(block: Block) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a block with their numbers, but for blank ones.

    Args:
        block: The lines.
    """
    for number, line in enumerate(BytesIO(block.lines), block.first):
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        if line and not line.isspace():
            yield number, line


def _what_is_no_file(source: Path) -> str:
    """Return why a source cannot be read line by line; empty for a file or pipe."""
    status = os.stat(source)
    if stat.S_ISDIR(status.st_mode):
        return _("It is a folder.")
    lines = stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)
    if lines or is_open_here(status):
        return ""
    return _("It is a pipe or a device, not a file. It was not opened.")


def _refusal(source: str, what: str, mend: str) -> AnswerError:
    return AnswerError(source, [Problem(source, "file", what, mend)])
