"""What can be read of a file that has mistakes, so that the rest is checked as well."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar, get_args, get_origin
from typing import get_type_hints as type_hints

from screener.catalog.draft import Unread
from screener.catalog.toml_file import read_toml
from screener.catalog.validation import UNREADABLE, problems_of
from screener.errors import Problem
from screener.model import Record
from screener.model.reading import MisfitError, read_json
from screener.model.record import key_of

T = TypeVar("T", bound=Record)

_Places: TypeAlias = Sequence[tuple[int | str, ...]]
"""Where something is wrong under a key: the number of an entry, and steps into it."""
_Wrong: TypeAlias = Mapping[str, _Places]

_IDS = ("link_id", "id")


def read_parts(kind: type[T], path: Path, problems: list[Problem], unread: Unread) -> T:
    """Read all that fits of a file in TOML.

    Args:
        kind: What it must be.
        path: The file.
        problems: All that is wrong with it is added to them.
        unread: What does not fit is added to it.
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
    """Make a record of all that fits in the tables of a file.

    Args:
        kind: What the tables must be.
        data: The tables.
        file: The name of the file they came from.
        problems: All that is wrong with it is added to them.
        unread: What does not fit is added to it.
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
    """Make a record of a file of which nothing can be read.

    Args:
        kind: What it should have been.
        unread: All that it may hold is added to it.
    """
    return _fitting(kind, {}, {key: [()] for key in _fields(kind)}, unread)


def _fields(kind: type[Record]) -> dict[str, Any]:
    """Return the type of every key of a file."""
    hints = type_hints(kind, include_extras=True)
    return {key_of(name): hints[name] for name in kind.__dataclass_fields__}


def _fitting(
    kind: type[T], data: Mapping[str, Any], wrong: _Wrong, unread: Unread
) -> T:
    fields = _fields(kind)
    # A file that lacks a key, or has an unknown one, may lack optional ones by mistake.
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
    """Return what a list of tables holds; `None` for any other value."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def _kept(key: str, entries: Any, wrong: _Places, unread: Unread) -> list[Any]:
    """Return the entries that fit, and note the others."""
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
