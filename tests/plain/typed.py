"""Lines that answer the questions of the core questionnaire."""

from functools import cache

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.model import OptionItem, Questionnaire


@cache
def core() -> Questionnaire:
    """The core questionnaire."""
    return load_questionnaire(questionnaire_folder())


def number_of(link_id: str, code: str) -> str:
    """Return the number to type for an option.

    Args:
        link_id: The question.
        code: The option.
    """
    codes = [option.code for option in _item(link_id).option]
    return str(codes.index(code) + 1)


def words_of(link_id: str, code: str) -> str:
    """Return the words of an option.

    Args:
        link_id: The question.
        code: The option.
    """
    return next(one.text for one in _item(link_id).option if one.code == code)


def _item(link_id: str) -> OptionItem:
    item = core().items[link_id]
    assert isinstance(item, OptionItem)
    return item
