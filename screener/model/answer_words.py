"""An answer in the words of its question."""

from screener.model.answer import Given
from screener.model.item import ChoiceItem, ChoicesItem, Item, NumberItem


def answer_words(item: Item, answer: Given) -> tuple[str, ...]:
    """Tell an answer as it was given.

    Args:
        item: The question.
        answer: An answer that fits it.

    Returns:
        The texts of the options chosen; a number with its unit; or the free words.
    """
    if isinstance(item, ChoiceItem | ChoicesItem):
        codes = answer if isinstance(answer, tuple) else (answer,)
        return tuple(option.text for option in item.option if option.code in codes)
    if isinstance(item, NumberItem) and item.unit:
        return (f"{answer} {item.unit}",)
    return (str(answer),) if answer != "" else ()
