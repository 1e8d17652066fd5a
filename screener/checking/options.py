"""Whether every option changes something for someone."""

from collections.abc import Iterator
from typing import TypeAlias

from screener.checking.lines import conditions, told_to
from screener.checking.people import people_for
from screener.checking.proof import Finding, Flaw, How
from screener.checking.rules import any_of
from screener.checking.space import Space
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    OnRung,
    is_ordered,
    leaves,
    rated_answers,
)
from screener.scoring import exclusive_option

_Step: TypeAlias = tuple[str, str]
"""An option or band: its item and its code."""


def check_options(space: Space) -> Finding:
    """Every option changes a ladder or a line for someone, against its neighbour."""
    steps = list(_steps(space))
    used = set(_moving_ladders(space))
    used |= _moving_lines(space, set(steps) - used)
    flaws = [_idle(space, step) for step in steps if step not in used]
    return Finding(How.ENUMERATED, len(steps), tuple(flaws))


def _steps(space: Space) -> Iterator[_Step]:
    """Every option that can be merged with one beside it."""
    for item in space.questionnaire.item:
        codes = [one.code for one in rated_answers(item)]
        if isinstance(item, ChoicesItem):
            none = exclusive_option(item)
            codes = [code for code in codes if none is None or code != none.code]
        else:
            codes = codes[1:]
        yield from ((item.link_id, code) for code in codes)


def _moving_ladders(space: Space) -> Iterator[_Step]:
    """The steps that at a rule's minimal assignment make a difference to a ladder."""
    for wires in space.circuit.ladders:
        for number, wire in enumerate(wires):
            # Of rules for the same rung the first one is enough to look at.
            graver = [one for one in wires[:number] if one.rung >= wire.rung]
            for places in space.minimal(wire.needs, any_of(graver)):
                for n, place in places.items():
                    fewer = {**places, n: place - 1}
                    if place and space.place(fewer) != space.place(places):
                        yield from space.steps_between(n, place)


def _moving_lines(space: Space, steps: set[_Step]) -> set[_Step]:
    """Of these steps, the ones that make a difference to a line for someone."""
    moving: set[_Step] = set()
    for condition in conditions(space):
        # A step that moves no ladder can only be one of those that a line asks for.
        named = {
            leaf.item for leaf in leaves(condition) if not isinstance(leaf, OnRung)
        }
        left = {step for step in steps - moving if step[0] in named}
        for person in people_for(space, condition):
            told = told_to(space, person)
            for step in left:
                others = _neighbours(space, person, step)
                if any(told_to(space, other) != told for other in others):
                    moving.add(step)
            left -= moving
            if not left:
                break
    return moving


def _neighbours(
    space: Space, person: dict[str, Given], step: _Step
) -> Iterator[dict[str, Given]]:
    """The person with this option instead of its neighbour, or the other way round."""
    link_id, code = step
    item = space.questionnaire.items[link_id]
    answer = person.get(link_id)
    for other in _exchanged(item, answer, code):
        if other != answer:
            yield {**person, link_id: other}


def _exchanged(item: Item, answer: Given | None, code: str) -> Iterator[Given]:
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        ticks = set(answer if isinstance(answer, tuple) else ())
        ticks = ticks ^ {code}
        kept = tuple(o.code for o in item.option if o.code in ticks and not o.exclusive)
        yield (none.code,) if none and not kept else kept
        return
    codes = [one.code for one in rated_answers(item)]
    place = codes.index(code)
    others = (place - 1, place) if is_ordered(item) else range(len(codes))
    for other in others:
        if isinstance(item, ChoiceItem):
            yield codes[other]
        elif isinstance(item, NumberItem):
            yield item.band[other].from_


def _idle(space: Space, step: _Step) -> Flaw:
    link_id, code = step
    item = space.questionnaire.items[link_id]
    what = f"The option `{code}` of `{link_id}` changes nothing for anyone."
    if isinstance(item, ChoiceItem | NumberItem) and is_ordered(item):
        codes = [one.code for one in rated_answers(item)]
        milder = codes[codes.index(code) - 1]
        what = f"`{code}` of `{link_id}` leads everyone where `{milder}` does."
    person = space.person({})
    for answer in _exchanged(item, person.get(link_id), code):
        person = {**person, link_id: answer}
    mend = "let it rate, open a question or show a line; or remove it."
    return Flaw(what, mend, person)
