"""Limits what can be typed or pasted into a field."""

from dataclasses import dataclass

from textual.events import Key
from textual.message import Message

from screener.sanitize import clean

_PASTED = 4
"""A paste is read up to this many times the length of the field."""


@dataclass
class Full(Message):
    """Posted when a field has no room for all that was typed or pasted."""

    most: int
    """The length of the field in characters."""


def pasted(text: str, room: int) -> tuple[str, bool]:
    """Return the harmless characters of a paste that fit, and whether any were cut.

    Args:
        text: The paste, however long.
        room: How many characters there is room for.
    """
    most = max(room, 1) * _PASTED
    harmless = clean(text[:most], most)
    return harmless[: max(room, 0)], len(harmless) > room or len(text) > most


def typed(event: Key) -> str:
    """Return the character that a key types; empty if it types none.

    Textual relies on Python's Unicode tables, which lack the newest emoji.

    Args:
        event: The key.
    """
    character = event.character or ""
    if len(character) != 1 or character.isprintable():
        return character if event.is_printable else ""
    return clean(character, 1)
