"""The facts of what is answered, with all that is unknown at either end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from screener.model import Answers, Given, Questionnaire
from screener.scoring.answered import given_answers
from screener.scoring.circuit import Axis, Circuit, Facts, at_gravest, at_mildest
from screener.scoring.compiler import circuit_of
from screener.scoring.explanation import Said


@dataclass(frozen=True, slots=True)
class ResponseBounds:
    """A person's answers on every axis, at both ends of what they can be."""

    questionnaire: Questionnaire
    circuit: Circuit
    known: Mapping[str, Given]
    low: list[Facts]
    """What is answered; the mildest where nothing is."""
    high: list[Facts]
    """What is answered; the gravest where nothing is."""

    @classmethod
    def of(cls, questionnaire: Questionnaire, answers: Answers) -> ResponseBounds:
        """Return the bounds of what a person answered.

        Args:
            questionnaire: What was asked.
            answers: What was said.
        """
        circuit = circuit_of(questionnaire)
        known = given_answers(questionnaire, answers)
        low = circuit.marks(known, at_mildest)
        high = circuit.marks(known, at_gravest)
        return cls(questionnaire, circuit, known, low, high)

    def answered(self) -> Iterator[tuple[int, Axis, int]]:
        """The axes that are answered and can move a ladder, each with its place."""
        for n, axis in enumerate(self.circuit.axes):
            if axis.ordered and axis.link_id in self.known:
                yield n, axis, axis.place(self.known[axis.link_id])

    def is_fixed(self, axis: Axis) -> bool:
        """Whether it is a fact that nobody can change."""
        return self.questionnaire.items[axis.link_id].fixed


def said_at(axis: Axis, place: int) -> Said:
    """What is said by a place on an axis."""
    if axis.tick is not None:
        return Said(axis.link_id, axis.tick, ticked=bool(place))
    return Said(axis.link_id, axis.codes[place])
