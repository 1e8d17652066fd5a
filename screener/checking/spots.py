"""Where a dial can stand when answers may be unknown, at both ends of the range."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import groupby
from operator import or_
from typing import NamedTuple, TypeAlias

from screener.checking.demands import Side
from screener.checking.sum_variables import Pool
from screener.scoring.circuit import Axis, Facts, bits_of

_Score: TypeAlias = tuple[int, int, int]
"""Points at the low end, at the high end, and of the answers that are given."""

_Places: TypeAlias = tuple[int | None, ...]


class Spot(NamedTuple):
    """What a dial gives at each end, and the answers behind it."""

    low: Facts
    high: Facts
    given: Facts
    """What the given answers alone give."""
    places: _Places
    """A place on each axis behind the dial; `None` where the answer is unknown."""

    def on(self, side: Side) -> Facts:
        """Return what it gives on one side."""
        if side is Side.LOW:
            return self.low
        return self.high if side is Side.HIGH else self.given

    @property
    def is_unknown(self) -> bool:
        """Whether the answer behind a dial of one axis is unknown."""
        return self.places == (None,)


def given_at(axis: Axis, place: int) -> Spot:
    """Return where a dial of one axis stands with an answer.

    Args:
        axis: The axis.
        place: The place of the answer.
    """
    mark = axis.marks[place]
    return Spot(mark, mark, mark, (place,))


def unknown_at(axis: Axis) -> Spot:
    """Return where a dial of one axis stands without an answer.

    Args:
        axis: The axis.
    """
    return Spot(axis.marks[0], axis.marks[-1], 0, (None,))


class PoolSpots:
    """Where a dial of several members can stand."""

    def __init__(self, pool: Pool) -> None:
        """Lay out the spots of a pool.

        Args:
            pool: Members of the same scales that only score.
        """
        bits = bits_of(reduce(or_, (one.marks[-1] for one in pool.members), 0))
        prefix = [0]
        for bit in bits:
            prefix.append(prefix[-1] | bit)
        self._prefix = prefix
        shapes = tuple(
            tuple(tuple(mark.bit_count() for mark in axis.marks) for axis in axes)
            for axes in _by_item(pool.members)
        )
        self._spots = _totals(shapes)
        self._lowest = sum(one.marks[0].bit_count() for one in pool.members)
        self._known: dict[tuple[_Score, Side], list[Spot]] = {}

    def above(self, here: Spot | None, side: Side) -> list[Spot]:
        """Return the least spots that give more points on one side.

        Args:
            here: Where the dial stands; `None` at its mildest.
            side: The side.
        """
        start = (self._lowest, self._lowest, 0)
        score = start if here is None else _score_of(here)
        if (score, side) not in self._known:
            self._known[score, side] = [*self._least(score, side)]
        return self._known[score, side]

    def at_mildest(self) -> Iterator[Spot]:
        """Yield the spots where each answer is the mildest or unknown.

        The one where all are given comes first.
        """
        spots = [one for one in self._spots if one[0] == self._lowest]
        for spot in sorted(spots, key=lambda one: -one[2]):
            yield self._spot(spot)

    def _spot(self, score: _Score) -> Spot:
        low, high, given = (self._prefix[total] for total in score)
        return Spot(low, high, given, self._spots[score])

    def _least(self, score: _Score, side: Side) -> Iterator[Spot]:
        at = {Side.LOW: 0, Side.HIGH: 1}.get(side, 2)
        kept: list[_Score] = []
        for spot in self._spots:
            is_above = all(map(int.__ge__, spot, score)) and spot[at] > score[at]
            if is_above and not any(all(map(int.__le__, one, spot)) for one in kept):
                kept.append(spot)
                yield self._spot(spot)


def _score_of(spot: Spot) -> _Score:
    return spot.low.bit_count(), spot.high.bit_count(), spot.given.bit_count()


def _by_item(members: Iterable[Axis]) -> Iterator[Sequence[Axis]]:
    """Yield the axes of each question together: it is unknown with all of them."""
    for _, axes in groupby(members, lambda axis: axis.link_id):
        yield tuple(axes)


@lru_cache(maxsize=32)
def _totals(
    shapes: tuple[tuple[tuple[int, ...], ...], ...],
) -> dict[_Score, _Places]:
    """Return every score that members can reach, by rising sum, with one way to it.

    Args:
        shapes: For each question, for each of its axes, the points at each place.
    """
    reached: dict[_Score, _Places] = {(0, 0, 0): ()}
    for axes in shapes:
        own = _scores_of(axes)
        further: dict[_Score, _Places] = {}
        for (low, high, given), places in reached.items():
            for (more, most, said), place in own.items():
                score = (low + more, high + most, given + said)
                further.setdefault(score, places + place)
        reached = further
    return dict(sorted(reached.items(), key=lambda one: sum(one[0])))


def _scores_of(axes: tuple[tuple[int, ...], ...]) -> dict[_Score, _Places]:
    """Return the scores of one question, with each of its answers or with none."""
    given: dict[int, _Places] = {0: ()}
    for points in axes:
        further: dict[int, _Places] = {}
        for total, places in given.items():
            for place, score in enumerate(points):
                further.setdefault(total + score, (*places, place))
        given = further
    scores = {(total, total, total): places for total, places in given.items()}
    low, high = (sum(points[end] for points in axes) for end in (0, -1))
    scores.setdefault((low, high, 0), (None,) * len(axes))
    return scores
