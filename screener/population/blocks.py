"""Files of answers in pieces that can be placed anywhere, in any order, again."""

import json
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
        return [block for file in files for block in _blocks(file.resolve(), size)]
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
    if file.is_dir():
        raise PopulationError(
            _("{path} is a folder. Name the files in it.").format(path=file)
        )
    if file.suffix == _PARQUET:
        for group in range(_parquet(file).num_row_groups):
            yield Block(str(file), group, group)
        return
    end = file.stat().st_size
    for first in range(0, end, size):
        yield Block(str(file), first, min(end, first + size))


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
        raise PopulationError(
            "Parquet takes a part that is not installed. To get it: "
            f"{install_command('population')}. JSON lines (.jsonl) need nothing more."
        ) from error
    try:
        return ParquetFile(file)
    except ArrowInvalid as error:
        raise PopulationError(f"{file} is not Parquet.") from error
