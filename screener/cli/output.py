"""Prints messages that are harmless to a terminal, and numbers that are short."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

from screener.sanitize import Steering, clean_lines, sanitize


class _HarmlessStream:
    """A stream that passes on no character which could steer a terminal.

    Whatever a command prints goes through it: names of files, words of files, and
    what other libraries say of them.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write words, without what could steer a terminal unless it is our own."""
        own = isinstance(words, Steering)
        self._stream.write(words if own else sanitize(words))
        return len(words)

    def writelines(self, lines: list[str]) -> None:
        """Write several lines."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def harmless_output() -> Iterator[None]:
    """Let nothing that is printed meanwhile steer the terminal."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (
        cast(TextIO, stream and _HarmlessStream(stream)) for stream in before
    )
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def complain(message: str) -> None:
    """Print a message to standard error.

    Args:
        message: One or more lines; the words in them may come from any file.
    """
    if sys.stderr is not None:  # else it would go to standard output
        with suppress(OSError):
            print(clean_lines(message), file=sys.stderr)


def scientific(count: int) -> str:
    """A count in few digits: `1,234`, or `1.1 x 10^21`.

    Args:
        count: How many.
    """
    if count < 1_000_000:
        return f"{count:,}"
    power = len(str(count)) - 1
    return f"{count / 10**power:.1f} x 10^{power}"
