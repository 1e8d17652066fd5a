"""Numbers on the command line, within limits."""

import argparse
from collections.abc import Callable

from screener.language import _


def a_number(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number, and refuses all others.

    Args:
        least: The smallest that is taken.
        most: The largest.
    """

    def read(written: str) -> int:
        # Python reads no number of more than 4,300 digits.
        short = written.isdecimal() and len(written) <= len(str(most))
        if not short or not least <= int(written) <= most:
            raise argparse.ArgumentTypeError(
                _("give a number from {least} to {most}").format(least=least, most=most)
            )
        return int(written)

    return read
