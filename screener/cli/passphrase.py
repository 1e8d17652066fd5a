"""Asks for the passphrase of a file; never on the command line, where others see it."""

import getpass
import sys

from screener.language import _


def ask_passphrase(file: str) -> str:
    """Ask without showing what is typed, or read a line where nobody types.

    Args:
        file: What is locked.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(_("Passphrase of {file}: ").format(file=file))
    return sys.stdin.readline().removesuffix("\n") if sys.stdin else ""
