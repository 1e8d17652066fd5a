"""Asks for a secret: at a terminal without showing it, else as a line of any stream."""

import getpass
import sys

from screener.errors import ScreenerError
from screener.language import _


class UnreadableSecretError(ScreenerError):
    """What was typed or piped is not text, or far too long."""


def ask_secret(prompt: str) -> str:
    """Return a secret without the end of its line.

    Args:
        prompt: What a person is asked; nothing is printed where nobody types.

    Returns:
        The secret; empty where there is none.

    Raises:
        UnreadableSecretError: If it is not text, or too long.
    """
    # Loaded only for a secret: it brings the interview line by line along.
    from screener.plain.hearing import UnreadableError, read_line

    if sys.stdin is None:
        return ""
    try:
        if sys.stdin.isatty():
            return getpass.getpass(prompt)
        line = read_line(sys.stdin)
    except (UnreadableError, UnicodeDecodeError):
        raise UnreadableSecretError(
            _(
                "What was typed or piped is not text. Type it again, or pipe it in "
                "UTF-8."
            )
        ) from None
    if line is None:
        return ""
    if line.is_cut:
        raise UnreadableSecretError(
            _("What was piped is too long for this. Pipe one line with it alone.")
        )
    return line.words
