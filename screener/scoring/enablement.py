"""Which items are asked, and which answers count.

A hidden item adds nothing, and a hidden gate opens nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Enablement:
    """The items that are asked, and the answers among them."""

    enabled: tuple[str, ...]
    """`link_id`s of the items that are asked, in asking order."""
    counted: Mapping[str, Given]
    """The answers to enabled items: the only ones that count."""


def enable(questionnaire: Questionnaire, known: Mapping[str, Given]) -> Enablement:
    """Follow the questions from first to last and see which are asked.

    Args:
        questionnaire: What is asked.
        known: Answers by `link_id`, to hidden items too.
    """
    enabled: list[str] = []
    counted: dict[str, Given] = {}
    for link_id, item in questionnaire.items.items():
        gate = item.enable_when
        if gate is None or holds(gate, questionnaire, counted):
            enabled.append(link_id)
            if link_id in known:
                counted[link_id] = known[link_id]
    return Enablement(tuple(enabled), counted)


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
