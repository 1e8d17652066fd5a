"""Locked files, JSON lines, tables and journals that exceed limits."""

import json
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path

from screener.journal.lines import FORMAT, to_line

Writer = Callable[[Path], object]
"""Writes one hostile file."""

_GIGABYTE = 2**30
_SALT = b64encode(bytes(16)).rstrip(b"=")
_BODY = b64encode(bytes(32)).rstrip(b"=")


def _header(*stanzas: bytes) -> bytes:
    return b"\n".join(
        (b"age-encryption.org/v1", *stanzas, b"--- " + _BODY, bytes(16 + 1000))
    )


def _scrypt(factor: int) -> bytes:
    return b"-> scrypt %s %d\n%s" % (_SALT, factor, _BODY)


def _bytes(content: Callable[[], bytes]) -> Writer:
    return lambda path: path.write_bytes(content())


def _sparse(size: int, start: bytes = b"", end: bytes = b"") -> Writer:
    """Return a writer of a sparse file, which takes no space on the disk."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(start)
            file.truncate(size)
            file.seek(0, os.SEEK_END)
            file.write(end)
        if size <= _GIGABYTE:
            _read_once(path)  # else the first command pays for filling the cache

    return write


def _read_once(path: Path) -> None:
    with path.open("rb") as file:
        while file.read(2**20):
            pass


LOCKED: Mapping[str, Writer] = {
    "work factor 23": _bytes(lambda: _header(_scrypt(23))),
    "work factor 24": _bytes(lambda: _header(_scrypt(24))),
    "work factor 99": _bytes(lambda: _header(_scrypt(99))),
    "work factor of 1 million digits": _bytes(
        lambda: _header(_scrypt(1)).replace(b" 1\n", b" " + b"9" * 900_000 + b"\n", 1)
    ),
    "20,000 stanzas": _bytes(lambda: _header(*[_scrypt(18)] * 20_000)),
    "a header of 900,000 bytes": _bytes(
        lambda: _header(b"-> scrypt " + b"A" * 900_000)
    ),
    "an open header": _bytes(lambda: b"age-encryption.org/v1\n-> " + b"x" * 900_000),
    "another kind of lock": _bytes(lambda: _header(b"-> ssh-rsa AAAA\n" + _BODY)),
    "900,000 bytes of content": _bytes(
        lambda: _header(_scrypt(1)) + b"\0" * 900_000,
    ),
    "a locked file of 10 GB": _sparse(10 * _GIGABYTE, _header(_scrypt(10))),
}

LINES: Mapping[str, Writer] = {
    "one line of 1 GB": _sparse(_GIGABYTE, b'{"a": "', b'"}\n{}\n'),
    "one line of 1 GB without an end": _sparse(_GIGABYTE, b'{"a": "'),
    "lists within lists": _bytes(lambda: b"[" * 999_000 + b"\n{}\n"),
    "objects within objects": _bytes(lambda: b'{"a":' * 190_000 + b"\n{}\n"),
    "many keys": _bytes(
        lambda: json.dumps({f"k{n}": n for n in range(60_000)}).encode() + b"\n{}\n"
    ),
    "the same key again and again": _bytes(
        lambda: b"{" + b",".join([b'"a": 1'] * 130_000) + b"}\n{}\n"
    ),
    "a long number": _bytes(lambda: b'{"a": ' + b"9" * 900_000 + b"}\n{}\n"),
    "a huge exponent": _bytes(lambda: b'{"a": 1e999999999}\n{}\n'),
    "a long fraction": _bytes(lambda: b'{"a": 1.' + b"9" * 900_000 + b"}\n{}\n"),
    "escapes": _bytes(lambda: b'{"a": "' + b"\\ud800" * 150_000 + b'"}\n{}\n'),
    "one answer of 900,000 letters": _bytes(
        lambda: b'{"suicide-thoughts": "' + b"x" * 900_000 + b'"}\n{}\n'
    ),
    "many ticks": _bytes(
        lambda: json.dumps({"danger-now": ["x"] * 150_000}).encode() + b"\n{}\n"
    ),
    "other bytes": _bytes(lambda: bytes(range(256)) * 3_000),
    "400,000 empty lines": _bytes(lambda: b"\n" * 400_000),
}

_PARQUET_START = b"PAR1"
_COLUMN = "suicide-thoughts"
_TABLE = """
import sys, pyarrow, pyarrow.parquet
table = pyarrow.table({table})
rows = table.num_rows or 1
pyarrow.parquet.write_table(
    table, sys.argv[1], compression="zstd", row_group_size=rows
)
"""


def _table(table: str) -> Writer:
    """Return a writer of a valid table; another process writes it to save memory."""
    script = _TABLE.replace("{table}", table)
    return lambda path: subprocess.run([sys.executable, "-c", script, path], check=True)


TABLES: Mapping[str, Writer] = {
    "a footer of 2 GB": _bytes(
        lambda: _PARQUET_START + bytes(100) + b"\xff\xff\xff\x7f" + _PARQUET_START
    ),
    "a footer of nothing": _bytes(
        lambda: _PARQUET_START + bytes(8) + bytes(4) + _PARQUET_START
    ),
    "a footer of zeros": _bytes(
        lambda: _PARQUET_START + bytes(9_000) + b"\x20\x23\0\0" + _PARQUET_START
    ),
    "a footer of lists": _bytes(
        lambda: (
            _PARQUET_START
            + b"\x19\xfc\xff\xff\xff\xff\x0f" * 1_000
            + b"\x58\x1b\0\0"
            + _PARQUET_START
        )
    ),
    "90 MB in 1,000 bytes": _table(
        f"{{'{_COLUMN}': pyarrow.DictionaryArray.from_arrays("
        "pyarrow.array([0] * 100, pyarrow.int32()), pyarrow.array(['x' * 900_000]))}"
    ),
    "20,000 columns": _table("{f'c{n}': [1] for n in range(20_000)}"),
    "lists within lists in a cell": _table(f"{{'{_COLUMN}': [[[[['x']]]]] * 3_000}}"),
    "a table of 10 GB": _sparse(10 * _GIGABYTE, _PARQUET_START, _PARQUET_START),
}

JOURNALS: Mapping[str, Writer] = {
    "a journal of 10 GB": _sparse(10 * _GIGABYTE, b"0" * 8 + b" ", b"x\n"),
    "a locked step without a key": _bytes(
        lambda: to_line(b"age-encryption.org/v1\n-> X25519 x") * 20_000
    ),
    "a key of work factor 24": _bytes(
        lambda: to_line(FORMAT) + to_line(_header(_scrypt(24))) * 3_000
    ),
    "900,000 short lines": _bytes(lambda: b"00000000 \n" * 900_000),
    "one line of 60 MB": _bytes(lambda: b"00000000 " + b"A" * 60_000_000 + b"\n"),
}
