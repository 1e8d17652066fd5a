"""From raw tables to records, with pydantic's errors told for people."""

import difflib
import json
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from screener.errors import Problem
from screener.model import Record

T = TypeVar("T")

_TAGS = {"choice", "choices", "number", "text", "at_least", "ticked", "is", "unticked"}
_TAGS |= {"any", "all", "ladder", "function-after", "tuple[str, ...]"}
_NAMES = ("link_id", "code", "id", "name")


def _known_keys(record: type[BaseModel] = Record) -> set[str]:
    """Every key that any record has, to guess at misspelt ones."""
    keys = {field.alias or name for name, field in record.model_fields.items()}
    return keys.union(*(_known_keys(kind) for kind in record.__subclasses__()))


def validate(
    adapter: TypeAdapter[T], data: Any, file: str
) -> tuple[T, None] | tuple[None, list[Problem]]:
    """Make a record of raw tables.

    Args:
        adapter: What the tables must be.
        data: The tables.
        file: The name of the file they came from.

    Returns:
        The record and `None`, or `None` and all that is wrong.
    """
    try:
        # Strict mode takes a list for a tuple from JSON, but not from Python.
        return adapter.validate_json(json.dumps(data, default=str)), None
    except ValidationError as error:
        return None, problems_of(error.errors(), data, file)


def problems_of(details: Sequence[ErrorDetails], data: Any, file: str) -> list[Problem]:
    """Tell errors as problems, without those that only follow from another."""
    places = [detail["loc"] for detail in details]
    return [
        _problem(detail, data, file)
        for detail in details
        if not any(_leads_to(other, detail["loc"]) for other in places)
    ]


def _leads_to(cause: tuple[int | str, ...], loc: tuple[int | str, ...]) -> bool:
    return len(cause) > len(loc) and cause[: len(loc)] == loc


def _problem(detail: ErrorDetails, data: Any, file: str) -> Problem:
    loc = detail["loc"]
    key = str(loc[-1]) if loc else "file"
    if detail["type"] == "missing":
        what, mend = f"The key `{key}` is missing.", "add it."
        return Problem(file, _place(loc[:-1], data), what, mend)
    if detail["type"] == "extra_forbidden":
        close = difflib.get_close_matches(key, sorted(_known_keys()), n=1)
        mend = f"did you mean `{close[0]}`?" if close else "remove it."
        place = _place(loc[:-1], data)
        return Problem(file, place, f"The key `{key}` is not known.", mend)
    if detail["type"] == "string_pattern_mismatch":
        what = f"`{detail['input']}` is not an id."
        mend = "use lower-case words joined by hyphens, such as `use-severity`."
        return Problem(file, _place(loc, data), what, mend)
    what = detail["msg"].rstrip(".") + "."
    mend = "see the key's meaning in questions/README.md."
    return Problem(file, _place(loc, data), what, mend)


def _place(loc: tuple[int | str, ...], data: Any) -> str:
    """Name a place by the ids that stand there: `item suicide-now, option plan`."""
    words: list[str] = []
    for step in loc:
        if isinstance(step, str) and step in _TAGS and not _has(data, step):
            continue
        data = _inside(data, step)
        if isinstance(step, str):
            words.append(step)
        elif words:
            words[-1] += f" {_name(data) or step + 1}"
    return ", ".join(words) or "file"


def _has(data: Any, step: str) -> bool:
    return isinstance(data, dict) and step in data


def _inside(data: Any, step: int | str) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _name(data: Any) -> str | None:
    if not isinstance(data, dict):
        return None
    return next((str(data[key]) for key in _NAMES if key in data), None)
