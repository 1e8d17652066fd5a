"""Whether everyone can read it, and nobody has to read a word that shames."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from screener.checking.proof import Finding, Flaw, How
from screener.checking.readability import (
    FEWEST_WORDS,
    FORMULAS,
    Formula,
    Syllables,
    count_words,
    syllables_of,
)
from screener.checking.texts import Passage, asked, told
from screener.distribution import install_command
from screener.model import Questionnaire, WordsToAvoid


class _Searched(NamedTuple):
    """A word that hurts: what finds it, who says so, and what to say instead."""

    pattern: re.Pattern[str]
    title: str
    instead: str


def check_reading(editions: Sequence[Questionnaire]) -> Finding:
    """Questions read at sixth grade at most, results at seventh.

    Args:
        editions: The questionnaire in each of its languages.
    """
    if find_spec("pyphen") is None:
        note = f"it needs pyphen: {install_command('check')}"
        return Finding(How.SKIPPED, 0, "texts", note=note)
    measured = [one for one in editions if one.language in FORMULAS]
    if not measured:
        note = f"there is no formula for `{editions[0].language}`"
        return Finding(How.SKIPPED, 0, "texts", note=note)
    tried, flaws = 0, list[Flaw]()
    for edition, before in _with_those_read(measured):
        formula = FORMULAS[edition.language]
        syllables = syllables_of(formula)
        for passage, limit in _limited(edition, formula, before):
            tried += 1
            flaws.extend(_too_hard(passage, formula, limit, syllables))
    return Finding(How.READ, tried, "texts", tuple(flaws))


def check_words(
    editions: Sequence[Questionnaire], avoid: Sequence[WordsToAvoid]
) -> Finding:
    """No word is read that hurts or shames.

    Args:
        editions: The questionnaire in each of its languages.
        avoid: The words to avoid in each language that there is a list for.
    """
    lists = {one.language: tuple(_searched(one)) for one in avoid}
    read = [one for one in editions if one.language in lists]
    if not read:
        note = f"there is no list of words in `{editions[0].language}`"
        return Finding(How.SKIPPED, 0, "texts", note=note)
    passages = [
        (passage, lists[edition.language])
        for edition, before in _with_those_read(read)
        for passage in (*_new(asked, edition, before), *_new(told, edition, before))
    ]
    flaws = tuple(flaw for one, words in passages for flaw in _hurting(one, words))
    return Finding(How.READ, len(passages), "texts", flaws)


def _with_those_read(
    editions: Sequence[Questionnaire],
) -> Iterator[tuple[Questionnaire, Questionnaire | None]]:
    """Yield each edition with the one that it shares most of its words with.

    That of a supporter's words is the one in the person's own, in the same language.
    """
    own: dict[str, Questionnaire] = {}
    for edition in editions:
        yield edition, own.get(edition.language)
        own.setdefault(edition.language, edition)


def _new(
    read: Callable[[Questionnaire], Iterator[Passage]],
    edition: Questionnaire,
    before: Questionnaire | None,
) -> Iterator[Passage]:
    """Yield what an edition says and the one read before it does not."""
    if before is None:
        yield from read(edition)
        return
    known = set(read(before))
    for passage in read(edition):
        if passage not in known:
            yield passage._replace(place=f"{passage.place}, for a supporter,")


def _limited(
    edition: Questionnaire, formula: Formula, before: Questionnaire | None
) -> Iterator[tuple[Passage, float]]:
    for passage in _new(asked, edition, before):
        yield passage, formula.asked
    for passage in _new(told, edition, before):
        yield passage, formula.told


def _too_hard(
    passage: Passage, formula: Formula, limit: float, syllables: Syllables
) -> Iterator[Flaw]:
    if count_words(passage.text) < FEWEST_WORDS:
        return
    measured = formula.of(passage.text, syllables)
    if formula.is_harder(measured, limit):
        what = (
            f"{passage.place} reads at {measured:.1f} ({formula.name}); the limit is "
            f"{limit:.0f}: {passage.text}"
        )
        yield Flaw(what, "use shorter words and sentences.")


def _searched(avoid: WordsToAvoid) -> Iterator[_Searched]:
    titles = {source.id: source.title for source in avoid.source}
    return (_Searched(one.pattern, titles[one.cite], one.instead) for one in avoid.word)


def _hurting(passage: Passage, words: Iterable[_Searched]) -> Iterable[Flaw]:
    for one in words:
        found = one.pattern.search(passage.text)
        if found:
            what = f'{passage.place} says "{found[0]}" ({one.title}).'
            yield Flaw(what, f"say instead: {one.instead}.")
