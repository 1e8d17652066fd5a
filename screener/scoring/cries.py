"""Finds cries for help in what people type in their own words.

A miss can cost a life and a wrong match costs one calm page, so a negation excuses only
plain denials ("I am not suicidal"): "I don't want to die" is a cry for help too.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from screener.model import (
    Answers,
    CriesForHelp,
    CryGroup,
    Fact,
    Questionnaire,
    Reply,
    TextItem,
)
from screener.scoring.plain_words import bare, corrected, plain, respelled

_LONGEST = 20_000
"""Characters that are looked at; nothing that is kept is as long."""
_PASSED_OVER = ", "
"""Stands where words are passed over; no word of a phrase matches it."""
_BETWEEN = r"(?:\w+ ){0,3}"
_SIGNS = {"^": r"(?<=\. )", "$": r"(?=\.)", "#": r"\d{2,} "}
"""The beginning and the end of a sentence, and a number of two digits or more."""
_EITHER, _JOINED, _ENDING, _GAP = "|-*_"


def reply_to(words: str) -> Reply | None:
    """Return how to answer what was typed, or `None` if it is no cry for help."""
    group = _shipped().group_of(words)
    return group.reply if group else None


def reply_in(questionnaire: Questionnaire, answers: Answers) -> Reply | None:
    """Return how to answer the first cry for help among answers in free words.

    Args:
        questionnaire: What was asked.
        answers: What was said, to questions that no longer apply too.
    """
    said = (
        answers.get(item.link_id)
        for item in questionnaire.item
        if isinstance(item, TextItem)
    )
    replies = (reply_to(words) for words in said if isinstance(words, str) and words)
    return next((reply for reply in replies if reply), None)


def facts_in(questionnaire: Questionnaire, answers: Answers) -> frozenset[Fact]:
    """Return what the answers in free words tell of a person.

    Args:
        questionnaire: What was asked.
        answers: What was said, to questions that no longer apply too.
    """
    cried = reply_in(questionnaire, answers) is not None
    return frozenset({Fact.CRY_FOR_HELP} if cried else ())


@cache
def _shipped() -> "CryFinder":
    """Return what finds the shipped phrases; most visits never need it."""
    from screener.catalog.cries_for_help import load_cries_for_help

    return CryFinder(load_cries_for_help())


class CryFinder:
    """Finds the phrases of one set."""

    def __init__(self, cries: CriesForHelp) -> None:
        """Compile the phrases."""
        lists = (cries.ordinary, *cries.group)
        known = {
            word.removesuffix(_ENDING)
            for phrases in lists
            for phrase in phrases.all
            for alternative in words_of(phrase)
            for word in alternative.split()
        }
        self._respell = respelled(cries.spelling)
        self._correct = corrected(
            known | set(cries.spelling), cries.right_as_written.all
        )
        self._ordinary = _any_of(cries.ordinary.all)
        self._groups = [(group, _any_of(group.all)) for group in cries.group]

    def group_of(self, words: str) -> CryGroup | None:
        """Return the first listed group with a phrase that is in these words."""
        text = self._respell(self._correct(plain(words[:_LONGEST])))
        text = self._ordinary.sub(_PASSED_OVER, text)
        found = (group for group, pattern in self._groups if pattern.search(text))
        return next(found, None)


def words_of(phrase: str) -> Iterator[str]:
    """Yield every word of a phrase, with blanks in those that stand for several."""
    for part in phrase.split():
        if part != _GAP:
            for word in part.split(_EITHER):
                if word not in _SIGNS:
                    yield word.replace(_JOINED, " ")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(map(_pattern, phrases))
    return re.compile(rf"(?<= )(?:{either})" if either else r"(?!)")


def _pattern(phrase: str) -> str:
    """Return a phrase as a pattern for plain text, where a blank follows each word."""
    return "".join(
        _BETWEEN if part == _GAP else f"(?:{'|'.join(map(_word, part.split(_EITHER)))})"
        for part in phrase.split()
    )


def _word(word: str) -> str:
    if word in _SIGNS:
        return _SIGNS[word]
    stem = re.escape(bare(word.removesuffix(_ENDING).replace(_JOINED, " ")))
    return f"{stem}\\w* " if word.endswith(_ENDING) else f"{stem} "
