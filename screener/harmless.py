"""Makes words from a keyboard or a file harmless to show and to save."""

import re
import unicodedata

_CSI = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
_OSC = r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"
_ESCAPE = re.compile(rf"{_CSI}|{_OSC}|\x1b.?")
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def clean(words: str, max_length: int) -> str:
    """Take out whatever could steer a terminal or reorder a line.

    Args:
        words: What was typed or pasted.
        max_length: How many characters are kept.

    Returns:
        The words on one line, composed (NFC), without escape sequences, control
        characters, unpaired surrogates or marks that turn the direction of writing.
    """
    words = unicodedata.normalize("NFC", _BIDI.sub("", _ESCAPE.sub("", words)))
    kept = "".join(
        one
        for one in _SPACE.sub(" ", words)
        if unicodedata.category(one) not in _UNSAFE
    )
    return _SPACE.sub(" ", kept).strip()[:max_length].rstrip()


def clean_lines(words: str) -> str:
    """The same for words of several lines; the lines and their indents are kept.

    Args:
        words: The lines.
    """
    return "\n".join(_clean_line(line) for line in words.splitlines())


def excerpt(words: str, max_length: int) -> str:
    """Return the start of words from a file, clean, with `…` where they were cut.

    Args:
        words: The words, however many.
        max_length: How many characters are returned at most.
    """
    start = clean(words[: 2 * max_length], 2 * max_length)
    return start if len(start) <= max_length else f"{start[: max_length - 1]}…"


def _clean_line(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + clean(line, len(line))


_UNSAFE = {"Cc", "Cs", "Cn", "Zl", "Zp"}
