"""Numbers on the command line, within limits."""

import argparse
from collections.abc import Callable

from screener.language import _


def add_number(
    command: argparse.ArgumentParser,
    name: str,
    least: int,
    most: int,
    *,
    default: int,
    help: str,
) -> None:
    """Add an option that takes a whole number.

    Args:
        command: The parser of the command.
        name: The option.
        least: The smallest valid number.
        most: The largest valid number.
        default: The default number.
        help: The help text.
    """
    command.add_argument(
        name, type=_number(least, most), default=default, metavar="N", help=help
    )


def _number(least: int, most: int) -> Callable[[str], int]:
    """Return a function that parses a whole number within limits."""

    def read(written: str) -> int:
        # Python raises an error for more than 4,300 digits.
        short = written.isdecimal() and len(written) <= len(str(most))
        if not short or not least <= int(written) <= most:
            raise argparse.ArgumentTypeError(
                _("give a number from {least} to {most}").format(least=least, most=most)
            )
        return int(written)

    return read
