"""The TOML tables of a questionnaire, read without the catalog."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

Table: TypeAlias = dict[str, Any]
"""One TOML table, as it is written."""


def read_tables(folder: Path) -> Table:
    """Join the files that decide placement into one table.

    Args:
        folder: The folder of the questionnaire.

    Returns:
        `questionnaire.toml`, with the items of every section under `item` and the
        rules under `rule`.
    """
    tables = _read(folder / "questionnaire.toml")
    sections = [_read(path) for path in sorted(folder.glob("items-*.toml"))]
    tables["item"] = [item for section in sections for item in section["item"]]
    tables["rule"] = _read(folder / "guidance.toml")["rule"]
    return tables


def named(tables: list[Table], key: str, name: str) -> Table:
    """The one table that has this name.

    Args:
        tables: Tables of one kind.
        key: What they are named by.
        name: The name looked for.
    """
    (found,) = (table for table in tables if table[key] == name)
    return found


def answerable(tables: Table) -> Iterator[Table]:
    """Yield the items that have options or bands; words and bare numbers have none."""
    return (item for item in tables["item"] if steps(item))


def steps(item: Table) -> list[Table]:
    """The options or bands of an item, as listed."""
    found: list[Table] = item.get("option") or item.get("band") or []
    return found


def is_ordered(item: Table) -> bool:
    """Whether the item is listed from mildest to gravest."""
    return bool(item.get("ordered", True))


def extreme(item: Table, *, gravest: bool) -> set[str]:
    """The codes that are given in an item's mildest or gravest answer.

    Args:
        item: The item that is answered.
        gravest: Which of the two.
    """
    listed = steps(item)
    if item["type"] != "choices":
        return {listed[-1 if gravest else 0]["code"]}
    return {one["code"] for one in listed if one.get("exclusive", False) != gravest}


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))
