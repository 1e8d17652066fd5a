"""People who say one thing, or another."""

from collections.abc import Iterable, Iterator, Mapping

from screener.model import (
    Answer,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Questionnaire,
    Unknown,
    is_ordered,
    rated_answers,
)
from screener.scoring import Said, evaluate, exclusive_option
from screener.scoring.rating import chosen
from tests.scoring.people import Person, every_answer


def place(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], ladder: str, end: str
) -> int:
    placed = evaluate(questionnaire, answers).placements[ladder]
    rung = placed.low if end == "low" else placed.high
    return questionnaire.ladders[ladder].index[rung]


def only(
    questionnaire: Questionnaire, said: Iterable[Said], *, gravest: bool
) -> dict[str, Answer]:
    """Someone who said this, and whose every other answer is as mild, or as grave."""
    told = set(said)
    answers: dict[str, Answer] = {}
    for link_id, item in questionnaire.items.items():
        mine = [one for one in told if one.link_id == link_id]
        if not isinstance(item, ChoicesItem):
            others = every_answer(item)[-1 if gravest else 0]
            answers[link_id] = code_to_answer(item, mine[0].code) if mine else others
            continue
        named = {one.code: one.ticked for one in mine}
        codes = [option.code for option in item.option if not option.exclusive]
        ticks = tuple(code for code in codes if named.get(code, gravest))
        answers[link_id] = with_none(item, ticks)
    return answers


def code_to_answer(item: Item, code: str) -> Given:
    if isinstance(item, NumberItem):
        return next(band.from_ for band in item.band if band.code == code)
    return code


def with_none(item: ChoicesItem, ticks: tuple[str, ...]) -> Given:
    none = exclusive_option(item)
    return (none.code,) if none and not ticks else ticks


def changed(
    questionnaire: Questionnaire, person: Mapping[str, Answer], said: Iterable[Said]
) -> Person:
    """The person, had they answered this instead."""
    other = dict(person)
    for one in said:
        item = questionnaire.items[one.link_id]
        if one in said_by(questionnaire, other, one.link_id):
            continue
        if not isinstance(item, ChoicesItem):
            other[one.link_id] = code_to_answer(item, one.code)
            continue
        before = other.get(one.link_id, ())
        ticks = set(before if isinstance(before, tuple) else ())
        ticks = ticks | {one.code} if one.ticked else ticks - {one.code}
        codes = [option.code for option in item.option if not option.exclusive]
        kept = tuple(code for code in codes if code in ticks)
        other[one.link_id] = with_none(item, kept)
    return other


def said_by(
    questionnaire: Questionnaire, person: Mapping[str, Answer], link_id: str
) -> set[Said]:
    """What an answer says: the option, the band, or each tick and missing tick."""
    item, answer = questionnaire.items[link_id], person.get(link_id)
    if answer is None or isinstance(answer, Unknown):
        return set()
    if isinstance(item, ChoicesItem):
        ticks = answer if isinstance(answer, tuple) else ()
        return {
            Said(link_id, option.code, ticked=option.code in ticks)
            for option in item.option
            if not option.exclusive
        }
    return {Said(link_id, step.code) for step in chosen(item, answer)}


def every_other(questionnaire: Questionnaire, link_id: str) -> set[Said]:
    """Whatever can be said to a question."""
    item = questionnaire.items[link_id]
    if isinstance(item, ChoicesItem):
        codes = [option.code for option in item.option if not option.exclusive]
        return {
            Said(link_id, code, ticked=tick) for code in codes for tick in (True, False)
        }
    return {Said(link_id, step.code) for step in rated_answers(item)}


def every_single(questionnaire: Questionnaire, person: Person) -> Iterator[Said]:
    """Every other answer that a person could have given to one question."""
    unused = evaluate(questionnaire, person).unused
    for link_id in person:
        item = questionnaire.items[link_id]
        said = said_by(questionnaire, person, link_id)
        if said and link_id not in unused and is_ordered(item) and not item.fixed:
            yield from every_other(questionnaire, link_id) - said
