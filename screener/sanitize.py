"""Makes words from a keyboard or a file harmless to show and to save."""

import re
import unicodedata

_CSI = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
_OSC = r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"
_ESCAPE = re.compile(rf"{_CSI}|{_OSC}|\x1b.?")
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_BYTE = re.compile("[\udc80-\udcff]")
_SPACE = re.compile(r"\s+")
_NO_CHARACTERS = re.compile(
    "[\u2065\ufdd0-\ufdef\ufff0-\ufff8\U000e0000\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}"
        for plane in range(17)
    )
    + "]"
)
"""Noncharacters, and code points reserved for invisible characters."""


_STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff]"
)
"""Every character that can steer a terminal, turn a line around or end one."""
_STEERING = re.compile(
    rf"{_CSI}|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[^\r\n]?|(?!\r\n){_STEERS.pattern}"
)
"""A sequence that is not closed ends at its line, so that no more than that is lost."""


class Steering(str):
    """A sequence of our own that is meant to steer the terminal."""


def steers(words: str) -> bool:
    """Return whether words could steer a terminal or turn a line around.

    Args:
        words: Words from a file.
    """
    return _STEERS.search(words) is not None


def sanitize(words: str) -> str:
    """Return words without what could steer a terminal; all blanks and lines stay.

    Args:
        words: Words from a file, or all that a command prints.
    """
    return _STEERING.sub("", words) if _STEERS.search(words) else words


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
    kept = _NO_CHARACTERS.sub("", _SPACE.sub(" ", words))
    kept = "".join(char for char in kept if unicodedata.category(char) not in _UNSAFE)
    return _SPACE.sub(" ", kept).strip()[:max_length].rstrip()


def show_bytes(name: str) -> str:
    r"""Return a file's name to show: a byte that is no text becomes `\xff`.

    Args:
        name: The name, as Python reads it from a disk or a command line.
    """
    return _BYTE.sub(lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", name)


def on_one_line(words: object) -> str:
    """Return a name or a message that is safe to show on one line.

    Args:
        words: A path, or a text that may contain file names or arguments.
    """
    written = show_bytes(str(words))
    return clean(written, len(written))


def clean_lines(words: str) -> str:
    """The same for words of several lines; the lines and their indents are kept.

    Args:
        words: The lines.
    """
    lines = show_bytes(words).splitlines()
    return "\n".join(_clean_line(line) for line in lines)


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


_UNSAFE = {"Cc", "Cs", "Zl", "Zp"}
"""Without unassigned characters, as Python's tables lack the newest emoji."""
