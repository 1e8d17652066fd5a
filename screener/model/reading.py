"""Makes records of what comes from outside: the only place that needs pydantic.

It takes a tenth of a second to load, so that it is loaded when something is read that
nobody has looked at yet, and not before.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")


class MisfitError(ValueError):
    """What was read is no such record."""

    def __init__(self, details: list[ErrorDetails]) -> None:
        """Tell what is wrong.

        Args:
            details: Each thing, as pydantic tells it.
        """
        super().__init__(f"{len(details)} things are wrong")
        self.details = details


def read_json(kind: type[T], content: str | bytes) -> T:
    """Make a record, or several, of JSON.

    Args:
        kind: What it must be: a `Record`, or a type made of them.
        content: The JSON.

    Raises:
        MisfitError: If it is anything else.
    """
    from pydantic import ValidationError

    try:
        read: T = _adapter(cast(Any, kind)).validate_json(content)
    except ValidationError as error:
        raise MisfitError(error.errors()) from None
    return read


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """What checks a kind of record: made once, when it is first read."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
