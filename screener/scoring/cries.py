"""Finds cries for help in what people type in their own words.

A miss can cost a life and a wrong match costs one calm page, so a negation excuses only
plain denials ("I am not suicidal"): "I don't want to die" is a cry for help too.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from screener.model import (
    Answers,
    CriesForHelp,
    CryGroup,
    Questionnaire,
    Reply,
    TextItem,
)
from screener.scoring.joined_words import split_by
from screener.scoring.phrases import PhraseFinder, words_of
from screener.scoring.plain_words import bare, corrected, plain, respelled

_LONGEST = 20_000
"""The most characters that are searched; no text that is saved is as long."""


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


def may_be_about(words: str, topic: str) -> bool:
    """Return whether words are a cry for help that may be about a private topic.

    Args:
        words: What was typed.
        topic: The id of the topic. If no group of phrases is marked with it, any cry
            for help may be about it.
    """
    cries = _shipped()
    groups = cries.groups_in(words)
    return any(topic in group.private for group in groups) or (
        bool(groups) and topic not in cries.topics
    )


@cache
def _shipped() -> "CryFinder":
    """Return what finds the shipped phrases; most visits never need it."""
    from screener.catalog.cries_for_help import load_cries_for_help

    return CryFinder(load_cries_for_help())


class CryFinder:
    """Finds the phrases of one set."""

    def __init__(self, cries: CriesForHelp) -> None:
        """Prepare the phrases and the spelling of their words."""
        shared = cries.words
        lists = [group.all for group in cries.group]
        known = set(_plain_words(chain(cries.ordinary.all, *lists, shared.values())))
        known |= set(map(bare, cries.spelling))
        self._respell = respelled(cries.spelling)
        self._correct = corrected(known, cries.right_as_written.all)
        self._split = split_by(known)
        self._ordinary = PhraseFinder([cries.ordinary.all], shared)
        self._finder = PhraseFinder(lists, shared)
        self._groups = cries.group
        self.topics = {topic for group in cries.group for topic in group.private}

    def group_of(self, words: str) -> CryGroup | None:
        """Return the first listed group with a phrase that is in these words."""
        number = self._finder.first_list_in(self._read(words))
        return None if number is None else self._groups[number]

    def groups_in(self, words: str) -> list[CryGroup]:
        """Return all groups with a phrase that is in these words."""
        numbers = self._finder.lists_in(self._read(words))
        return [self._groups[number] for number in numbers]

    def _read(self, words: str) -> list[str]:
        text = self._split(self._correct(plain(words[:_LONGEST])))
        return self._ordinary.without(self._respell(text).split())


def _plain_words(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        for words in words_of(phrase):
            yield from map(bare, words.split())
