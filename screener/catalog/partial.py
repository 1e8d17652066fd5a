"""Reads the valid parts of a file with errors, so that they are checked as well."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar, get_args, get_origin
from typing import get_type_hints as type_hints

from screener.catalog.toml_file import read_toml
from screener.catalog.validation import UNREADABLE, problems_of
from screener.catalog.validation_context import Unread
from screener.errors import Problem
from screener.model import Record
from screener.model.reading import MisfitError, read_json
from screener.model.record import key_of

T = TypeVar("T", bound=Record)

_Places: TypeAlias = Sequence[tuple[int | str, ...]]
"""The paths to errors under a key, each beginning with the number of an entry."""
_Wrong: TypeAlias = Mapping[str, _Places]

_IDS = ("link_id", "id")


def read_parts(kind: type[T], path: Path, problems: list[Problem], unread: Unread) -> T:
    """Read the valid parts of a TOML file.

    Args:
        kind: The record type of the file.
        path: The file.
        problems: The list to which problems are added.
        unread: The collection to which invalid parts are added.
    """
    data = read_toml(path)
    if isinstance(data, Problem):
        problems.append(data)
        return nothing_of(kind, unread)
    return parts_of(kind, data, path.name, problems, unread)


def parts_of(
    kind: type[T],
    data: dict[str, Any],
    file: str,
    problems: list[Problem],
    unread: Unread,
) -> T:
    """Create a record from the valid parts of a file's tables.

    Args:
        kind: The record type of the file.
        data: The tables.
        file: The name of the file.
        problems: The list to which problems are added.
        unread: The collection to which invalid parts are added.
    """
    try:
        return read_json(kind, json.dumps(data, default=str))
    except MisfitError as error:
        problems += problems_of(error.details, data, file)
        places = [detail["loc"] for detail in error.details]
    except (ValueError, RecursionError):
        problems.append(Problem(file, "file", *UNREADABLE))
        places = [()]
    if not all(places):
        return nothing_of(kind, unread)
    wrong: dict[str, list[tuple[int | str, ...]]] = {}
    for key, *within in places:
        wrong.setdefault(str(key), []).append(tuple(within))
    return _fitting(kind, data, wrong, unread)


def nothing_of(kind: type[T], unread: Unread) -> T:
    """Create an empty record for a file that cannot be read at all.

    Args:
        kind: The record type of the file.
        unread: The collection to which all parts are added.
    """
    return _fitting(kind, {}, {key: [()] for key in _fields(kind)}, unread)


def _fields(kind: type[Record]) -> dict[str, Any]:
    """Return the type of every key of a record type."""
    hints = type_hints(kind, include_extras=True)
    return {key_of(name): hints[name] for name in kind.__dataclass_fields__}


def _fitting(
    kind: type[T], data: Mapping[str, Any], wrong: _Wrong, unread: Unread
) -> T:
    fields = _fields(kind)
    # If a key is missing or unknown, a missing optional key may be an error as well.
    lacks_keys = not wrong.keys() <= fields.keys() & data.keys()
    values: dict[str, Any] = {}
    for key, hint in fields.items():
        entry = _entry_type(hint)
        if entry is None:
            values[key] = "" if key in wrong else data.get(key)
            continue
        if key not in data and lacks_keys:
            unread.kinds.add(key)
        kept = _kept(key, data.get(key, []), wrong.get(key, ()), unread)
        entries: Any = tuple[entry, ...]  # type: ignore[valid-type]
        values[key] = read_json(entries, json.dumps(kept, default=str))
    return kind(**values)


def _entry_type(hint: Any) -> Any | None:
    """Return the type of the entries of a list of tables; `None` for other types."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def _kept(key: str, entries: Any, wrong: _Places, unread: Unread) -> list[Any]:
    """Return the valid entries, and record the others as unread."""
    if not isinstance(entries, list):
        unread.kinds.add(key)
        return []
    misnamed = {place[0] for place in wrong if place and place[-1] in _IDS}
    left_out = {place[0] for place in wrong if place}
    for n, entry in enumerate(entries):
        if n in left_out:
            id = _id_of(entry)
            if id is None or n in misnamed:
                unread.kinds.add(key)
            else:
                unread.ids.add((key, id))
    return [entry for n, entry in enumerate(entries) if n not in left_out]


def _id_of(entry: Any) -> str | None:
    if not isinstance(entry, dict):
        return None
    found = (entry.get(key) for key in _IDS)
    return next((id for id in found if isinstance(id, str)), None)
