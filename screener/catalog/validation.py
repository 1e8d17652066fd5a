"""From raw tables to records, with what is wrong told for people."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from screener.catalog.toml_file import read_toml
from screener.errors import Problem
from screener.limits import MAX_WORD
from screener.model import Record
from screener.model.claim import KINDS as CLAIM_KINDS
from screener.model.reading import MisfitError, read_json
from screener.model.record import key_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

T = TypeVar("T")

_Loc: TypeAlias = tuple[int | str, ...]

_CONDITIONS = frozenset(CLAIM_KINDS)
_KINDS = {"str", "int", "tuple[str, ...]", "tuple[str, str]"}
_KINDS |= {"function-after", "[key]"}
"""Steps that pydantic adds and no file has."""
_NAMES = ("link_id", "code", "id", "name")
_MOST_GUESSES = 20
"""Where more keys are unknown, the file is of another kind, and guesses take long."""
_README = "questions/README.md"
UNREADABLE = (
    "A number in it is too long, or its tables lie too deep in each other.",
    "write it as questions/README.md shows.",
)


def _known_keys(record: type[Record] = Record) -> set[str]:
    """Every key that any record has, to guess at misspelt ones."""
    keys = {key_of(name) for name in getattr(record, "__dataclass_fields__", ())}
    return keys.union(*(_known_keys(kind) for kind in record.__subclasses__()))


def validate(
    kind: type[T], data: Any, file: str, keys_in: str = _README
) -> tuple[T, None] | tuple[None, list[Problem]]:
    """Make a record of raw tables.

    Args:
        kind: What the tables must be.
        data: The tables.
        file: The name of the file they came from.
        keys_in: Where its keys are explained.

    Returns:
        The record and `None`, or `None` and all that is wrong.
    """
    try:
        # Strict mode takes a list for a tuple from JSON, but not from Python.
        written = json.dumps(data, default=str)
    except (ValueError, RecursionError):
        return None, [Problem(file, "file", *UNREADABLE)]
    try:
        return read_json(kind, written), None
    except MisfitError as error:
        return None, problems_of(error.details, data, file, keys_in)


def read_record(
    kind: type[T], path: Path, keys_in: str = _README
) -> tuple[T, None] | tuple[None, list[Problem]]:
    """Make a record of a file in TOML.

    Args:
        kind: What it must be.
        path: The file.
        keys_in: Where its keys are explained.

    Returns:
        The record and `None`, or `None` and all that is wrong.
    """
    data = read_toml(path)
    if isinstance(data, Problem):
        return None, [data]
    return validate(kind, data, path.name, keys_in)


def problems_of(
    details: Sequence[ErrorDetails], data: Any, file: str, keys_in: str = _README
) -> list[Problem]:
    """Tell errors as problems, without those that only follow from another."""
    found = [(_without_kinds(detail["loc"], data), detail) for detail in details]
    missing = {loc for loc, detail in found if detail["type"] == "missing"}
    unknown = [
        loc for loc, detail in found if detail["type"] == "unexpected_keyword_argument"
    ]
    guesses = len(unknown) <= _MOST_GUESSES
    meant = {loc: _key_meant(loc, missing) if guesses else None for loc in unknown}
    # A misspelt key is one mistake: that the right one is missing follows from it.
    follow = {(*loc[:-1], key) for loc, key in meant.items() if key}
    causes = {loc[:end] for loc, _ in found for end in range(len(loc))}
    told: dict[_Loc, ErrorDetails] = {}
    for loc, detail in found:
        if loc not in causes and not (loc in missing and loc in follow):
            told[loc] = _either(told[loc], detail) if loc in told else detail
    return [
        _misspelt(loc, meant[loc], data, file)
        if loc in meant
        else _problem(loc, detail, data, file, keys_in)
        for loc, detail in told.items()
    ]


def _without_kinds(loc: _Loc, data: Any) -> _Loc:
    """A place without the steps that only name one of several kinds of value."""
    steps: list[int | str] = []
    entered = True
    for step in loc:
        if entered and _is_kind(step, data):
            entered = False
            continue
        steps.append(step)
        data = _inside(data, step)
        entered = True
    return tuple(steps)


def _is_kind(step: int | str, data: Any) -> bool:
    if not isinstance(data, dict):
        return step in _KINDS
    small = len(data) < 5 and _name(data) is None
    is_condition = small and step in _CONDITIONS and step in data
    is_kind = step in _KINDS and step not in data
    return is_condition or step == data.get("type") or is_kind


def _key_meant(loc: _Loc, missing: Set[_Loc]) -> str | None:
    """The key that a misspelt one may stand for: best one that is missing there."""
    key, known = str(loc[-1])[:MAX_WORD], _known_keys()
    absent = [str(other[-1]) for other in missing if other[:-1] == loc[:-1]]
    close = difflib.get_close_matches(key, absent, n=1)
    if not close and key not in known:
        close = difflib.get_close_matches(key, sorted(known), n=1)
    return close[0] if close else None


def _either(one: ErrorDetails, other: ErrorDetails) -> ErrorDetails:
    """One error for a value that may be of either kind, and is of none."""
    kind = other["msg"].removeprefix("Input should be ")
    return {**one, "msg": f"{one['msg']} or {kind}"}


def _problem(
    loc: _Loc, detail: ErrorDetails, data: Any, file: str, keys_in: str
) -> Problem:
    key = str(loc[-1]) if loc else "file"
    within = _place(loc[:-1], data)
    match detail["type"]:
        case "missing":
            one = "An entry" if key.isdigit() else f"The key `{key}`"
            return Problem(file, within, f"{one} is missing.", "add it.")
        case "union_tag_not_found":
            what = "The key `type` is missing."
            return Problem(file, _place(loc, data), what, "add it.")
        case _:
            return Problem(file, _place(loc, data), *_wording(detail, keys_in))


def _misspelt(loc: _Loc, meant: str | None, data: Any, file: str) -> Problem:
    what = f"The key `{loc[-1]}` is not known."
    mend = f"did you mean `{meant}`?" if meant else "remove it."
    return Problem(file, _place(loc[:-1], data), what, mend)


def _wording(detail: ErrorDetails, keys_in: str) -> tuple[str, str]:
    """What is wrong with a value, and its mend."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "string_pattern_mismatch" if "{64}" in context["pattern"]:
            what = f"`{detail['input']}` is not a content hash."
            return what, "copy all 64 digits from the end of the review sheet."
        case "string_pattern_mismatch":
            what = f"`{detail['input']}` is not an id."
            return (
                what,
                "use lower-case words joined by hyphens, such as `use-severity`.",
            )
        case "union_tag_invalid":
            what = f"There is no type `{context['tag']}`."
            return what, f"use one of: {context['expected_tags']}."
        case "too_short":
            return f"It needs at least {context['min_length']}.", "add what is missing."
        case "too_long":
            return f"It takes at most {context['max_length']}.", "remove some."
        case "bool_type":
            return "It is neither true nor false.", "write true or false."
        case "json_invalid":
            return UNREADABLE
        case _:
            mend = f"see the key's meaning in {keys_in}."
            return detail["msg"].rstrip(".") + ".", mend


def _place(loc: _Loc, data: Any) -> str:
    """Name a place by the ids that stand there: `item suicide-now, option plan`."""
    words: list[str] = []
    for step in loc:
        data = _inside(data, step)
        if isinstance(step, str):
            words.append(step)
        elif words:
            words[-1] += f" {_name(data) or step + 1}"
    return ", ".join(words) or "file"


def _inside(data: Any, step: int | str) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _name(data: Any) -> str | None:
    if not isinstance(data, dict):
        return None
    return next((str(data[key]) for key in _NAMES if data.get(key)), None)
