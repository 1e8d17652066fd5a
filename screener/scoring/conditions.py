"""Whether a condition on answers and rungs holds for a person."""

from collections.abc import Callable, Mapping, Set

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    Condition,
    Fact,
    Given,
    HasFact,
    Is,
    NumberItem,
    OnRung,
    Questionnaire,
    Ticked,
    rated_answers,
)
from screener.model.condition import Leaf, OnAnswer
from screener.scoring.answered import position


def holds_by(condition: Condition, is_true: Callable[[Leaf], bool]) -> bool:
    """Whether a condition holds.

    Args:
        condition: The condition.
        is_true: Tells of a condition without conditions inside whether it holds.
    """
    if isinstance(condition, AnyOf):
        return any(holds_by(part, is_true) for part in condition.any)
    if isinstance(condition, AllOf):
        return all(holds_by(part, is_true) for part in condition.all)
    return is_true(condition)


def holds(
    condition: Condition,
    questionnaire: Questionnaire,
    counted: Mapping[str, Given],
    on_rung: Callable[[OnRung], bool] = lambda _: False,
    facts: Set[Fact] = frozenset(),
) -> bool:
    """Whether a condition holds.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
        counted: The answers that count. An unknown one makes its condition false.
        on_rung: Tells whether a condition on a ladder holds.
        facts: What is known of the person beside their answers.
    """

    def is_true(leaf: Leaf) -> bool:
        if isinstance(leaf, OnRung):
            return on_rung(leaf)
        if isinstance(leaf, HasFact):
            return leaf.fact in facts
        answer = counted.get(leaf.item)
        return answer is not None and _fits(leaf, questionnaire, answer)

    return holds_by(condition, is_true)


def _fits(leaf: OnAnswer, questionnaire: Questionnaire, answer: Given) -> bool:
    if isinstance(leaf, AtLeast):
        return _reaches(leaf, questionnaire, answer)
    if isinstance(leaf, Is):
        return answer == leaf.is_
    ticks = answer if isinstance(answer, tuple) else ()
    if isinstance(leaf, Ticked):
        return leaf.ticked in ticks
    return leaf.unticked not in ticks


def _reaches(condition: AtLeast, questionnaire: Questionnaire, answer: Given) -> bool:
    item = questionnaire.items[condition.item]
    assert isinstance(item, ChoiceItem | NumberItem)  # the loader refuses any other
    codes = [rated.code for rated in rated_answers(item)]
    return position(item, answer) >= codes.index(condition.at_least)
