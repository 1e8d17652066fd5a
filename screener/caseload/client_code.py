"""Codes that stand for clients, so that no name is in any file."""

import re

from screener.summary.model import CLIENT_CODE

LONGEST = 20
"""Characters of a code at most."""


def is_client_code(words: str) -> bool:
    """Whether this can be a client's code: letters, digits and hyphens, no spaces.

    Args:
        words: What was typed.
    """
    return re.fullmatch(CLIENT_CODE, words) is not None
