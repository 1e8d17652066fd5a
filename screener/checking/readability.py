"""How hard a text is to read, by a formula made for its language."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

_NUMBER = re.compile(r"\d+(?:-\d+)+|\d+")
_SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

FEWEST_WORDS = 6
"""The measure of fewer words than these says nothing."""

Syllables = Callable[[str], int]
"""Counts the syllables of a word."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A measure of texts in one language."""

    name: str
    hyphens: str
    """The dictionary of syllables, as pyphen names it."""
    number: str
    """A short word that any number is read as."""
    measure: Callable[[float, float], float]
    """From words a sentence and syllables a word."""
    asked: float
    """The hardest that a question may be."""
    told: float
    """The hardest that a result may be."""
    rises: bool
    """Whether a higher measure is harder to read."""

    def of(self, text: str, syllables: Syllables) -> float:
        """Measure a text of at least one word.

        Args:
            text: The text.
            syllables: Counts the syllables of a word of its language.
        """
        read = _NUMBER.sub(self.number, text)
        words = _WORD.findall(read)
        sentences = max(1, len(_SENTENCE_END.findall(read)))
        spoken = sum(syllables(word) for word in words)
        return self.measure(len(words) / sentences, spoken / len(words))

    def is_harder(self, measured: float, limit: float) -> bool:
        """Whether a text is harder to read than it may be.

        Args:
            measured: Its measure.
            limit: The hardest that it may be.
        """
        return measured > limit if self.rises else measured < limit


FORMULAS: Mapping[str, Formula] = {
    # The US school grade: Kincaid et al., Derivation of new readability formulas, 1975.
    "en": Formula(
        "Flesch-Kincaid grade",
        "en_US",
        "ten",
        lambda words, syllables: 0.39 * words + 11.8 * syllables - 15.59,
        asked=6.0,
        told=7.0,
        rises=True,
    ),
    # Ease, from 0 to 100: Szigriszt Pazos, Sistemas predictivos de legibilidad, 1993.
    # On the INFLESZ scale (Barrio-Cantalejo et al., An Sist Sanit Navar 31, 2008) 65
    # and more is what primary school reads, which ends after sixth grade, and 55 and
    # more what everyone reads.
    "es": Formula(
        "INFLESZ",
        "es",
        "diez",
        lambda words, syllables: 206.835 - 62.3 * syllables - words,
        asked=65.0,
        told=55.0,
        rises=False,
    ),
}
"""By the code of the language."""


def count_words(text: str) -> int:
    """How many words a text has, without its numbers."""
    return len(_WORD.findall(text))


def syllables_of(formula: Formula) -> Syllables:
    """What counts the syllables of a language; it needs pyphen."""
    import pyphen

    hyphens = pyphen.Pyphen(lang=formula.hyphens)
    return cache(lambda word: len(hyphens.positions(word)) + 1)
