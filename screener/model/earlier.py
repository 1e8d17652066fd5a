"""The meaning today of answers to earlier versions of a questionnaire."""

import re
from typing import Annotated

from screener.model.bounds import Bounds, Id, Text
from screener.model.record import Record

_VERSION = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})*)(?:[^0-9.].*)?", re.DOTALL)


class SameAnswer(Record):
    """An answer of today that means exactly what an earlier one meant."""

    item: Id
    code: Id


class EarlierAnswer(Record):
    """Answers to an item, given before a version, that mean something else today."""

    before: Text
    """The version from which on they mean what the items say."""
    item: Id
    codes: Annotated[tuple[Id, ...], Bounds(min_length=1)] | None = None
    """Which answers; all others of the item where none are named."""
    why: Text | None = None
    """Why they count as unknown, in one sentence to the reader."""
    becomes: SameAnswer | None = None
    """The answer that they mean today; unknown where it is missing."""
    part: Id = ""
    """The questionnaire that was answered: the loader writes its id here, which
    stays when several are asked together."""

    @property
    def id(self) -> str:
        """The name of the entry in messages and translations."""
        return " ".join((self.item, *(self.codes or ()), "before", self.before))


def version_numbers(version: str) -> tuple[int, ...] | None:
    """Return the numbers that a version begins with, without zeros at their end.

    Args:
        version: The version, such as `1.0.0` or `1.2-draft`.

    Returns:
        `None` where it does not begin with numbers joined by dots.
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        return None
    numbers = [int(number) for number in found[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def is_before(version: str, other: str) -> bool:
    """Return whether a version is earlier than another one, compared as numbers.

    Args:
        version: The version of a saved file. One that does not begin with numbers is
            earlier than any: an answer of unknown meaning is better asked again.
        other: A version that begins with numbers.
    """
    numbers = version_numbers(version)
    return numbers is None or numbers < (version_numbers(other) or ())
