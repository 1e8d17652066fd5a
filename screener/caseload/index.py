"""A file that spares reading thousands: it can be deleted at any time and is rebuilt.

It lies in the folder itself, so that it is as well kept as what it is about. An entry
counts only as long as its file has the same size and time.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from screener.caseload.entry import Entry
from screener.files import replace
from screener.model.reading import MisfitError, read_json
from screener.model.record import tables_of, to_json

INDEX = ".screener-index.json"


def read_index(folder: Path) -> dict[str, Entry]:
    """The entries by file; none where there is no index, or none that can be used.

    Args:
        folder: The caseload.
    """
    try:
        entries = read_json(tuple[Entry, ...], (folder / INDEX).read_bytes())
    except (OSError, MisfitError):
        return {}
    return {entry.file: entry for entry in entries}


def write_index(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the index, whole or not at all; where it cannot be written, do without.

    Args:
        folder: The caseload.
        entries: What is in it.
    """
    content = to_json(tables_of(tuple(entries))).encode()
    with suppress(OSError):
        replace(folder / INDEX, content)
