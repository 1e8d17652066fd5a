"""What is a theorem, tried on random people all the same."""

import random
from collections.abc import Iterable, Iterator

from screener.checking.proof import Finding, Flaw, How
from screener.checking.space import Space
from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Unknown,
)
from screener.scoring import (
    Said,
    evaluate,
    exclusive_option,
    is_settled,
    may_be_asked,
)
from screener.scoring.circuit import Axis, Facts
from screener.scoring.reasons import why
from screener.scoring.standing import Standing

PEOPLE = 100
"""How many people are tried."""


def check_reasons(space: Space) -> Finding:
    """A reason is enough for its end whatever else is answered; no part of it is."""
    flaws: list[Flaw] = []
    for person in random_people(space, PEOPLE):
        standing = Standing.of(space.questionnaire, person)
        for number, ladder in enumerate(space.questionnaire.ladder):
            reasons = why(standing, number)
            low = standing.circuit.place(standing.low)[number]
            high = standing.circuit.place(standing.high)[number]
            for said, gravest, end in (
                (reasons.at_least, False, low),
                (reasons.no_more, True, high),
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
        given = {**person}
        for link_id in chance.sample(list(person), len(person)):
            ended = {key: one for key, one in given.items() if key != link_id}
            if not is_settled(questionnaire, ended):
                break
            given = ended
        left = may_be_asked(questionnaire, given)
        other = {
            link_id: _answer(questionnaire.items[link_id], chance)
            for link_id in sorted(left)
        }
        before = evaluate(questionnaire, given).placements
        if evaluate(questionnaire, {**given, **other}).placements != before:
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


def _is_minimal(
    standing: Standing,
    ladder: int,
    said: Iterable[Said],
    end: int,
    *,
    gravest: bool,
) -> bool:
    """Whether answers hold an end alone, and no longer with one of them left out."""
    told = frozenset(said)

    def holds(kept: frozenset[Said]) -> bool:
        marks = (_mark(axis, kept, gravest=gravest) for axis in standing.circuit.axes)
        place = standing.circuit.place(marks)[ladder]
        return place <= end if gravest else place >= end

    return holds(told) and not any(holds(told - {one}) for one in told)


def _mark(axis: Axis, said: frozenset[Said], *, gravest: bool) -> Facts:
    for place, mark in enumerate(axis.marks):
        code = axis.codes[place] if axis.tick is None else axis.tick
        ticked = True if axis.tick is None else bool(place)
        if Said(axis.link_id, code, ticked=ticked) in said:
            return mark
    return axis.marks[-1 if gravest else 0]
