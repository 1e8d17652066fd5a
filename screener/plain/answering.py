"""From what was typed to an answer: numbers, words, or part of them."""

import re

from screener.harmless import clean
from screener.language import _
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Option,
    OptionItem,
)

_BETWEEN = re.compile(r"[,;]+|\b(?:and|y)\b|\s+")
_NUMBERS = re.compile(r"(?:\d+[.)]?(?:[,;\s]+|\s+(?:and|y)\s+|$))+")


class NotUnderstoodError(ValueError):
    """What was typed is no answer; the words say what would be."""


def answer_in(item: Item, heard: str) -> Given:
    """The answer that was typed.

    Args:
        item: The question.
        heard: What was typed.

    Raises:
        NotUnderstoodError: If it is none.
    """
    if isinstance(item, NumberItem):
        return _number(item, heard)
    if not isinstance(item, OptionItem):
        return clean(heard, item.max_length)
    codes = tuple(option.code for option in _options(item, heard))
    if isinstance(item, ChoicesItem):
        return _several(item, codes)
    if len(codes) == 1:
        return codes[0]
    raise NotUnderstoodError(
        _("Please choose one: a number from 1 to {count}.").format(count=_count(item))
    )


def _options(item: ChoiceItem | ChoicesItem, heard: str) -> list[Option]:
    """The options by number, or the one by its words."""
    said = heard.lower().strip(" .!")
    if _NUMBERS.fullmatch(f"{said}"):
        numbers = [int(one.strip(".)")) for one in _BETWEEN.split(said) if one]
        if all(1 <= number <= _count(item) for number in numbers):
            return [item.option[number - 1] for number in numbers]
    same = [one for one in item.option if _bare(one) == said]
    begins = [one for one in item.option if said and _bare(one).startswith(said)]
    for found in (same, begins):
        if len(found) == 1:
            return found
    if len(begins) > 1:
        raise NotUnderstoodError(_("That fits more than one answer. Type its number."))
    raise NotUnderstoodError(
        _(
            "That is not one of the answers. Type a number from 1 to {count}, "
            "or s to skip."
        ).format(count=_count(item))
    )


def _several(item: ChoicesItem, codes: tuple[str, ...]) -> tuple[str, ...]:
    exclusive = {one.code for one in item.option if one.exclusive}
    if len({*codes}) > 1 and exclusive & {*codes}:
        raise NotUnderstoodError(
            _("One of those stands alone. Type it by itself, or leave it out.")
        )
    return tuple(one.code for one in item.option if one.code in codes)


def _number(item: NumberItem, heard: str) -> int:
    if re.fullmatch(r"-?\d{1,9}", heard):
        number = int(heard)
        if item.minimum <= number <= item.maximum:
            return number
    raise NotUnderstoodError(
        _("Type a whole number from {minimum} to {maximum}, or s to skip.").format(
            minimum=item.minimum, maximum=item.maximum
        )
    )


def _count(item: ChoiceItem | ChoicesItem) -> int:
    return len(item.option)


def _bare(option: Option) -> str:
    return option.text.lower().strip(" .!")
