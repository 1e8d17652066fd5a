"""Every word of a questionnaire that people read, by its place.

The same walk collects the words and replaces them, so that a translation can neither
miss a place nor add one.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from screener.model import HelpLines, Questionnaire, Record
from screener.model.record import values_of

Place: TypeAlias = tuple[str, ...]
"""Where words stand: `("item", "danger-now", "option", "fever", "text")`."""

Tell: TypeAlias = Callable[[Place, str], str]
"""From the words at a place to those that stand there instead."""

R = TypeVar("R", bound=Record)
T = TypeVar("T", Questionnaire, HelpLines)

_WORDS = frozenset(
    [
        "title",
        "about",
        "limits",
        "seen_by",
        "name",
        "facts",
        "credit",
        "terms",
        "text",
        "lead",
        "short",
        "hint",
        "why",
        "ask_again",
        "unit",
        "says",
        "first_person",
        "first",
        "sign",
        "build",
        "call",
        "text_to",
        "web",
        "hours",
    ]
)
"""The keys whose values are words for people."""

_NOT_TOLD = frozenset(
    [
        "source",
        "join",
        "never",
        "translation",
        "supporter",
        "enable_when",
        "show_when",
        "fits_when",
        "applies_when",
    ]
)
"""What has no words to translate: the titles of sources stay as they were printed."""

_NAMES = ("link_id", "id", "code", "from_")
"""What tells one record of a list from the others."""


def retold(whole: T, tell: Tell) -> T:
    """A questionnaire, or help lines, in other words, with nothing else changed.

    Args:
        whole: The questionnaire or the help lines.
        tell: Gives the words for each place.
    """
    return _retold(whole, (), tell)


def words_of(record: Questionnaire | HelpLines) -> dict[Place, str]:
    """All words of a questionnaire, or of help lines, by their place.

    Args:
        record: The questionnaire or the help lines.
    """
    found: dict[Place, str] = {}

    def collect(place: Place, words: str) -> str:
        found[place] = words
        return words

    _retold(record, (), collect)
    return found


def _retold(record: R, place: Place, tell: Tell) -> R:
    changed: dict[str, Any] = {}
    for key, value in values_of(record).items():
        if key in _NOT_TOLD or not value:
            continue
        if key in _WORDS:
            # The words of the whole stand beside its lists, under a name of their own.
            where = (*(place or ("whole",)), key)
            changed[key] = _words(value, where, tell)
        elif isinstance(value, Record):
            changed[key] = _retold(value, _within(place, key), tell)
        elif isinstance(value, tuple) and isinstance(value[0], Record):
            changed[key] = tuple(
                _retold(one, (*place, key, _name(one)), tell) for one in value
            )
    return replace(record, **changed)


def _within(place: Place, key: str) -> Place:
    """Rules and lines are named as in their file, which is not a table."""
    return place if key == "guidance" else (*place, key)


def _words(value: str | tuple[str, ...], place: Place, tell: Tell) -> Any:
    if isinstance(value, str):
        return tell(place, value)
    return tuple(tell((*place, str(n)), one) for n, one in enumerate(value))


def _name(record: Record) -> str:
    return next(str(getattr(record, one)) for one in _NAMES if hasattr(record, one))
