"""Prints messages and lines that are harmless to a terminal, whatever is in them."""

import sys

from screener.interview import clean


def complain(message: str) -> None:
    """Print a message to standard error.

    Args:
        message: One or more lines; the words in them may come from any file.
    """
    for line in message.splitlines():
        indent = " " * (len(line) - len(line.lstrip(" ")))
        print(f"{indent}{clean(line, len(line))}", file=sys.stderr)
