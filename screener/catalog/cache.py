"""What the shipped files say, read and checked once and kept beside them.

To load what reads and checks a file, and to do it, takes a tenth of a second. So
`make run` does it once, as it compiles the program once:

    python -m screener.cli.build_cache

What is kept is taken up only as long as it is of the very same files and of the very
same program: it names the BLAKE2b digest of both. Its first line is the digest of all
that follows and of its own name, so that nothing is taken up that was altered, or put
in the place of another. It is JSON, told as the records of
`screener.model` and nothing else; it lies where the program itself lies, and is never
written while people answer. Without it, or where it is of something else, the files
are read and checked as ever.
"""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import screener
from screener.catalog.folders import questions_folder
from screener.disk import read_regular
from screener.model import (
    End,
    Fact,
    HelpKind,
    LineKind,
    Questionnaire,
    Record,
    Reply,
    Sentence,
)
from screener.model.record import values_of

try:  # as Python's own `random` does: `hashlib` looks through all that OpenSSL can hash
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

R = TypeVar("R", bound=Record)

ORIGINAL = "original"
"""The language that a folder's files were written in, whichever that is."""

_PROGRAM = ("model", "catalog", "scoring", "interview")
"""The packages that what is kept was made by."""

_LARGEST = 5_000_000
"""Bytes of a file at most: of ours, the largest has 100,000."""
_KIND = ""
"""The key under which a record says of which kind it is."""


def load_cached(kind: type[R], folder: Path, what: str) -> R | None:
    """What was kept of a folder, if it is still that.

    Args:
        kind: What it must be.
        folder: The folder that it was read from.
        what: What of it, such as a language, or a region and a language.

    Returns:
        `None` where nothing was kept, or what was is of other files or of another
        program, or is no such record.
    """
    try:
        kept = json.loads(_verified(_file(folder, what)), object_hook=_record)
        if kept["of"] != _digest(folder):
            return None
        record = kept["record"]
        if isinstance(record, Questionnaire):
            vars(record)["content_hash"] = kept["hash"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return record if isinstance(record, kind) else None


def store(record: Record, folder: Path, what: str) -> None:
    """Keep what was read from a folder.

    Args:
        record: What was read.
        folder: The folder.
        what: What of it, as for `load_cached`.

    Raises:
        OSError: If it cannot be written.
    """
    from screener.files import replace

    kept: dict[str, Any] = {"of": _digest(folder), "record": _told(record)}
    if isinstance(record, Questionnaire):
        kept["hash"] = record.content_hash
    file = _file(folder, what)
    file.parent.mkdir(exist_ok=True)
    content = json.dumps(kept, ensure_ascii=False).encode()
    sealed = _seal(file, content) + b"\n" + content
    replace(file, sealed, mode=0o644)  # for every account, as the program is


def _file(folder: Path, what: str) -> Path:
    """Where it is kept: only ever beside the shipped files, never in anyone's own."""
    return questions_folder() / "ready" / f"{folder.name}.{what}.json"


def _verified(file: Path) -> bytes:
    """Return what a file keeps.

    Raises:
        ValueError: If it is not what was written under that name.
    """
    seal, _, content = file.read_bytes().partition(b"\n")
    if seal != _seal(file, content):
        raise ValueError
    return content


def _seal(file: Path, content: bytes) -> bytes:
    return blake2b(file.name.encode() + b"\n" + content).hexdigest().encode()


def _digest(folder: Path) -> str:
    """Of all that a reading hangs on: the files, and the program that reads them."""
    found = _program(Path(screener.__file__).parent).copy()
    _add(found, [folder] if folder.is_file() else folder.rglob("*.toml"))
    return found.hexdigest()


@cache
def _program(folder: Path) -> blake2b:
    found = blake2b()
    for package in _PROGRAM:
        _add(found, (folder / package).rglob("*.py"))
    return found


def _add(found: blake2b, files: Iterable[Path]) -> None:
    for path in sorted(files):
        content = read_regular(path, _LARGEST)
        found.update(f"{path.name} {len(content)}\n".encode())
        found.update(content)


def _told(value: Any) -> Any:
    """A record, and all in it, so that `_record` makes the same of it again."""
    if isinstance(value, Record):
        told = {name: _told(one) for name, one in values_of(value).items()}
        return {_KIND: type(value).__name__, **told}
    if isinstance(value, Enum):
        return {_KIND: type(value).__name__, "value": value.value}
    if isinstance(value, datetime.date):
        return {_KIND: "date", "value": value.isoformat()}
    if isinstance(value, Mapping):
        return {key: _told(one) for key, one in value.items()}
    return [_told(one) for one in value] if isinstance(value, tuple) else value


def _record(told: dict[str, Any]) -> Any:
    kind = told.pop(_KIND, None)
    if kind is None:
        return told
    for key, value in told.items():
        if isinstance(value, list):
            told[key] = tuple(value)
    return _KINDS[kind](**told)


def _kinds(above: type[Record]) -> Iterator[type[Record]]:
    for kind in above.__subclasses__():
        yield kind
        yield from _kinds(kind)


_KINDS: dict[str, Callable[..., Any]] = {
    **{
        kind.__name__: kind
        for kind in _kinds(Record)
        if kind.__module__.startswith("screener.model.")
    },
    "HelpKind": lambda value: HelpKind(value),
    "End": lambda value: End(value),
    "Fact": lambda value: Fact(value),
    "LineKind": lambda value: LineKind(value),
    "Sentence": lambda value: Sentence(value),
    "Reply": lambda value: Reply(value),
    "date": lambda value: datetime.date.fromisoformat(value),
}
