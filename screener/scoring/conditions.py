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
    OnTotal,
    Questionnaire,
    Ticked,
    answers_tested,
    rated_answers,
    totals_tested,
)
from screener.model.condition import Leaf, OnAnswer, OnResult
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
    on_result: Callable[[OnResult], bool] = lambda _: False,
    facts: Set[Fact] = frozenset(),
) -> bool:
    """Whether a condition holds.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
        counted: The answers that count. An unknown one makes its condition false.
        on_result: Tells whether a condition on a ladder or on a scale holds.
        facts: What is known of the person beside their answers.
    """

    def is_true(leaf: Leaf) -> bool:
        if isinstance(leaf, OnResult):
            return on_result(leaf)
        if isinstance(leaf, HasFact):
            return leaf.fact in facts
        answer = counted.get(leaf.item)
        return answer is not None and _fits(leaf, questionnaire, answer)

    return holds_by(condition, is_true)


def lies_in(condition: OnTotal, total: int) -> bool:
    """Return whether a total lies between a condition's two numbers.

    Args:
        condition: The condition.
        total: The total at the end that the condition tests.
    """
    low = 0 if condition.from_ is None else condition.from_
    return low <= total and (condition.to is None or total <= condition.to)


def items_tested(condition: Condition, questionnaire: Questionnaire) -> set[str]:
    """Return the items that a condition hangs on: by an answer, or by a scale's total.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
    """
    members = (
        questionnaire.scales[leaf.scale].items for leaf in totals_tested(condition)
    )
    answered = {leaf.item for leaf in answers_tested(condition)}
    return answered.union(*members)


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
