"""Finds the words of a questionnaire that speak to the person who reads them."""

import re
from collections.abc import Mapping

from screener.catalog.supporter import may_differ
from screener.catalog.translatable_text import Place, words_of
from screener.language import ENGLISH
from screener.model import Questionnaire

_READER: Mapping[str, re.Pattern[str]] = {
    ENGLISH: re.compile(
        r"\b(?:you|your|yours|yourself|i|my|me|mine|myself)\b", re.IGNORECASE
    )
}
"""The words for the reader, by the code of the language."""

_LINES = frozenset(["rule", "alternative", "support", "benefit", "ask", "bring", "fit"])
_OF_ITEMS = frozenset(["text", "lead", "hint", "says"])


def words_for_reader(questionnaire: Questionnaire) -> dict[Place, str]:
    """Return the words of questions, rules and lines that a supporter reads otherwise.

    Args:
        questionnaire: A questionnaire in the language that it was written in. There is
            a list of the words that mark them in English only.
    """
    marks = _READER.get(questionnaire.language)
    if marks is None:
        return {}
    return {
        place: words
        for place, words in words_of(questionnaire).items()
        if marks.search(words) and _is_told(questionnaire, place)
    }


def _is_told(questionnaire: Questionnaire, place: Place) -> bool:
    if place[0] in _LINES:
        return True
    if place[0] != "item" or place[-1] not in _OF_ITEMS:
        return False
    is_ours = questionnaire.items[place[1]].instrument is None
    return is_ours and may_differ(questionnaire, place)
