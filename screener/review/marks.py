"""How names and words of a questionnaire stand out in a sentence about it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screener.sanitize import clean

_SPECIAL = re.compile(r"[\\`*_\[\]<>|]|&(?=#?\w+;)|~(?=~)")


@dataclass(frozen=True)
class Marks:
    """One way to set names and words apart."""

    strong: Callable[[str], str]
    """For a step of a ladder: what is decided."""
    soft: Callable[[str], str]
    """For the name of a question, a dimension, a scale or a ladder."""
    quoted: Callable[[str], str]
    """For words that a person reads: a question, an option, a line."""


def literal(text: str) -> str:
    """Data as it is, on one line of Markdown: nothing in it is a mark.

    Args:
        text: Words out of a questionnaire.
    """
    return _SPECIAL.sub(r"\\\g<0>", clean(text, len(text)))


def _in_quotes(text: str) -> str:
    return f'"{clean(text, len(text))}"'


PLAIN = Marks(strong=_in_quotes, soft=_in_quotes, quoted=_in_quotes)
"""For a terminal: all in quotes."""

MARKDOWN = Marks(
    strong=lambda text: f"**{literal(text)}**",
    soft=lambda text: f"*{literal(text)}*",
    quoted=lambda text: f'"{literal(text)}"',
)
"""For a Markdown document."""


def listed(texts: Sequence[str], word: str) -> str:
    """Things in a row: `a, b or c`.

    Args:
        texts: The things, at least one.
        word: What stands before the last of several: `and`, `or`.
    """
    *others, last = texts
    return f"{', '.join(others)} {word} {last}" if others else last
