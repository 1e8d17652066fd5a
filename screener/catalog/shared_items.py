"""The questions of two questionnaires as one list, each question asked once."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from screener.model import AnyOf, Condition, Item, NumberItem, rated_answers


def joined_items(
    there: Sequence[Item], more: Sequence[Item], later: Collection[str]
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Insert questions before those of later sections.

    A question that both have is asked once. If both ask it only after some answers,
    it stands at the later place, and is asked as soon as either opens it.

    Args:
        there: The questions so far.
        more: The questions to insert.
        later: The sections that come after them.

    Returns:
        All questions, and the link ids under which the two ask different things.
    """
    known = {item.link_id: item for item in there}
    inserted: list[Item] = []
    clashes: list[str] = []
    replaced: dict[str, Item | None] = {}
    for item in more:
        twin = known.get(item.link_id)
        if twin is None:
            inserted.append(item)
        elif not _is_same(twin, item):
            clashes.append(item.link_id)
        elif twin.enable_when is None or item.enable_when is None:
            replaced[twin.link_id] = replace(twin, enable_when=None)
        else:
            replaced[twin.link_id] = None
            gate = _either(twin.enable_when, item.enable_when)
            inserted.append(replace(twin, enable_when=gate, at_once=True))
    place = next((n for n, one in enumerate(there) if one.section in later), len(there))
    before, after = (
        [kept for one in some if (kept := replaced.get(one.link_id, one)) is not None]
        for some in (there[:place], there[place:])
    )
    return (*before, *inserted, *after), tuple(clashes)


def _is_same(one: Item, other: Item) -> bool:
    """Whether two questions differ at most in where and when they are asked.

    What a person could say on the phone may be missing in one of them: nothing is
    asked in those words, and the first questionnaire's are kept.
    """
    apart: dict[str, Any] = {"enable_when": None, "at_once": False}
    one, other = _without_first_person(one), _without_first_person(other)
    other = replace(other, section=one.section, **apart)
    return replace(one, **apart) == other


def _without_first_person(item: Item) -> Item:
    key = "band" if isinstance(item, NumberItem) else "option"
    steps = tuple(replace(step, first_person=None) for step in rated_answers(item))
    changed: dict[str, Any] = {key: steps} if steps else {}
    return replace(item, **changed)


def _either(one: Condition, other: Condition) -> AnyOf:
    parts = [
        part
        for gate in (one, other)
        for part in (gate.any if isinstance(gate, AnyOf) else (gate,))
    ]
    return AnyOf(any=tuple(parts))
