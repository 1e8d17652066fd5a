"""Easier words ask the same; every hard question of ours has them."""

from dataclasses import replace
from typing import Any

from screener.catalog import load_medical_words
from screener.checking.easier import check_easier
from screener.interview import Interview
from screener.model import (
    Easier,
    Item,
    OptionItem,
    Questionnaire,
    in_easier_words,
    rated_answers,
)


def with_item(core: Questionnaire, link_id: str, **changed: Any) -> Questionnaire:
    items = tuple(
        replace(item, **changed) if item.link_id == link_id else item
        for item in core.item
    )
    return replace(core, item=items)


def flaws(questionnaire: Questionnaire) -> list[str]:
    found = check_easier([questionnaire], load_medical_words()).flaws
    return [flaw.what for flaw in found]


def test_every_hard_question_of_the_core_has_easier_words(core: Questionnaire) -> None:
    assert flaws(core) == []


def test_a_medical_word_without_easier_words_is_told(core: Questionnaire) -> None:
    told = flaws(with_item(core, "danger-now", easier=None))
    assert told == ['item danger-now says "seizure", and has no easier words.']


def test_a_hard_question_without_easier_words_is_told(core: Questionnaire) -> None:
    hard = "Considering everything, characterize functional impairment extensively."
    (told,) = flaws(with_item(core, "mood", text=hard, hint=None))
    assert "item mood reads at grade" in told


def test_easier_words_that_are_not_easier_are_told(core: Questionnaire) -> None:
    easier = Easier(text="Did you ever have a seizure?")
    told = flaws(with_item(core, "mood", easier=easier))
    assert told == ['item mood: what should be easier says "seizure".']


def test_only_the_words_change(core: Questionnaire) -> None:
    for item in core.item:
        easy = in_easier_words(item)
        assert meaning(easy) == meaning(item)
        assert (easy == item) == (item.easier is None)


def meaning(item: Item) -> object:
    """All of a question but the words that are read while it is asked."""
    apart: dict[str, Any] = {"text": "", "hint": None}
    if isinstance(item, OptionItem):
        apart["option"] = ()
    steps = [
        (step.code, step.rates, step.says, getattr(step, "exclusive", None))
        for step in rated_answers(item)
    ]
    return replace(item, **apart), steps


def test_a_visit_keeps_to_the_words_that_are_wanted(core: Questionnaire) -> None:
    visit = Interview.start(core)
    assert visit.shown_item == visit.item
    easier = visit.in_other_words()
    assert easier.shown_item == in_easier_words(easier.item)
    answered = easier.give(("none",))
    assert answered.easier
    assert answered.answers == visit.give(("none",)).answers
    assert easier.in_other_words() == visit
