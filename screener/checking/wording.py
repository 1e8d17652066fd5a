"""Whether everyone can read it, and nobody has to read a word that shames."""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec

from screener.checking.proof import Finding, Flaw, How
from screener.checking.texts import Passage, asked, told
from screener.model import Questionnaire, WordsToAvoid

ASKED_GRADE = 6.0
"""The highest reading grade of a question."""

TOLD_GRADE = 7.0
"""The highest reading grade of a result."""

_FEWEST_WORDS = 6
"""A grade of fewer words than these says nothing."""

_NUMBER = re.compile(r"\d+(?:-\d+)+|\d+")
_SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z']+")


def check_reading(questionnaire: Questionnaire) -> Finding:
    """Questions read at grade 6 at most, results at grade 7 (Flesch-Kincaid)."""
    if questionnaire.language != "en":
        note = "the formula is made for English"
        return Finding(How.SKIPPED, 0, "texts", note=note)
    if find_spec("pyphen") is None:
        note = "it needs pyphen: pip install 'screener[check]'"
        return Finding(How.SKIPPED, 0, "texts", note=note)
    limits = ((asked(questionnaire), ASKED_GRADE), (told(questionnaire), TOLD_GRADE))
    tried, flaws = 0, list[Flaw]()
    for passages, limit in limits:
        for passage in passages:
            tried += 1
            flaws.extend(_too_hard(passage, limit, _syllables()))
    return Finding(How.READ, tried, "texts", tuple(flaws))


def check_words(questionnaire: Questionnaire, avoid: WordsToAvoid) -> Finding:
    """No word is read that hurts or shames."""
    if questionnaire.language != avoid.language:
        note = f"the list of words is in `{avoid.language}`"
        return Finding(How.SKIPPED, 0, "texts", note=note)
    passages = [*asked(questionnaire), *told(questionnaire)]
    flaws = tuple(flaw for one in passages for flaw in _hurting(one, avoid))
    return Finding(How.READ, len(passages), "texts", flaws)


def reading_grade(text: str, syllables: Callable[[str], int]) -> float:
    """The school grade that a text can be read at.

    Flesch-Kincaid (Kincaid et al., Derivation of new readability formulas, 1975). A
    number is read as one short word.

    Args:
        text: At least one word.
        syllables: Counts the syllables of a word.
    """
    read = _NUMBER.sub("ten", text)
    words = _WORD.findall(read)
    sentences = max(1, len(_SENTENCE_END.findall(read)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def _too_hard(
    passage: Passage, limit: float, syllables: Callable[[str], int]
) -> Iterator[Flaw]:
    if len(_WORD.findall(passage.text)) < _FEWEST_WORDS:
        return
    grade = reading_grade(passage.text, syllables)
    if grade > limit:
        what = f"{passage.place} reads at grade {grade:.1f}, above {limit:.0f}."
        yield Flaw(what, "use shorter words and sentences.")


def _hurting(passage: Passage, avoid: WordsToAvoid) -> Iterable[Flaw]:
    titles = {source.id: source.title for source in avoid.source}
    for one in avoid.word:
        found = one.pattern.search(passage.text)
        if found:
            what = f'{passage.place} says "{found[0]}" ({titles[one.cite]}).'
            yield Flaw(what, f"say instead: {one.instead}.")


def _syllables() -> Callable[[str], int]:
    import pyphen

    hyphens = pyphen.Pyphen(lang="en_US")
    return lambda word: len(hyphens.positions(word)) + 1
