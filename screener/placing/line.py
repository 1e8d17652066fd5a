"""Reads a line of answers in JSON, within limits."""

import json
import math
import re
from typing import Any, NoReturn, TypeAlias

from screener.errors import AnswerError, Problem
from screener.language import _
from screener.sanitize import excerpt

LONGEST_LINE = 1_000_000
"""Bytes; a line of answers comes nowhere near it."""

LONGEST_ID = 200
"""Characters of a person's id at most."""

PersonId: TypeAlias = str | int | None
"""What a line says of whose answers it holds."""

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def read_line(line: bytes, name: str) -> dict[str, Any]:
    """Return the object on a line.

    Numbers without a fraction are whole, however they are written (`3.0`), and half of
    a character pair, which programs leave where they cut a text, becomes U+FFFD.

    Args:
        line: One line in UTF-8.
        name: What to call it where something is wrong.

    Raises:
        AnswerError: If it is no JSON object, or beyond the limits.
    """
    if len(line) > LONGEST_LINE:
        raise _refusal(name, _("It is longer than 1 MB."), _("give one person a line."))
    try:
        raw = json.loads(
            line.decode(),
            parse_constant=_refuse_constant,
            parse_float=_number,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError) as error:
        raise _refusal(name, *_words(error)) from error
    if not isinstance(raw, dict):
        raise _refusal(name, _("It is not an object."), _('write {"link-id": "code"}.'))
    return raw


def take_id(raw: dict[str, Any], key: str, name: str) -> PersonId:
    """Take a person's id out of a line, and return it; `None` where there is none.

    Args:
        raw: What is on the line; it loses the id.
        key: The key of the id.
        name: What to call the line where something is wrong.

    Raises:
        AnswerError: If it is neither text nor a whole number, or very long.
    """
    id: PersonId = raw.pop(key, None)
    is_number = isinstance(id, int) and not isinstance(id, bool)
    if id is None or is_number or (isinstance(id, str) and len(id) <= LONGEST_ID):
        return id
    what = _("It is not the id of a person.")
    remedy = _("give text of at most {most} characters, or a whole number.").format(
        most=LONGEST_ID
    )
    raise AnswerError(name, [Problem(name, excerpt(key, 60), what, remedy)])


def _refusal(name: str, what: str, remedy: str) -> AnswerError:
    return AnswerError(name, [Problem(name, name, what, remedy)])


def _words(error: Exception) -> tuple[str, str]:
    """Return why a line cannot be read, and what to do about it."""
    if isinstance(error, UnicodeDecodeError):
        return _("It is not UTF-8 text."), _("save it as UTF-8.")
    if isinstance(error, _LineError):
        return str(error), _("correct the line.")
    if isinstance(error, json.JSONDecodeError):
        what = _("It is not JSON from character {n} on.").format(n=error.colno)
        return what, _("correct the line.")
    if isinstance(error, RecursionError):
        what = _("Its lists or objects lie too deep in each other.")
        return what, _("correct the line.")
    # Python reads no integer of more than 4,300 digits.
    return _("A number in it is too long."), _("correct the line.")


class _LineError(ValueError):
    """Something in a line that JSON allows, or Python does, and answers do not."""


def _refuse_constant(constant: str) -> NoReturn:
    raise _LineError(_("{constant} is no number.").format(constant=constant))


def _number(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise _LineError(_("A number in it is too large."))
    return int(number) if number.is_integer() else number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that is there twice: one of its answers would be lost."""
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise _LineError(
                _("The key `{key}` is there twice.").format(key=excerpt(key, 60))
            )
        table[key] = _whole(value)
    return table


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF_A_PAIR.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(within) for within in value]
    return value
