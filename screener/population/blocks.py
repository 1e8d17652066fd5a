"""Files of answers in pieces that can be placed anywhere, in any order, again."""

import json
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from screener.distribution import install_command
from screener.errors import PopulationError
from screener.language import _
from screener.placing import LONGEST_LINE

BLOCK = 4_000_000
"""Bytes of a piece of JSON lines, about."""

_PARQUET = ".parquet"


class Block(NamedTuple):
    """A piece of a file; whoever places it reads it there."""

    file: str
    """Its path."""
    first: int
    """The first byte of JSON lines; the row group of Parquet."""
    last: int
    """The byte after the last; unused for Parquet."""


def blocks_of(files: list[Path], size: int = BLOCK) -> list[Block]:
    """Cut files into pieces.

    Args:
        files: JSON lines (`.jsonl`), or Parquet (`.parquet`).
        size: Bytes of a piece of JSON lines, about.

    Raises:
        PopulationError: If a file cannot be read.
    """
    try:
        return [block for file in files for block in _blocks(file, size)]
    except OSError as error:
        raise PopulationError(
            f"{error.filename}: {error.strerror or error}."
        ) from error


def lines_of(block: Block) -> Iterator[tuple[str, bytes]]:
    """The lines of a piece, with a name for each; blank ones are left out.

    A line belongs to the piece in which it begins.

    Args:
        block: The piece.
    """
    if block.file.endswith(_PARQUET):
        yield from _rows(block)
        return
    with open(block.file, "rb") as file:
        if block.first:
            file.seek(block.first - 1)
            _skip_line(file)
        while (at := file.tell()) < block.last and (
            line := file.readline(LONGEST_LINE + 1)
        ):
            if not line.endswith(b"\n"):
                _skip_line(file)
            line = line if at else line.removeprefix(BOM_UTF8)
            if line and not line.isspace():
                yield f"{Path(block.file).name}, byte {at}", line


def _skip_line(file: BinaryIO) -> None:
    """Go on to the next line, however long this one is."""
    while (part := file.readline(LONGEST_LINE)) and not part.endswith(b"\n"):
        pass


def _blocks(file: Path, size: int) -> Iterator[Block]:
    end = _size(file)
    # Not `Path.resolve`, which raises other errors where a link leads to itself; and
    # /dev/stdin is another file in another process.
    file = Path(os.path.realpath(file))
    if file.suffix == _PARQUET:
        for group in range(_parquet(file).num_row_groups):
            yield Block(str(file), group, group)
        return
    for first in range(0, end, size):
        yield Block(str(file), first, min(end, first + size))


def _size(file: Path) -> int:
    """Return the bytes of a file that can be read again and again.

    Raises:
        OSError: If it cannot be opened.
        PopulationError: If it is of another kind.
    """
    found = file.stat()
    if stat.S_ISDIR(found.st_mode):
        words = _("{path} is a folder. Name the files in it.")
        raise PopulationError(words.format(path=file))
    if not stat.S_ISREG(found.st_mode):
        words = _(
            "{path} is a pipe or a device. Write its lines to a file first, or use "
            "`screener score --jsonl -`."
        )
        raise PopulationError(words.format(path=file))
    file.open("rb").close()
    return found.st_size


def _rows(block: Block) -> Iterator[tuple[str, bytes]]:
    """Rows as lines: a column is a question, and an empty cell an unknown answer."""
    rows = _parquet(Path(block.file)).read_row_group(block.first).to_pylist()
    for number, row in enumerate(rows, 1):
        name = f"{Path(block.file).name}, group {block.first + 1}, row {number}"
        answers = {key: value for key, value in row.items() if value is not None}
        yield name, json.dumps(answers).encode()


def _parquet(file: Path) -> Any:
    try:
        from pyarrow import ArrowInvalid
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        words = _(
            "Parquet takes a part that is not installed. To get it: {command}. JSON "
            "lines (.jsonl) need nothing more."
        )
        command = install_command("population")
        raise PopulationError(words.format(command=command)) from error
    try:
        return ParquetFile(file)
    except (ArrowInvalid, OSError) as error:  # OSError: what is in it is damaged
        words = _("{path} is not Parquet, or is damaged.").format(path=file)
        raise PopulationError(words) from error
