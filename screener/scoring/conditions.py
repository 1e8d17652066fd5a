"""Whether a condition on answers and rungs holds for a person."""

from collections.abc import Callable, Mapping

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    Condition,
    Given,
    Is,
    NumberItem,
    OnRung,
    Questionnaire,
    Ticked,
    rated_answers,
)
from screener.scoring.answered import position


def holds(
    condition: Condition,
    questionnaire: Questionnaire,
    counted: Mapping[str, Given],
    on_rung: Callable[[OnRung], bool] = lambda _: False,
) -> bool:
    """Whether a condition holds.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
        counted: The answers that count. An unknown one makes its condition false.
        on_rung: Tells whether a condition on a ladder holds.
    """
    if isinstance(condition, AnyOf):
        return any(holds(c, questionnaire, counted, on_rung) for c in condition.any)
    if isinstance(condition, AllOf):
        return all(holds(c, questionnaire, counted, on_rung) for c in condition.all)
    if isinstance(condition, OnRung):
        return on_rung(condition)
    answer = counted.get(condition.item)
    if answer is None:
        return False
    if isinstance(condition, AtLeast):
        return _reaches(condition, questionnaire, answer)
    if isinstance(condition, Is):
        return answer == condition.is_
    ticks = answer if isinstance(answer, tuple) else ()
    if isinstance(condition, Ticked):
        return condition.ticked in ticks
    return condition.unticked not in ticks


def _reaches(condition: AtLeast, questionnaire: Questionnaire, answer: Given) -> bool:
    item = questionnaire.items[condition.item]
    assert isinstance(item, ChoiceItem | NumberItem)  # the loader refuses any other
    codes = [rated.code for rated in rated_answers(item)]
    return position(item, answer) >= codes.index(condition.at_least)
