"""Which questions two versions of a questionnaire ask, and what can be answered."""

from collections.abc import Iterator
from typing import TypeAlias

from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Questionnaire,
    rated_answers,
)

Versions: TypeAlias = tuple[Questionnaire, Questionnaire]
"""The old and the new version."""

OLD, NEW = 0, 1
SIDES = (OLD, NEW)


def all_points(
    old: Item | None, new: Item | None
) -> Iterator[tuple[str | int, tuple[bool, bool]]]:
    """Every answer to a question that is one of several, and who knows it.

    Args:
        old: The question in the old version.
        new: The question in the new version, of the same type.
    """
    answers: dict[str | int, None] = {}
    for item in (old, new):
        if isinstance(item, NumberItem):
            answers |= dict.fromkeys(_starts(old, new))
        elif item is not None:
            answers |= dict.fromkeys(step.code for step in rated_answers(item))
    for answer in answers:
        known = (_knows(old, answer), _knows(new, answer))
        if any(known):
            yield answer, known


def pairs_of(versions: Versions) -> Iterator[tuple[Item | None, Item | None]]:
    """Each question as the two versions ask it; of another type, it is another one."""
    old, new = (one.items for one in versions)
    for link_id in dict.fromkeys((*old, *new)):
        one, other = old.get(link_id), new.get(link_id)
        if one and other and one.type != other.type:
            yield one, None
            yield None, other
        else:
            yield one, other


def ticks_of(item: Item | None) -> tuple[str, ...]:
    """The options that can be ticked, "none of these" apart."""
    if not isinstance(item, ChoicesItem):
        return ()
    return tuple(option.code for option in item.option if not option.exclusive)


def count_answers(old: Item | None, new: Item | None) -> int:
    """How many answers there are to a question; free words are one.

    Args:
        old: The question in the old version.
        new: The question in the new version, of the same type.
    """
    if isinstance(old, ChoicesItem) or isinstance(new, ChoicesItem):
        return int(2 ** len({*ticks_of(old), *ticks_of(new)}))
    numbers = [one for one in (old, new) if isinstance(one, NumberItem)]
    if numbers:
        spans = [range(one.minimum, one.maximum + 1) for one in numbers]
        shared = range(
            max(span.start for span in spans), min(span.stop for span in spans)
        )
        return sum(map(len, spans)) - (len(shared) if len(spans) > 1 else 0)
    if isinstance(old, ChoiceItem) or isinstance(new, ChoiceItem):
        return sum(1 for _ in all_points(old, new))
    return 1


def _starts(*items: Item | None) -> list[int]:
    """A number of each range that no version divides: one known to both if there is."""
    numbers = [item for item in items if isinstance(item, NumberItem)]
    starts = {item.minimum for item in numbers} | {item.maximum + 1 for item in numbers}
    for item in numbers:
        starts |= {band.to + 1 for band in item.band}
    return sorted(starts)


def _knows(item: Item | None, answer: str | int) -> bool:
    if isinstance(item, NumberItem):
        return isinstance(answer, int) and item.minimum <= answer <= item.maximum
    return isinstance(item, ChoiceItem) and any(
        option.code == answer for option in item.option
    )
