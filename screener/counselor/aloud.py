"""How to put a question in spoken words."""

from screener.language import N_, _
from screener.model import ChoicesItem, Item, NumberItem, TextItem

_ONE = N_("I will read the answers. Which one is closest?")
_SEVERAL = N_("I will read a list. Please say yes to each one that fits.")
_WORDS = N_("Say as much or as little as you like.")


def read_aloud(item: Item) -> str:
    """What to say after the question, so that it can be answered by voice.

    The question itself is read as it stands: an instrument's words are not ours.

    Args:
        item: The question.
    """
    if isinstance(item, TextItem):
        return _(_WORDS)
    if isinstance(item, NumberItem):
        unit = f" {item.unit}" if item.unit else ""
        return _("Any number from {minimum} to {maximum}{unit} is fine.").format(
            minimum=item.minimum, maximum=item.maximum, unit=unit
        )
    return _(_SEVERAL if isinstance(item, ChoicesItem) else _ONE)
