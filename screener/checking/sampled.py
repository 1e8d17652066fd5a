"""What is a theorem, tried on random people all the same."""

import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from screener.checking.proof import Finding, Flaw, How
from screener.checking.space import Space
from screener.model import (
    Answer,
    Answers,
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Questionnaire,
    Unknown,
)
from screener.scoring import (
    Said,
    exclusive_option,
    is_settled,
    may_be_asked,
)
from screener.scoring.circuit import Circuit, Facts
from screener.scoring.reasons import why
from screener.scoring.response_bounds import ResponseBounds

PEOPLE = 40
"""How many people are tried."""

FEW = 32
"""Answers after which most people may end, however many questions are left."""


def check_reasons(space: Space) -> Finding:
    """A reason is enough for its end whatever else is answered; no part of it is."""
    flaws: list[Flaw] = []
    for person in random_people(space, PEOPLE):
        standing = ResponseBounds.of(space.questionnaire, person)
        low, high = _ends(standing)
        for number, ladder in enumerate(space.questionnaire.ladder):
            reasons = why(standing, number)
            for said, gravest, end in (
                (reasons.at_least, False, low[number]),
                (reasons.no_more, True, high[number]),
            ):
                if not _is_minimal(standing, number, said, end, gravest=gravest):
                    what = f"A reason on {ladder.id} is too weak, or says too much."
                    mend = "this is a fault of the program: please report it."
                    flaws.append(Flaw(what, mend, person))
    return Finding(How.SAMPLED, PEOPLE, "people", tuple(flaws))


def check_early_end(space: Space) -> Finding:
    """Where an interview may end, no further answers move either end of a ladder."""
    questionnaire = space.questionnaire
    chance = random.Random("early end")
    flaws: list[Flaw] = []
    for person in random_people(space, PEOPLE):
        given = _ended(questionnaire, person, chance.sample(list(person), len(person)))
        left = may_be_asked(questionnaire, given)
        other = {
            link_id: _answer(questionnaire.items[link_id], chance)
            for link_id in sorted(left)
        }
        short, whole = (
            _ends(ResponseBounds.of(questionnaire, answers))
            for answers in (given, {**given, **other})
        )
        if short != whole:
            what = "The questions left were said to change nothing, and did."
            mend = "this is a fault of the program: please report it."
            flaws.append(Flaw(what, mend, {**given, **other}))
    return Finding(How.SAMPLED, PEOPLE, "people", tuple(flaws))


def random_people(space: Space, count: int) -> Iterator[dict[str, Answer]]:
    """Yield people whose answers are random, some of them open; always the same."""
    chance = random.Random("screener check")
    for _ in range(count):
        yield {
            link_id: _answer(item, chance)
            for link_id, item in space.questionnaire.items.items()
        }


def _answer(item: Item, chance: random.Random) -> Answer:
    if chance.random() < 0.15:
        return chance.choice(list(Unknown))
    if isinstance(item, ChoiceItem):
        return chance.choice(item.option).code
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        codes = [option.code for option in item.option if not option.exclusive]
        ticks = tuple(code for code in codes if chance.random() < 1 / len(codes))
        return (none.code,) if none and not ticks else ticks
    if isinstance(item, NumberItem):
        return chance.randint(item.minimum, item.maximum)
    return ""


def _ended(
    questionnaire: Questionnaire, person: Answers, order: Sequence[str]
) -> dict[str, Answer]:
    """What was said where a person ends as early as can be.

    Args:
        questionnaire: What is asked.
        person: All that they would have said.
        order: The questions that are left out, the first one first.
    """

    def said(count: int) -> dict[str, Answer]:
        kept = set(order[len(order) - count :])
        return {key: one for key, one in person.items() if key in kept}

    def is_enough(count: int) -> bool:
        return is_settled(questionnaire, said(count))

    # Where one may end, one may end later too: so halving finds the earliest end.
    enough = FEW
    while enough < len(order) and not is_enough(enough):
        enough *= 2
    counts = range(min(enough, len(order)))
    return said(bisect_left(counts, True, key=is_enough))


def _ends(standing: ResponseBounds) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The place on each ladder at both ends of what a person's answers can be."""
    place = standing.circuit.place
    return place(standing.low), place(standing.high)


def _is_minimal(
    standing: ResponseBounds,
    ladder: int,
    said: Iterable[Said],
    end: int,
    *,
    gravest: bool,
) -> bool:
    """Whether answers hold an end alone, and no longer with one of them left out."""
    circuit = standing.circuit
    told = {n: mark for one in said for n, mark in _marks(circuit, one)}
    extreme = [axis.marks[-1 if gravest else 0] for axis in circuit.axes]

    def holds(without: int | None = None) -> bool:
        marks = [*extreme]
        for n, mark in told.items():
            marks[n] = mark if n != without else extreme[n]
        place = circuit.place(marks)[ladder]
        return place <= end if gravest else place >= end

    return holds() and not any(map(holds, told))


def _marks(circuit: Circuit, said: Said) -> Iterator[tuple[int, Facts]]:
    """The axis that an answer is given on, and the facts of it."""
    for n in circuit.axes_of[said.link_id]:
        axis = circuit.axes[n]
        if axis.tick is None:
            yield n, axis.marks[axis.codes.index(said.code)]
        elif axis.tick == said.code:
            yield n, axis.marks[int(said.ticked)]
