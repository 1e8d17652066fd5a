"""Codes that stand for clients, so that no name is in any file."""

from pydantic import TypeAdapter, ValidationError

from screener.summary.model import ClientCode

LONGEST = 20
"""Characters of a code at most."""

_CODE = TypeAdapter(ClientCode)


def is_client_code(words: str) -> bool:
    """Whether this can be a client's code: letters, digits and hyphens, no spaces.

    Args:
        words: What was typed.
    """
    try:
        _CODE.validate_python(words)
    except ValidationError:
        return False
    return True
