"""People with plain answers: drawn at random, or found by z3; and where they stand."""

from random import Random
from typing import TypeAlias

import z3

from tests.second_opinion.answers import (
    completed,
    free_answers,
    maybe_unknown,
)
from tests.second_opinion.encoding import Person
from tests.second_opinion.tables import Table, answerable, extreme, steps

Said: TypeAlias = dict[str, str | int | tuple[str, ...]]
"""Answers as `cases.toml` writes them; what is absent is unknown."""

Rungs: TypeAlias = dict[str, tuple[str, str]]
"""The rungs at the low and the high end, by ladder."""


class Placer:
    """Places people one by one; the terms are built once."""

    def __init__(self, tables: Table) -> None:
        self._tables = tables
        self._answers = free_answers(tables, "said")
        self._unknown = maybe_unknown(tables)
        ends = [
            Person(tables, completed(tables, self._answers, self._unknown, gravest=end))
            for end in (False, True)
        ]
        self._rungs = {
            ladder["id"]: (
                [rung["id"] for rung in ladder["rung"]],
                [person.rung(ladder) for person in ends],
            )
            for ladder in tables["ladder"]
        }

    def place(self, said: Said) -> Rungs:
        """Find the range on every ladder.

        Args:
            said: What the person answered.
        """
        model = self._model(said)
        placed = {
            ladder: [names[model.eval(term, True).as_long()] for term in terms]
            for ladder, (names, terms) in self._rungs.items()
        }
        return {ladder: (low, high) for ladder, (low, high) in placed.items()}

    def _model(self, said: Said) -> z3.ModelRef:
        model = z3.Model()
        for item in answerable(self._tables):
            link_id = item["link_id"]
            answer = said.get(link_id)
            unknown = answer is None or (answer == () and bool(_none_of_these(item)))
            model.update_value(self._unknown[link_id], z3.BoolVal(unknown))
            if isinstance(answer, tuple):
                ticks = self._answers.given[link_id]
                for code in extreme(item, gravest=True):
                    model.update_value(ticks[code], z3.BoolVal(code in answer))
            elif answer is not None:
                value = _value(item, answer)
                model.update_value(self._answers.values[link_id], z3.IntVal(value))
        return model


def someone(tables: Table, chance: Random) -> Said:
    """Draw a person, more or less grave, who answers more or less.

    Args:
        tables: The questionnaire.
        chance: Where the draws come from.
    """
    left_out = chance.choice([0.0, 0.0, 0.1, 0.3, 0.6])
    gravity = chance.choice([0.1, 0.2, 0.4, 0.7, 1.0])
    return {
        item["link_id"]: _draw(item, gravity, chance)
        for item in answerable(tables)
        if chance.random() >= left_out
    }


def _draw(item: Table, gravity: float, chance: Random) -> str | int | tuple[str, ...]:
    if item["type"] == "choices":
        ticks = sorted(extreme(item, gravest=True))
        ticked = tuple(code for code in ticks if chance.random() < gravity / 3)
        # No tick beside a "none of these" is one more way to leave an item open.
        return ticked or chance.choice([_none_of_these(item)] * 9 + [()])
    step = chance.choice(steps(item)) if chance.random() < gravity else steps(item)[0]
    if item["type"] == "number":
        return chance.randint(step["from"], step["to"])
    return str(step["code"])


def witness(person: Person, model: z3.ModelRef) -> Said:
    """Read the answers of a person that z3 found.

    Args:
        person: Who was looked for.
        model: What z3 found.
    """
    answers = person.answers
    said: Said = {}
    for item in answerable(person.tables):
        link_id = item["link_id"]
        given = answers.given[link_id]
        codes = tuple(code for code in given if _is_true(model, given[code]))
        if item["type"] == "number":
            said[link_id] = model.eval(answers.values[link_id], True).as_long()
        else:
            said[link_id] = codes if item["type"] == "choices" else codes[0]
    return said


def asked(person: Person, model: z3.ModelRef, said: Said) -> Said:
    """Leave out what the person is not asked.

    Args:
        person: Who was looked for.
        model: What z3 found.
        said: The person's answers.
    """
    return {
        link_id: answer
        for link_id, answer in said.items()
        if _is_true(model, person.asked(link_id))
    }


def _is_true(model: z3.ModelRef, term: z3.BoolRef) -> bool:
    return z3.is_true(model.eval(term, True)) is True


def _none_of_these(item: Table) -> tuple[str, ...]:
    return tuple(one["code"] for one in steps(item) if one.get("exclusive"))


def _value(item: Table, answer: str | int) -> int:
    codes = [one["code"] for one in steps(item)]
    return answer if isinstance(answer, int) else codes.index(answer)
