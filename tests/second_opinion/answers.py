"""Sets of answers as z3 terms: any answers whatever, and the ends of open ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import z3

from tests.second_opinion.tables import Table, answerable, extreme, steps

Codes: TypeAlias = Mapping[str, z3.BoolRef]
"""For each option or band of an item, whether it is given."""


@dataclass(frozen=True)
class AnswerSet:
    """An answer to every item, whether it is asked or not."""

    given: Mapping[str, Codes]
    """By `link_id`."""
    values: Mapping[str, z3.ArithRef]
    """The number given, or the place of the option chosen; by `link_id`."""
    possible: Sequence[z3.BoolRef]
    """What is true of any answers at all."""


def free_answers(tables: Table, name: str) -> AnswerSet:
    """Any answers whatever.

    Args:
        tables: The questionnaire.
        name: Tells these answers from other ones.
    """
    values = {
        item["link_id"]: z3.Int(f"{name}.{item['link_id']}")
        for item in answerable(tables)
        if item["type"] != "choices"
    }
    given: dict[str, Codes] = {}
    possible: list[z3.BoolRef] = []
    for item in answerable(tables):
        link_id = item["link_id"]
        if item["type"] == "choices":
            given[link_id] = _ticks(item["option"], f"{name}.{link_id}")
        else:
            given[link_id] = _one_of(item, values[link_id])
            possible += _domain(item, values[link_id])
    return AnswerSet(given, values, possible)


def _one_of(item: Table, value: z3.ArithRef) -> Codes:
    """The option at a place, or the bands that a number lies in."""
    if item["type"] == "choice":
        return {one["code"]: value == n for n, one in enumerate(item["option"])}
    return {
        band["code"]: z3.And(value >= band["from"], value <= band["to"])
        for band in item["band"]
    }


def _domain(item: Table, value: z3.ArithRef) -> list[z3.BoolRef]:
    if item["type"] == "choice":
        return [value >= 0, value < len(steps(item))]
    return [value >= item["minimum"], value <= item["maximum"]]


def _ticks(options: Iterable[Table], name: str) -> Codes:
    """Any ticks; "none of these" is given where there is none."""
    exclusive = {one["code"]: one.get("exclusive", False) for one in options}
    ticks = {
        code: z3.Bool(f"{name}/{code}")
        for code, alone in exclusive.items()
        if not alone
    }
    nothing = z3.Not(z3.Or(*ticks.values()))
    return {
        code: nothing if alone else ticks[code] for code, alone in exclusive.items()
    }


def maybe_unknown(tables: Table) -> dict[str, z3.BoolRef]:
    """For each item, whether it is unknown: anything at all may be."""
    return {
        item["link_id"]: z3.Bool(f"unknown.{item['link_id']}")
        for item in answerable(tables)
    }


def completed(
    tables: Table,
    answers: AnswerSet,
    unknown: Mapping[str, z3.BoolRef],
    *,
    gravest: bool,
) -> AnswerSet:
    """The same answers, with the unknown ones at one end of what they can be.

    Args:
        tables: The questionnaire.
        answers: What is answered.
        unknown: Whether each item is unknown, by `link_id`.
        gravest: Which end.
    """
    given = {
        item["link_id"]: {
            code: z3.If(unknown[item["link_id"]], code in end, is_given)
            for code, is_given in answers.given[item["link_id"]].items()
        }
        for item in answerable(tables)
        for end in [extreme(item, gravest=gravest)]
    }
    return AnswerSet(given, answers.values, answers.possible)
