"""Limits of files from outside, checked before a parser takes memory or time for them.

Python's TOML parser takes gigabytes for a key of 60,000 parts, and fails in other ways
on tables that lie a thousand deep in each other. So the text is looked over first, in
one pass that takes no memory.
"""

import re

from screener.language import _

MAX_BYTES = 1_000_000
"""Of a file in TOML. The largest of ours has 60,000."""

MAX_DEPTH = 16
"""Brackets and braces within each other. Ours have 4."""

MAX_KEY_PARTS = 16
"""Parts of a dotted key, such as `item.option.text`. Ours have 4."""

MAX_ENTRIES = 20_000
"""Keys, parts of dotted keys, values and tables of a file. Ours have 4,000."""

MAX_WORD = 200
"""Characters of a number, of a date, or of a key without quotation marks."""

MAX_ITEM_FILES = 100
"""Item files of a questionnaire, one for each section. Ours have 6."""

MAX_ITEMS = 1_000
"""Questions of a questionnaire. Ours have 21."""

MAX_WAYS = 500
"""Terms of a condition in disjunctive normal form. Ours have at most 36; each `any`
within an `all` multiplies them."""

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+"
    r"|(?P<mark>[\[\]{}.=,]|\n\s*+)"
    r"|(?P<word>[^\s\"'\#\[\]{}.=,]++)",
    re.DOTALL,
)
"""What TOML is made of. A string that is not closed ends at its line, or at the end: it
is an error that the parser reports. Nothing is tried twice, so time is linear."""

_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}


def toml_excess(text: str) -> str | None:
    """Return by what a text in TOML goes beyond the limits, as a sentence.

    Args:
        text: The text, whether or not it is TOML.

    Returns:
        `None` if it keeps to all limits.
    """
    depth = entries = 0
    parts = 1
    for token in _TOKEN.finditer(text):
        mark = token["mark"]
        if mark is None:
            if len(token["word"] or "") > MAX_WORD:
                what = _(
                    "A number, a date or a key on line {line} is longer than {most} "
                    "characters."
                )
                return _excess(what, text, token, MAX_WORD)
            continue
        depth += _DEEPER.get(mark, 0)
        entries += mark in "=,[{."  # each part of a key makes a table
        parts = parts + 1 if mark == "." else 1
        if depth > MAX_DEPTH:
            what = _(
                "On line {line}, more than {most} tables or lists lie in each other."
            )
            return _excess(what, text, token, MAX_DEPTH)
        if parts > MAX_KEY_PARTS:
            what = _("A key on line {line} has more than {most} parts.")
            return _excess(what, text, token, MAX_KEY_PARTS)
        if entries > MAX_ENTRIES:
            what = _("It has more than {most} keys and values by line {line}.")
            return _excess(what, text, token, MAX_ENTRIES)
    return None


def _excess(what: str, text: str, token: re.Match[str], most: int) -> str:
    line = text.count("\n", 0, token.start()) + 1
    return what.format(line=f"{line:,}", most=f"{most:,}")
