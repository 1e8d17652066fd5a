"""Check what a person could say on the phone: every answer that counts has it."""

from dataclasses import replace
from typing import Any

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.checking import Flaw, How, check
from screener.checking.proof import Finding
from screener.model import Item, Questionnaire, rated_answers
from tests.small import SMALL, small

WORDS = "I have thought about it, and I say so."


def with_first_person(
    questionnaire: Questionnaire, *without: tuple[str, str], words: str = WORDS
) -> Questionnaire:
    """Return the questionnaire with words for all answers but some."""

    def spoken(item: Item) -> Item:
        key = "option" if hasattr(item, "option") else "band"
        steps = tuple(
            replace(
                step,
                first_person=None if (item.link_id, step.code) in without else words,
            )
            for step in rated_answers(item)
        )
        changed: dict[str, Any] = {key: steps} if steps else {}
        return replace(item, **changed)

    return replace(questionnaire, item=tuple(map(spoken, questionnaire.item)))


def finding(questionnaire: Questionnaire, id: str = "first-person") -> Finding:
    (proof,) = check(questionnaire, SMALL, {id})
    return proof.finding


def flaws(questionnaire: Questionnaire) -> tuple[Flaw, ...]:
    return finding(questionnaire).flaws


def test_without_any_nothing_is_asked_for() -> None:
    assert finding(small()).how is How.SKIPPED


def test_one_is_enough_to_ask_for_all_others() -> None:
    every = [
        (item.link_id, step.code)
        for item in small().item
        for step in rated_answers(item)
    ]
    found = flaws(with_first_person(small(), *every[1:]))
    told = [flaw.what for flaw in found]
    assert "item thoughts, better-off has no `first_person`." in told
    assert not any("item thoughts, no " in what for what in told)


def test_each_answer_that_rates_or_scores_needs_one() -> None:
    for link_id, code in (("thoughts", "better-off"), ("plan", "yes")):
        (flaw,) = flaws(with_first_person(small(), (link_id, code)))
        assert flaw.what == f"item {link_id}, {code} has no `first_person`."
    assert flaws(with_first_person(small())) == ()


def test_exclusive_and_unrated_answers_need_none() -> None:
    missing = [("problems", "none"), ("living", "own"), ("thoughts", "no")]
    assert flaws(with_first_person(small(), *missing)) == ()


def test_an_instrument_needs_none() -> None:
    core = load_questionnaire(questionnaire_folder("phq-9"))
    ours = [item for item in core.item if item.instrument is None]
    found = flaws(
        with_first_person(
            core,
            *(
                (item.link_id, step.code)
                for item in core.item
                for step in rated_answers(item)
                if item.instrument
            ),
        )
    )
    assert ours
    assert found == ()


def test_its_words_are_read_for_grade_and_words_to_avoid() -> None:
    hard = "Psychological deterioration necessitated immediate hospitalization today."
    found = finding(with_first_person(small(), words=hard), "reading").flaws
    assert any("plan, yes, first_person reads at" in flaw.what for flaw in found)
    hurts = "I was clean for a week before I was an addict again."
    found = finding(with_first_person(small(), words=hurts), "words").flaws
    assert any('plan, yes, first_person says "' in flaw.what for flaw in found)
