"""What the values of records may be, as pydantic is told when one is read."""

import datetime
from collections.abc import Callable
from typing import Annotated, Any


class Bounds:
    """What a value may be, in the terms of pydantic's own schemas.

    Such as `Bounds(min_length=1)`. Told this way, nothing of pydantic is needed until
    a value is read.
    """

    def __init__(self, **bounds: object) -> None:
        self._bounds = bounds

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], dict[str, Any]]
    ) -> dict[str, Any]:
        """What pydantic asks for: the schema of the value, within its bounds."""
        return {**handler(source), **self._bounds}


class OneOf:
    """Which of several kinds of record a table is, told by a key of it."""

    def __init__(
        self,
        told_by: str | Callable[[Any], str | None],
        tags: tuple[str, ...],
        **error: str,
    ) -> None:
        """Name the kinds.

        Args:
            told_by: The key whose value is the tag; or what finds it.
            tags: One for each kind, in the order in which they are listed.
            error: How pydantic is to tell that a table is none of them.
        """
        self._schema = {"type": "tagged-union", "discriminator": told_by, **error}
        self._tags = tags

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], dict[str, Any]]
    ) -> dict[str, Any]:
        """What pydantic asks for: the schema of each kind, by its tag."""
        kinds = handler(source)["choices"]
        return {**self._schema, "choices": dict(zip(self._tags, kinds, strict=True))}


Id = Annotated[str, Bounds(pattern=r"^[a-z0-9]+([-.][a-z0-9]+)*$", max_length=1000)]
"""Lower-case words joined by hyphens, such as `use-severity`; the ids of parts are
joined by dots."""

Hash = Annotated[str, Bounds(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of all that a questionnaire says, as 64 hexadecimal digits."""

Loinc = Annotated[str, Bounds(pattern=r"^(LA)?[0-9]+-[0-9]$")]
"""A code of LOINC, for a question or, with `LA`, for an answer."""

Text = Annotated[str, Bounds(min_length=1, strip_whitespace=True)]
"""Words for people: never empty."""

Moment = Annotated[datetime.datetime, Bounds(tz_constraint="aware")]
"""A time of a day, and in which zone."""
