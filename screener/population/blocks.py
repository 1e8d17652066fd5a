"""Files of answers in pieces that can be placed anywhere, in any order, again."""

import json
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from screener.disk import system_words
from screener.distribution import install_command
from screener.errors import PopulationError
from screener.language import _
from screener.placing import LONGEST_LINE
from screener.sanitize import on_one_line

BLOCK = 4_000_000
"""Bytes of a piece of JSON lines, about."""

_CHUNK = 1 << 18
_PARQUET = ".parquet"
_ROWS = 1_000
"""The number of Parquet rows that are read at once."""
_ROWS_AT_ONCE = 50
"""The number of rows that are converted at once."""
_MOST_COLUMNS = 2_000
_TEXT_TYPES = {"string", "large_string", "binary", "large_binary"}


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
            on_one_line(f"{error.filename}: {system_words(error)}.")
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
            _skip_line(file, block.last)
        while (at := file.tell()) < block.last and (
            line := file.readline(LONGEST_LINE + 1)
        ):
            if not line.endswith(b"\n"):
                _skip_line(file, block.last)
            line = line if at else line.removeprefix(BOM_UTF8)
            if line and not line.isspace():
                yield f"{Path(block.file).name}, byte {at}", line


def _skip_line(file: BinaryIO, end: int) -> None:
    """Seek to the next line, or to the end of a piece without another line."""
    while file.tell() < end and (part := file.read(_CHUNK)):
        if (at := part.find(b"\n")) >= 0:
            file.seek(at + 1 - len(part), os.SEEK_CUR)
            return


def _blocks(file: Path, size: int) -> Iterator[Block]:
    end = _size(file)
    # Resolved, as /dev/stdin is another file in another process; not `Path.resolve`,
    # which raises different errors for a link to itself.
    file = Path(os.path.realpath(file))
    if file.suffix == _PARQUET:
        for group in range(_parquet(file).num_row_groups):
            yield Block(str(file), group, group)
        return
    for first in range(0, end, size):
        yield Block(str(file), first, min(end, first + size))


def _size(file: Path) -> int:
    """Return the size of a file that can be read repeatedly.

    Raises:
        OSError: If it cannot be opened.
        PopulationError: If it is a folder, a pipe or a device.
    """
    found = file.stat()
    if stat.S_ISDIR(found.st_mode):
        words = _("{path} is a folder. Name the files in it.")
        raise PopulationError(words.format(path=on_one_line(file)))
    if not stat.S_ISREG(found.st_mode):
        words = _(
            "{path} is a pipe or a device. Write its lines to a file first, or use "
            "`screener score --jsonl -`."
        )
        raise PopulationError(words.format(path=on_one_line(file)))
    file.open("rb").close()
    return found.st_size


def _rows(block: Block) -> Iterator[tuple[str, bytes]]:
    """Rows as lines: a column is a question, and an empty cell an unknown answer."""
    name = f"{Path(block.file).name}, group {block.first + 1}"
    for number, row in enumerate(_read_rows(block), 1):
        answers = {key: value for key, value in row.items() if value is not None}
        yield f"{name}, row {number}", json.dumps(answers).encode()


def _read_rows(block: Block) -> Iterator[dict[str, Any]]:
    """Yield rows, few at a time, as a few bytes may expand to gigabytes."""
    batches = _parquet(Path(block.file)).iter_batches(
        batch_size=_ROWS, row_groups=[block.first]
    )
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS_AT_ONCE):
            yield from batch.slice(start, _ROWS_AT_ONCE).to_pylist()


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
        # Keep each repeated text in memory only once.
        texts = [
            column.name
            for column in ParquetFile(file).schema_arrow
            if str(column.type) in _TEXT_TYPES
        ]
        opened = ParquetFile(file, read_dictionary=texts)
    except (ArrowInvalid, OSError) as error:  # OSError: damaged content
        words = _("{path} is not Parquet, or is damaged.").format(
            path=on_one_line(file)
        )
        raise PopulationError(words) from error
    if opened.metadata.num_columns > _MOST_COLUMNS:
        words = _("{path} has more than {most} columns.")
        raise PopulationError(
            words.format(path=on_one_line(file), most=f"{_MOST_COLUMNS:,}")
        )
    return opened
