"""What a field does with what is typed or pasted: take it, or say that it is full."""

from dataclasses import dataclass

from textual.events import Key
from textual.message import Message

from screener.harmless import clean

_PASTED = 4
"""So many times the length of a field is looked at of a paste."""


@dataclass
class Full(Message):
    """Posted when a field has no room for all that was typed or pasted."""

    most: int
    """How many characters it takes."""


def pasted(text: str, room: int) -> tuple[str, bool]:
    """Return what is harmless of a paste and fits, and whether anything was left out.

    Args:
        text: The paste, however long.
        room: How many characters there is room for.
    """
    most = max(room, 1) * _PASTED
    harmless = clean(text[:most], most)
    return harmless[: max(room, 0)], len(harmless) > room or len(text) > most


def typed(event: Key) -> str:
    """Return the character that a key types; empty where it types none.

    Textual asks Python's tables, which do not know the newest emoji.

    Args:
        event: The key.
    """
    character = event.character or ""
    if len(character) != 1 or character.isprintable():
        return character if event.is_printable else ""
    return clean(character, 1)
