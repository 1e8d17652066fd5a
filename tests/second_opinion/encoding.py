"""Placement as z3 terms: a second opinion, by the words of `questions/README.md`.

It shares no code with `screener`, so that it can contradict it. It also takes nothing
for granted that the loader checks: options that are no chain, bands that overlap and
gates that open downward are encoded as they are written.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

import z3

from tests.second_opinion.answers import AnswerSet
from tests.second_opinion.tables import Table, answerable, named, steps


class Person:
    """One set of answers, and where it leads."""

    def __init__(self, tables: Table, answers: AnswerSet) -> None:
        self.tables = tables
        self.answers = answers
        self._asked: dict[str, z3.BoolRef] = {}

    # Items

    def asked(self, link_id: str) -> z3.BoolRef:
        """Whether an item is shown."""
        if link_id not in self._asked:
            item = named(self.tables["item"], "link_id", link_id)
            gate = item.get("enable_when")
            self._asked[link_id] = z3.BoolVal(True) if gate is None else self.met(gate)
        return self._asked[link_id]

    def met(self, condition: Table) -> z3.BoolRef:
        """Whether a condition on answers is true."""
        match condition:
            case {"any": parts}:
                return z3.Or(*map(self.met, parts))
            case {"all": parts}:
                return z3.And(*map(self.met, parts))
            case {"item": link_id, "at_least": code}:
                reached = list(self.answers.given[link_id])
                return self.says(link_id, reached[reached.index(code) :])
            case {"item": link_id, "ticked": code} | {"item": link_id, "is": code}:
                return self.says(link_id, [code])
            case {"item": link_id, "unticked": code}:
                ticked = self.answers.given[link_id][code]
                return z3.And(self.asked(link_id), z3.Not(ticked))
        raise AssertionError(condition)

    def says(self, link_id: str, codes: Iterable[str]) -> z3.BoolRef:
        """Whether an item is asked, and one of these codes is given to it."""
        given = self.answers.given[link_id]
        return z3.And(self.asked(link_id), z3.Or(*(given[code] for code in codes)))

    # Ratings

    @cached_property
    def _rated(self) -> list[tuple[z3.BoolRef, Table]]:
        """Everything that may rate: when it does, and what it rates."""
        options = [
            (self.says(item["link_id"], [one["code"]]), one.get("rates", {}))
            for item in answerable(self.tables)
            for one in steps(item)
        ]
        bands = [
            (holds, band.get("rates", {}))
            for scale in self.tables.get("scale", [])
            for holds, band in self.scale_bands(scale)
        ]
        return [(holds, rates) for holds, rates in options + bands if rates]

    def reaches(self, dimension: str, rating: int) -> z3.BoolRef:
        """Whether a dimension is rated at least this; 0 always is."""
        return z3.Or(
            *(
                holds
                for holds, rates in self._rated
                if rates.get(dimension, 0) >= rating
            ),
            z3.BoolVal(rating <= 0),
        )

    def total(self, scale: Table) -> z3.ArithRef:
        """The sum of the scores of a scale's items that are asked."""
        scores = [
            z3.If(self.says(link_id, [one["code"]]), one.get("score", 0), 0)
            for link_id in scale["items"]
            for one in steps(named(self.tables["item"], "link_id", link_id))
        ]
        return z3.Sum(scores)

    def scale_bands(self, scale: Table) -> Iterator[tuple[z3.BoolRef, Table]]:
        """Yield the bands of a scale, each with whether the total lies in it."""
        total = self.total(scale)
        ends = [band["from"] for band in scale["band"][1:]]
        for n, band in enumerate(scale["band"]):
            below_next = [total < end for end in ends[n : n + 1]]
            yield z3.And(total >= band["from"], *below_next), band

    # Placement

    def holds(self, rule: Table) -> z3.BoolRef:
        """Whether all thresholds of a rule are reached."""
        return z3.And(*(self.reaches(*one) for one in rule["at_least"].items()))

    def stands(self, ladder: Table) -> list[z3.BoolRef]:
        """For each rung of a ladder, whether the person stands on it.

        It is the highest rung that any holding rule gives, and the lowest when none
        holds.
        """
        rules = [rule for rule in self.tables["rule"] if rule["ladder"] == ladder["id"]]
        names = [rung["id"] for rung in ladder["rung"]]
        gives = [
            z3.Or(*(self.holds(rule) for rule in rules if rule["rung"] == name))
            for name in names
        ]
        highest = [
            z3.And(gives[n], z3.Not(z3.Or(*gives[n + 1 :]))) for n in range(len(names))
        ]
        none_holds = z3.Not(z3.Or(*(self.holds(rule) for rule in rules)))
        return [z3.Or(highest[0], none_holds), *highest[1:]]

    def rung(self, ladder: Table) -> z3.ArithRef:
        """The place of the person's rung, counted from the lowest."""
        stands = self.stands(ladder)
        return z3.Sum([z3.If(here, n, 0) for n, here in enumerate(stands)])
