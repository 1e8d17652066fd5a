"""Whether every hard question has easier words, and these are easy."""

from collections.abc import Iterator
from importlib.util import find_spec

from screener.checking.proof import Finding, Flaw, How
from screener.checking.readability import FORMULAS, syllables_of
from screener.checking.texts import screen_words
from screener.model import Item, Questionnaire, WordsToAvoid, in_easier_words

HARDEST = 5.0
"""The highest grade of a question without easier words, and of easier words."""


def check_easier(questionnaire: Questionnaire, medical: WordsToAvoid) -> Finding:
    """A question above grade 5, or with a medical word, has easier words without.

    Args:
        questionnaire: What is asked; the words of instruments are not ours to change.
        medical: The words of medicine, each with what to say instead.
    """
    ours = [item for item in questionnaire.item if item.instrument is None]
    if questionnaire.language != medical.language or find_spec("pyphen") is None:
        note = "it needs pyphen, and questions in English"
        return Finding(How.SKIPPED, 0, "questions", note=note)
    flaws = tuple(flaw for item in ours for flaw in _flaws(item, medical))
    return Finding(How.READ, len(ours), "questions", flaws)


def _flaws(item: Item, medical: WordsToAvoid) -> Iterator[Flaw]:
    hard = list(_hard(item, medical))
    if item.easier is None:
        for what, mend in hard:
            told = f"item {item.link_id} {what}, and has no easier words."
            yield Flaw(told, f"add [item.easier]: {mend}.")
        return
    for what, mend in _hard(in_easier_words(item), medical):
        told = f"item {item.link_id}: what should be easier {what}."
        yield Flaw(told, f"{mend}.")


def _hard(item: Item, medical: WordsToAvoid) -> Iterator[tuple[str, str]]:
    """What makes a question hard to read, and what to do about it."""
    words = screen_words(item)
    formula = FORMULAS["en"]
    grade = formula.of(words, syllables_of(formula))
    if grade > HARDEST:
        yield f"reads at grade {grade:.1f}", "use shorter words and sentences"
    for one in medical.word:
        if found := one.pattern.search(words):
            yield f'says "{found[0]}"', f"say instead: {one.instead}"
