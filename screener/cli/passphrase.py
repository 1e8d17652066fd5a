"""Asks for the passphrase of a file; never on the command line, where others see it."""

from screener.cli.secret import ask_secret
from screener.language import _
from screener.sanitize import on_one_line


def ask_passphrase(file: str) -> str:
    """Ask without showing what is typed, or read a line where nobody types.

    Args:
        file: What is locked.
    """
    # The prompt goes to the terminal directly, without the sanitized streams.
    return ask_secret(_("Passphrase of {file}: ").format(file=on_one_line(file)))
