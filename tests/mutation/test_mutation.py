"""No small change of the core questionnaire goes unnoticed."""

import pytest

from screener.catalog import load_cases, load_questionnaire, questionnaire_folder
from tests.mutation.judging import Verdict, is_same, judge
from tests.mutation.mutants import mutants
from tests.scored_ticks import scored_ticks
from tests.thorough import one_in

CORE = load_questionnaire(questionnaire_folder())
CASES = load_cases(questionnaire_folder())
ALL = list(mutants(CORE))
CHUNKS = 4
"""Shared out among the processes that run the tests."""

TRIED = one_in(16, ALL)
"""`make mutation` tries all of them."""


@pytest.mark.many_cases
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_mutant_is_noticed_or_the_same_for_everyone(chunk: int) -> None:
    survivors = [
        f"{mutant.kind}: {mutant.id}"
        for mutant in TRIED[chunk::CHUNKS]
        if judge(mutant.questionnaire, CORE, CASES) is Verdict.SURVIVED
    ]
    assert survivors == []


@pytest.mark.slow
def test_there_are_mutants_of_every_kind() -> None:
    kinds = {"rule dropped", "threshold", "rung", "rating", "gate", "score", "cut-off"}
    assert {mutant.kind for mutant in ALL} == kinds
    assert len(ALL) > 1000
    assert len({mutant.questionnaire for mutant in ALL}) == len(ALL)
    scored = list(mutants(scored_ticks()))
    assert {mutant.kind for mutant in scored} == kinds
    assert len({mutant.questionnaire for mutant in scored}) == len(scored)


@pytest.mark.parametrize(
    "id",
    [
        "problems: lost-work, now 1",
        "signs: more, now 0",
        "signs: risky, now 3",
        "trouble: 4 -> 5",
        "trouble: 8 -> 7",
        "trouble: 4, use 2 -> 1",
    ],
)
def test_a_changed_score_or_band_of_ticks_is_not_the_same(id: str) -> None:
    (mutant,) = (one for one in mutants(scored_ticks()) if one.id == id)
    assert not is_same(mutant.questionnaire, scored_ticks())


@pytest.mark.slow
def test_without_cases_and_checks_mutants_survive() -> None:
    """The cases do the noticing: without them much would go through."""
    survivors = [
        mutant
        for mutant in ALL[::20]
        if judge(mutant.questionnaire, CORE, ()) is Verdict.SURVIVED
    ]
    assert len(survivors) > 5


@pytest.mark.slow
def test_a_questionnaire_is_the_same_as_itself_and_not_as_another() -> None:
    assert is_same(CORE, CORE)
    dropped = next(mutant for mutant in ALL if mutant.kind == "rule dropped")
    assert not is_same(dropped.questionnaire, CORE)
