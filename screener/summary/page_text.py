"""Makes the words of a page printable, whatever they are."""

import re
import sys
from collections.abc import Callable
from typing import Any

from screener.phone_numbers import keep_numbers_whole
from screener.sanitize import clean

MISSING = "[…]"
"""Stands for letters and pictures that no font at hand has."""

_LONG_WORD = re.compile(r"\S{31,}")
"""More letters than a narrow column takes."""
_BREAK = "\u200b"
"""Where a word may be broken; it is not seen."""
_BETWEEN = "\u200b-\u200d\ufe0e\ufe0f "
"""What joins pictures to one another, or parts them."""


def each_text(told: Any, change: Callable[[str], str]) -> Any:
    """Change every text in lists and tables of data.

    Args:
        told: The data.
        change: What is done to a text.

    Returns:
        The same data with every text changed, and the keys as they were.
    """
    if isinstance(told, str):
        return change(told)
    if isinstance(told, dict):
        return {key: each_text(value, change) for key, value in told.items()}
    if isinstance(told, list):
        return [each_text(value, change) for value in told]
    return told


def printable(words: str) -> str:
    """The words without control characters, and none too long for a line."""
    words = keep_numbers_whole(clean(words, sys.maxsize))
    return _LONG_WORD.sub(lambda long: _BREAK.join(long[0]), words)


def without(characters: str, words: str) -> str:
    """The words with one mark for each run of characters that cannot be shown.

    Args:
        characters: What cannot be shown, as a character class without its brackets.
        words: The words.
    """
    run = f"[{characters}](?:[{characters}{_BETWEEN}]*[{characters}])?"
    return re.sub(run, MISSING, words)
