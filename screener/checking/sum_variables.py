"""Members of scales that do nothing but score, taken together as one dial."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from screener.scoring.circuit import Axis

_Vectors: TypeAlias = dict[int, tuple[int, ...]]
"""For each total, places of the members that reach it."""


class Step(NamedTuple):
    """An option, and the places of a dial with it and with its milder neighbour."""

    link_id: str
    code: str
    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Pool:
    """Members of the same scales, opened alike, that only score."""

    members: tuple[Axis, ...]
    vectors: tuple[tuple[int, ...], ...]
    """For each place of the dial, a place of each member."""
    totals: tuple[int, ...]
    """For each place of the dial, the points of all members together."""

    def steps_at(self, place: int) -> Iterator[Step]:
        """The options of members that lift the total to a place, or past it."""
        least = self.totals[place]
        places = {total: at for at, total in enumerate(self.totals)}
        for member in self.members:
            scores = [mark.bit_count() for mark in member.marks]
            others = totals_of(one for one in self.members if one is not member)
            for own, (milder, score) in enumerate(pairwise(scores), 1):
                for rest in others:
                    if rest + milder < least <= rest + score:
                        above, below = places[rest + score], places[rest + milder]
                        code = member.codes[-1 if member.tick else own]
                        yield Step(member.link_id, code, above, below)


def totals_of(members: Iterable[Axis]) -> _Vectors:
    """The totals that members can reach together, each with one way to it."""
    reached: _Vectors = {0: ()}
    for axis in members:
        further: _Vectors = {}
        for total, vector in reached.items():
            for place, mark in enumerate(axis.marks):
                further.setdefault(total + mark.bit_count(), (*vector, place))
        reached = further
    return dict(sorted(reached.items()))
