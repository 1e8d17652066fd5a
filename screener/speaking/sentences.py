"""What is read, in words for the ear; never what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from screener.language import _
from screener.model import ChoiceItem, ChoicesItem, Item

_NUMBER = re.compile(r"\d[\d-]+\d")


def question_sentences(section: str, item: Item, hint: str) -> Iterator[str]:
    """The section, the question, its hint, and each option with its number.

    Args:
        section: The title of its section.
        item: The question.
        hint: What else is shown of how to answer; may be empty.
    """
    yield section
    yield item.question
    if hint:
        yield hint
    if isinstance(item, ChoiceItem | ChoicesItem):
        for number, option in enumerate(item.option, start=1):
            yield _("{number}: {option}").format(number=number, option=option.text)


def digit_by_digit(words: str) -> str:
    """Words in which telephone numbers are read as they are dialed.

    Args:
        words: Such as `Call 988`.
    """
    return _NUMBER.sub(lambda found: " ".join(found[0]).replace(" - ", ", "), words)
