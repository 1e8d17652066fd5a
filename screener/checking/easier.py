"""Whether every hard question has easier words, and these are easy."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from screener.checking.proof import Finding, Flaw, How
from screener.checking.readability import FORMULAS, syllables_of
from screener.checking.texts import screen_words
from screener.model import Item, Questionnaire, WordsToAvoid, in_easier_words

HARDEST = 5.0
"""The highest grade of a question without easier words, and of easier words."""


def check_easier(editions: Sequence[Questionnaire], medical: WordsToAvoid) -> Finding:
    """A question above grade 5, or with a medical word, has easier words without.

    A supporter's easier words are read too.

    Args:
        editions: What is asked, as it was written first, and in other words; those of
            instruments are not ours to change.
        medical: The words of medicine, each with what to say instead.
    """
    questionnaire, *others = editions
    ours = _ours(questionnaire)
    if questionnaire.language != medical.language or find_spec("pyphen") is None:
        note = "it needs pyphen, and questions in English"
        return Finding(How.SKIPPED, 0, "questions", note=note)
    flaws = [flaw for item in ours for flaw in _flaws(item, medical)]
    for edition in others:
        if edition.language == medical.language:
            for own, item in zip(ours, _ours(edition), strict=True):
                if item.easier != own.easier:
                    flaws += _still_hard(item, medical, "for a supporter, ")
    return Finding(How.READ, len(ours), "questions", tuple(flaws))


def _ours(questionnaire: Questionnaire) -> list[Item]:
    return [item for item in questionnaire.item if item.instrument is None]


def _flaws(item: Item, medical: WordsToAvoid) -> Iterator[Flaw]:
    if item.easier is not None:
        yield from _still_hard(item, medical)
        return
    for what, mend in _hard(item, medical):
        problem = f"item {item.link_id} {what}, and has no easier words."
        yield Flaw(problem, f"add [item.easier]: {mend}.")


def _still_hard(item: Item, medical: WordsToAvoid, to: str = "") -> Iterator[Flaw]:
    for what, mend in _hard(in_easier_words(item), medical):
        problem = f"item {item.link_id}: {to}what should be easier {what}."
        yield Flaw(problem, f"{mend}.")


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
