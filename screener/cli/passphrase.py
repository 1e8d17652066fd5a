"""Asks for the passphrase of a file; never on the command line, where others see it."""

import getpass
import sys

from screener.harmless import on_one_line
from screener.language import _


def ask_passphrase(file: str) -> str:
    """Ask without showing what is typed, or read a line where nobody types.

    Args:
        file: What is locked.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        # `getpass` writes to the terminal directly, without the sanitized streams.
        prompt = _("Passphrase of {file}: ").format(file=on_one_line(file))
        return getpass.getpass(prompt)
    return sys.stdin.readline().removesuffix("\n") if sys.stdin else ""
