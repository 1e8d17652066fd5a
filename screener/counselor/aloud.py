"""How to put a question in spoken words."""

from screener.model import ChoicesItem, Item, NumberItem, TextItem

_ONE = "I will read the answers. Which one is closest?"
_SEVERAL = "I will read a list. Please say yes to each one that fits."
_WORDS = "Say as much or as little as you like."


def read_aloud(item: Item) -> str:
    """What to say after the question, so that it can be answered by voice.

    The question itself is read as it stands: an instrument's words are not ours.

    Args:
        item: The question.
    """
    if isinstance(item, TextItem):
        return _WORDS
    if isinstance(item, NumberItem):
        unit = f" {item.unit}" if item.unit else ""
        return f"Any number from {item.minimum} to {item.maximum}{unit} is fine."
    return _SEVERAL if isinstance(item, ChoicesItem) else _ONE
