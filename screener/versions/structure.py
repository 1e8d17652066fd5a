"""What two versions of a questionnaire say differently, key by key."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from screener.model import Questionnaire, Record
from screener.model.record import tables_of, to_json

_Table: TypeAlias = Mapping[str, Any]

_NAMES = ("link_id", "code", "id", "name")
"""The keys that tables of a list are told apart by, the first that they have."""

_LINES = ("alternative", "support", "benefit", "ask", "bring", "fit")
_STRUCTURAL = ("type", "ordered", "enable_when", "order of option", "order of band")
_RATING = ("rates", "score", "minimum", "maximum")


class Group(StrEnum):
    """What a change is about."""

    STRUCTURE = "structure"
    """What there is to answer and to decide: questions, options, gates, ladders."""
    RATINGS = "ratings"
    """What answers weigh: ratings, scores, bands and scales."""
    RULES = "rules"
    LINES = "lines"
    """What is told beside a placement."""
    WORDS = "words"
    """Texts, sources and all the rest."""


class Kind(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is in one version only, or that the two say differently."""

    group: Group
    part: str
    """What it is in: `item`, `rule`."""
    id: str
    """Which one; empty for the questionnaire itself."""
    kind: Kind
    key: str = ""
    """What of it: `text`, `option plan, rates`; empty for all of it."""
    old: Any = None
    new: Any = None


def compare_content(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    """Yield all that two versions say differently, part by part.

    Args:
        old: The one version.
        new: The other.
    """
    one, other = _content(old), _content(new)
    for part in dict.fromkeys((*one, *other)):
        yield from _compare_part(part, one.get(part, {}), other.get(part, {}))


def _content(questionnaire: Questionnaire) -> dict[str, dict[str, _Table]]:
    """The tables of each part by their ids."""
    head: dict[str, Any] = {}
    parts: dict[str, dict[str, _Table]] = {"questionnaire": {"": head}}
    tables = _dump(questionnaire)
    guidance = tables.pop("guidance")
    tables.pop("earlier", None)  # it is about answers to versions before both
    for key, value in {**tables, **guidance}.items():
        if isinstance(value, list):
            parts[key] = {_name(table) or "": table for table in value}
        else:
            head[key] = value
    return parts


def _dump(record: Record) -> dict[str, Any]:
    dumped: dict[str, Any] = json.loads(
        to_json(tables_of(record, without_defaults=True))
    )
    return dumped


def _compare_part(
    part: str, old: Mapping[str, _Table], new: Mapping[str, _Table]
) -> Iterator[Change]:
    for id in dict.fromkeys((*old, *new)):
        if id not in new:
            yield Change(_group(part, ""), part, id, Kind.REMOVED, old=_words(old[id]))
        elif id not in old:
            yield Change(_group(part, ""), part, id, Kind.ADDED, new=_words(new[id]))
        else:
            for key, one, other in _compare(old[id], new[id]):
                group = _group(part, key)
                yield Change(group, part, id, Kind.CHANGED, key, one, other)
    orders = _orders(old, new)
    if orders and part in ("item", "ladder"):
        yield Change(Group.STRUCTURE, part, "", Kind.CHANGED, "order", *orders)


def _compare(
    old: _Table, new: _Table, within: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the keys that two tables differ in, with both values."""
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if one == other:
            continue
        ones, others = _by_name(one), _by_name(other)
        if ones is None or others is None:
            yield f"{within}{key}", one, other
        else:
            yield from _compare_named(key, ones, others, within)


def _compare_named(
    key: str, old: Mapping[str, _Table], new: Mapping[str, _Table], within: str
) -> Iterator[tuple[str, Any, Any]]:
    """Yield what two lists of tables differ in."""
    for name in dict.fromkeys((*old, *new)):
        place = f"{within}{key} {name}"
        if name in old and name in new:
            yield from _compare(old[name], new[name], f"{place}, ")
        else:
            yield place, _words(old.get(name)), _words(new.get(name))
    orders = _orders(old, new)
    if orders:
        yield f"{within}order of {key}", orders[0], orders[1]


def _orders(
    old: Mapping[str, _Table], new: Mapping[str, _Table]
) -> tuple[list[str], list[str]] | None:
    """In which orders two lists have what both have; `None` where it is the same."""
    before = [name for name in old if name in new]
    after = [name for name in new if name in old]
    return None if before == after else (before, after)


def _by_name(value: object) -> dict[str, _Table] | None:
    """The tables of a list by their names; `None` for anything else."""
    if not isinstance(value, list) or not value:
        return None
    names = [_name(table) for table in value]
    if None in names or len(set(names)) < len(names):
        return None
    return {name or "": table for name, table in zip(names, value, strict=True)}


def _name(table: object) -> str | None:
    if not isinstance(table, dict):
        return None
    return next((str(table[key]) for key in _NAMES if key in table), None)


def _words(table: _Table | None) -> Any:
    """What a table is told by: its text, or what comes nearest to one."""
    if table is None:
        return None
    keys = ("text", "sign", "name", "title", "says", "code")
    return next((table[key] for key in keys if key in table), None)


def _group(part: str, key: str) -> Group:
    if part == "rule":
        return Group.RULES
    if part in _LINES:
        return Group.LINES
    if part == "scale":
        return Group.RATINGS if _weighs(key) else Group.WORDS
    if part == "item":
        return _item_group(key)
    is_whole = not key or (key.startswith(("rung ", "order")) and "," not in key)
    structural = part in ("ladder", "dimension") and is_whole
    return Group.STRUCTURE if structural else Group.WORDS


def _item_group(key: str) -> Group:
    is_option = key.startswith(("option ", "band "))
    if not key or key in _STRUCTURAL or (is_option and ", " not in key):
        return Group.STRUCTURE
    last = key.rpartition(", ")[2]
    if last in _RATING or (is_option and last in ("from", "to", "exclusive")):
        return Group.RATINGS
    return Group.WORDS


def _weighs(key: str) -> bool:
    return key.rpartition(", ")[2] not in ("name", "says", "cite")
