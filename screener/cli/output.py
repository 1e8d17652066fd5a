"""Prints messages that are harmless to a terminal, and numbers that are short."""

import sys

from screener.harmless import clean_lines


def complain(message: str) -> None:
    """Print a message to standard error.

    Args:
        message: One or more lines; the words in them may come from any file.
    """
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
