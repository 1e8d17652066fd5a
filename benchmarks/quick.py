"""Counts the questions of the quick version: `make benchmark-quick`.

Four kinds of people answer at random. Their answers to each question are drawn with
weights that fall (or rise) by a factor from each option to the next graver one; a tick
is there with a chance of its own.
"""

import random
import statistics
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.interview import Interview
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Questionnaire,
)
from screener.scoring import exclusive_option

PEOPLE = 10_000


class Kind(NamedTuple):
    """How a kind of people answers."""

    name: str
    slope: float
    """How much likelier each option is than the milder one before it."""
    tick: float
    """How likely each tick is."""


KINDS = (
    Kind("uniform answers", 1.0, 0.5),
    Kind("mostly well", 0.15, 0.03),
    Kind("mostly moderate", 0.8, 0.12),
    Kind("mostly severe", 2.5, 0.3),
)


class Lengths(NamedTuple):
    """How many questions one person was asked."""

    quick: int
    early: int
    """In the full version, ended as soon as that is offered."""
    full: int
    agrees: bool
    """Whether all three lead to the same range on every ladder."""


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    print(f"questions asked, {count:,} simulated people a row: median (p90)")
    print(f"{'':<18}{'quick':>10}{'early end':>12}{'full':>10}{'disagree':>10}")
    with ProcessPoolExecutor() as pool:
        for kind in KINDS:
            chunks = [(kind, seed, count // 10) for seed in range(10)]
            found = [one for some in pool.map(_walk_many, chunks) for one in some]
            print(_row(kind.name, found))


def _row(name: str, found: list[Lengths]) -> str:
    columns = (
        _spread([one.quick for one in found]),
        _spread([one.early for one in found]),
        _spread([one.full for one in found]),
    )
    disagree = sum(not one.agrees for one in found)
    quick, early, full = columns
    return f"{name:<18}{quick:>10}{early:>12}{full:>10}{disagree:>10}"


def _spread(lengths: list[int]) -> str:
    deciles = statistics.quantiles(lengths, n=10)
    return f"{statistics.median(lengths):.0f} ({deciles[-1]:.0f})"


def _walk_many(chunk: tuple[Kind, int, int]) -> list[Lengths]:
    kind, seed, count = chunk
    chance = random.Random(f"{kind.name} {seed}")
    return [_walk(dict(_person(kind, chance))) for _ in range(count)]


def _walk(person: dict[str, Given]) -> Lengths:
    quick = Interview.start(_core(), quick=True)
    while quick.at is not None:
        quick = quick.give(person[quick.at])
    full, early = Interview.start(_core()), None
    while full.at is not None:
        full = full.give(person[full.at])
        if early is None and full.offers_end:
            early = full
    early = early or full
    ends = [one.recommendation.placements for one in (quick, early, full)]
    return Lengths(
        len(quick.answers),
        len(early.answers),
        len(full.answers),
        agrees=ends[0] == ends[1] == ends[2],
    )


def _person(kind: Kind, chance: random.Random) -> Iterator[tuple[str, Given]]:
    for link_id, item in _core().items.items():
        yield link_id, _answer(item, kind, chance)


def _answer(item: Item, kind: Kind, chance: random.Random) -> Given:
    if isinstance(item, ChoiceItem):
        weights = [kind.slope**place for place in range(len(item.option))]
        return chance.choices(item.option, weights)[0].code
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        codes = (option.code for option in item.option if not option.exclusive)
        ticks = tuple(code for code in codes if chance.random() < kind.tick)
        return (none.code,) if none and not ticks else ticks
    if isinstance(item, NumberItem):
        return chance.randint(item.minimum, item.maximum)
    return "words"


@cache
def _core() -> Questionnaire:
    return load_questionnaire(questionnaire_folder())


if __name__ == "__main__":
    main()
