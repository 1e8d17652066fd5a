"""From what was typed to an answer: numbers, words, or part of them."""

import re

from screener.language import _
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    OptionItem,
    TextItem,
)
from screener.plain.numbers import amount_in, is_amount, number_within, places_in
from screener.plain.words import is_no, is_yes, match
from screener.sanitize import clean
from screener.scoring import reply_to

_BETWEEN = re.compile(r"[,;]+|\b(?:and|y)\b|\s+")
_NUMBERS = re.compile(r"(?:\d{1,6}[.)]?(?:[,;\s]+|\s+(?:and|y)\s+|$))+")
_PARTS = re.compile(r"[,;]+")
_ONE_NUMBER = re.compile(r"[^\d.,\-+/]*(?<![\d.,\-+/])(\d{1,9})(?![\d.,/\-+]\d)\D*")
_ZERO = {"none", "zero", "never", "nothing", "cero", "nada", "ninguno", "nunca"}


class NotUnderstoodError(ValueError):
    """What was typed is no answer; the words say what would be."""

    def __init__(self, words: str, suggested: Given | None = None) -> None:
        """Say what would be an answer.

        Args:
            words: Said to the person.
            suggested: The answer that they ask about, and that a yes gives.
        """
        super().__init__(words)
        self.suggested = suggested


def answer_in(item: Item, typed: str) -> Given:
    """Return the answer that was typed.

    Args:
        item: The question.
        typed: What was typed.

    Raises:
        NotUnderstoodError: If it is none.
    """
    if isinstance(item, NumberItem):
        return _number(item, typed)
    if isinstance(item, ChoiceItem):
        return _one(item, typed)
    if isinstance(item, ChoicesItem):
        return _several(item, typed)
    return clean(typed, item.max_length)


def is_exact(item: Item, typed: str) -> bool:
    """Whether it is the number of an answer, or all of its words."""
    if not isinstance(item, OptionItem):
        return isinstance(item, NumberItem) and typed.isdecimal()
    said = typed.lower().strip(" .!")
    texts = (option.text.lower().strip(" .!") for option in item.option)
    return said in texts or bool(_NUMBERS.fullmatch(said))


def is_too_long(item: Item, typed: str) -> bool:
    """Whether own words are longer than what is kept of them."""
    if not isinstance(item, TextItem):
        return False
    return len(clean(typed, len(typed))) > item.max_length


def _one(item: ChoiceItem, typed: str) -> str:
    places = _places(item, typed)
    if len(places) == 1:
        return item.option[places[0]].code
    raise NotUnderstoodError(
        _("Please choose one: a number from 1 to {count}.").format(
            count=len(item.option)
        )
    )


def _several(item: ChoicesItem, typed: str) -> tuple[str, ...]:
    try:
        places = _places(item, typed)
    except NotUnderstoodError:
        parts = [part for part in _PARTS.split(typed) if part.strip()]
        if len(parts) < 2:
            raise
        places = tuple(place for part in parts for place in _places(item, part))
    ticked = {item.option[place].code for place in places}
    alone = next((one for one in item.option if one.exclusive), None)
    if alone and alone.code in ticked and len(ticked) > 1:
        raise NotUnderstoodError(
            _(
                "You chose “{none}” and another answer. Please choose one or the other."
            ).format(none=alone.text)
        )
    return tuple(one.code for one in item.option if one.code in ticked)


def _places(item: ChoiceItem | ChoicesItem, typed: str) -> tuple[int, ...]:
    """Return the places of the answers that were typed, counted from 0."""
    said, count = typed.lower().strip(" .!"), len(item.option)
    if _NUMBERS.fullmatch(said):
        parts = filter(None, _BETWEEN.split(said))
        typed_numbers = [int(part.strip(".)")) for part in parts]
        if all(1 <= number <= count for number in typed_numbers):
            return tuple(number - 1 for number in typed_numbers)
    none = next((n for n, one in enumerate(item.option) if one.exclusive), None)
    found = match(typed, [option.text for option in item.option], none)
    if found.is_certain:
        return found.places
    numbers, is_either = places_in(typed)
    places = tuple(number - 1 for number in numbers if 1 <= number <= count)
    if places and len(places) == len(numbers) and not found.places and not is_either:
        return places
    # A cry for help with a number in it is answered, and not taken for an option.
    if not found.places and not places and not reply_to(typed):
        places = tuple(one - 1 for one in number_within(typed) if 1 <= one <= count)
    raise _question_back(item, typed, found.places or places)


def _question_back(
    item: ChoiceItem | ChoicesItem, typed: str, places: tuple[int, ...]
) -> NotUnderstoodError:
    told = [f"{place + 1}. {item.option[place].text}" for place in places]
    if len(places) == 1:
        code = item.option[places[0]].code
        words = _("Do you mean “{answer}”? Type yes, or the number of another answer.")
        return NotUnderstoodError(
            words.format(answer=told[0]),
            (code,) if isinstance(item, ChoicesItem) else code,
        )
    if places:
        lines = [_("That could be one of these:"), *told, _("Please type its number.")]
        return NotUnderstoodError("\n".join(lines))
    if is_yes(typed):
        words = _("Yes to which one? Please type its number, from 1 to {count}.")
    else:
        words = _(
            "I did not understand. Please type a number from 1 to {count}, or skip."
        )
    return NotUnderstoodError(words.format(count=len(item.option)))


def _number(item: NumberItem, typed: str) -> int:
    words = set(typed.lower().strip(" .!").split())
    found = _ONE_NUMBER.fullmatch(typed.strip())
    number = int(found[1]) if found else amount_in(typed)
    if number is None and (words & _ZERO or is_no(typed)):
        number = 0
    if number is not None and item.minimum <= number <= item.maximum:
        if not found or is_amount(typed):
            return number
        words_back = _("Do you mean {number}? Type yes, or another number.")
        raise NotUnderstoodError(words_back.format(number=number), number)
    raise NotUnderstoodError(
        _("Please type a whole number from {minimum} to {maximum}, or skip.").format(
            minimum=item.minimum, maximum=item.maximum
        )
    )
