"""Telephone numbers in words: no line may break in the middle of one."""

import re

_NUMBER = (
    r"(?<![\w-])(?:"
    r"\+\d{1,3}(?:[ .-]\(?\d{1,4}\)?){2,5}"  # +44 20 7946 0958
    r"|(?:1[ .-])?\(\d{3}\)[ .-]?\d{3}[ .-]\d{4}"  # (203) 562-2101
    r"|(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}"  # 203 562 2101
    r")(?![\w-])"
)
_FEWEST_DIGITS = 7


def keep_numbers_whole(words: str) -> str:
    """Return words with hyphens for the spaces inside telephone numbers.

    A line breaks at any kind of space, and never between a hyphen and a digit:
    `(203) 562-2101` becomes `203-562-2101`.

    Args:
        words: Any words.
    """
    if sum(character.isdecimal() for character in words) < _FEWEST_DIGITS:
        return words
    return re.sub(_NUMBER, _hyphenated, words)


def _hyphenated(number: re.Match[str]) -> str:
    return "-".join(re.findall(r"\+?\d+", number[0]))
