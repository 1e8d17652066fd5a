"""Whether every option changes something for someone."""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from screener.checking.beside import (
    OptionStep,
    as_told,
    contrary_of,
    pairs_of,
    truth_with,
)
from screener.checking.lines import Told, hanging
from screener.checking.minimal_assignments import Places
from screener.checking.proof import Finding, Flaw, How
from screener.checking.rules import any_of
from screener.checking.space import Space
from screener.checking.sum_variables import Step
from screener.checking.totals_moved import moving_totals
from screener.checking.witness import Someone
from screener.checking.witnesses import assuming, people_for
from screener.model import (
    AllOf,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Given,
    NumberItem,
    is_ordered,
    rated_answers,
)
from screener.scoring import exclusive_option
from screener.scoring.circuit import bits_of

_Lines: TypeAlias = Sequence[tuple[Told, Condition]]
"""Lines and signs, each with its condition."""


def check_options(space: Space) -> Finding:
    """Every option changes a ladder or a line for someone, against its neighbour."""
    steps = list(_steps(space))
    used = _moving_ladders(space) | set(_scored(space))
    used |= set(_moving_lines(space, set(steps) - used))
    used |= set(moving_totals(space, set(steps) - used))
    flaws = [_idle(space, step) for step in steps if step not in used]
    return Finding(How.ENUMERATED, len(steps), "options", tuple(flaws))


def _steps(space: Space) -> Iterator[OptionStep]:
    """Every option that can be merged with one beside it."""
    for item in space.questionnaire.item:
        codes = [one.code for one in rated_answers(item)]
        if isinstance(item, ChoicesItem):
            none = exclusive_option(item)
            codes = [code for code in codes if none is None or code != none.code]
        else:
            codes = codes[1:]
        yield from ((item.link_id, code) for code in codes)


def _scored(space: Space) -> Iterator[OptionStep]:
    """The steps that change the total of an instrument, whose options are not ours."""
    for item in space.questionnaire.item:
        if item.instrument is None:
            continue
        if isinstance(item, ChoiceItem):
            for milder, graver in pairwise(item.option):
                if milder.score != graver.score:
                    yield item.link_id, graver.code
        elif isinstance(item, ChoicesItem):
            yield from ((item.link_id, one.code) for one in item.option if one.score)


def _moving_ladders(space: Space) -> set[OptionStep]:
    """The steps that make a difference to a ladder, to one that a rule decides."""
    found: set[OptionStep] = set()
    for wires in space.circuit.ladders:
        for number, wire in enumerate(wires):
            # Of rules for the same rung the first one is enough to look at.
            ends = any_of(one for one in wires[:number] if one.rung >= wire.rung)
            for fact in bits_of(wire.needs):
                for start in space.least.giving[fact]:
                    left = list(_lifting(space, start, found))
                    people = space.least.fulfilling(wire.needs, ends, start)
                    found |= set(_moving_for(space, people, left))
    return found


def _lifting(
    space: Space, places: Places, found: Set[OptionStep]
) -> Iterator[tuple[int, Step]]:
    """The steps that these answers are reached by, but for those found before."""
    for n, place in places.items():
        for step in space.steps_at(n, place) if place else ():
            if (step.link_id, step.code) not in found:
                yield n, step


def _moving_for(
    space: Space, people: Iterator[Places], steps: Sequence[tuple[int, Step]]
) -> Iterator[OptionStep]:
    """Of these steps, the ones that make a difference to a ladder for someone."""
    left = list(steps)
    while left and (places := next(people, None)) is not None:
        moving = [one for one in left if _moves(space, places, *one)]
        yield from ((step.link_id, step.code) for _, step in moving)
        left = [one for one in left if one not in moving]


def _moves(space: Space, places: Places, n: int, step: Step) -> bool:
    """Whether a step on a dial makes a difference to a ladder here."""
    with_it, without = ({**places, n: at} for at in (step.above, step.below))
    return space.place(with_it) != space.place(without)


def _moving_lines(space: Space, steps: Iterable[OptionStep]) -> Iterator[OptionStep]:
    """Of these steps, the ones that make a difference to a line for someone."""
    told = hanging(space)
    for step in steps:
        lines = told.get(step[0], ())
        pairs = tuple(pairs_of(space.questionnaire.items[step[0]], step[1]))
        people = (one for pair in pairs for one in _turned(space, step, pair, lines))
        if any(_differ(one, step, pair, lines) for one in people for pair in pairs):
            yield step


def _differ(
    someone: Someone, step: OptionStep, pair: tuple[Given, Given], lines: _Lines
) -> bool:
    """Whether a person is told one of these lines with one answer, not the other."""
    link_id, code = step
    item = someone.space.questionnaire.items[link_id]
    if isinstance(item, ChoicesItem):
        pair = _with_and_without(item, someone.answer(link_id), code)
    one, other = (someone.saying(link_id, answer) for answer in pair)
    return any(as_told(one, told) != as_told(other, told) for told, _ in lines)


def _with_and_without(
    item: ChoicesItem, answer: Given | None, code: str
) -> tuple[Given, Given]:
    none = exclusive_option(item)
    ticks = set(answer if isinstance(answer, tuple) else ())

    def kept(ticks: set[str]) -> Given:
        codes = (one.code for one in item.option if not one.exclusive)
        left = tuple(code for code in codes if code in ticks)
        return (none.code,) if none and not left else left

    return kept(ticks | {code}), kept(ticks - {code})


def _turned(
    space: Space, step: OptionStep, pair: tuple[Given, Given], lines: _Lines
) -> Iterator[Someone]:
    """People for whom a condition holds with one of two answers, and not the other."""
    for _, condition in lines:
        sides = [
            assuming(condition, partial(truth_with, space, step, answer))
            for answer in pair
        ]
        if sides[0] == sides[1]:
            continue
        for here, there in (sides, reversed(sides)):
            contrary = contrary_of(space, there)
            if here is not False and contrary is not False:
                asked = space.questionnaire.items[step[0]].enable_when
                needed = (here, contrary, asked if asked is not None else True)
                parts = (one for one in needed if not isinstance(one, bool))
                yield from _all_of(space, tuple(parts))


def _all_of(space: Space, parts: tuple[Condition, ...]) -> Iterator[Someone]:
    if not parts:
        return iter((Someone(space, {}, {}),))
    return people_for(space, AllOf(all=parts))


def _idle(space: Space, step: OptionStep) -> Flaw:
    link_id, code = step
    item = space.questionnaire.items[link_id]
    what = f"The option `{code}` of `{link_id}` changes nothing for anyone."
    if isinstance(item, ChoiceItem | NumberItem) and is_ordered(item):
        codes = [one.code for one in rated_answers(item)]
        milder = codes[codes.index(code) - 1]
        what = f"`{code}` of `{link_id}` leads everyone where `{milder}` does."
    opening = (next(space.minimal(way), {}) for way in space.circuit.gates[link_id])
    person = space.person(next(opening))
    person[link_id] = next(pairs_of(item, code))[0]
    mend = "let it rate, open a question or show a line; or remove it."
    return Flaw(what, mend, person)
