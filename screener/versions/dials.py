"""What one person can answer to two versions of a questionnaire, question by question.

A *dial* is a question, or one tick of it, with a *point* for each answer that either
version knows. A version that does not know an answer takes it at its mildest. Where
options stand in another order in the other version there is no one order of gravity:
so a point stands below another only if it does in both versions, and every option is
tried.

Members of scales that do nothing but score are one dial, with a point for each pair of
totals in the two versions: who scored what makes no difference to anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_
from typing import TypeAlias

from screener.model import ChoicesItem, Item
from screener.scoring.circuit import ALWAYS, Axis, Circuit, Facts, Ways
from screener.scoring.compiler import circuit_of
from screener.versions.two_versions import (
    NEW,
    OLD,
    SIDES,
    Versions,
    all_points,
    pairs_of,
    ticks_of,
)

_Axes: TypeAlias = Mapping[tuple[str, str | None], Axis]


@dataclass(frozen=True, slots=True)
class Said:
    """An answer to a question: an option that is chosen or ticked, or a number."""

    link_id: str
    value: str | int
    is_tick: bool
    known: tuple[bool, bool]
    """Whether the old and the new version can be answered so."""
    is_example: bool = False
    """Whether it stands for all ways to score as many points."""


@dataclass(frozen=True, slots=True)
class Point:
    """Where an answer stands in both versions."""

    at: tuple[int, int]
    """How grave it is in each: the place of its option, or a total."""
    marks: tuple[Facts, Facts]
    said: tuple[Said, ...]
    is_real: bool = True
    """Whether someone can answer so; else it is only milder than all that can be."""


@dataclass(frozen=True)
class Dial:
    """A question, a tick or the members of some scales, in both versions."""

    points: tuple[Point, ...]
    """The first is milder than all others, and none stands after a graver one."""
    ways: tuple[Ways, Ways]
    """What opens it in each version."""
    link_ids: tuple[str, ...]

    def is_below(self, one: int, other: int) -> bool:
        """Whether a point is at least as mild as another, in both versions."""
        here, there = self.points[one].at, self.points[other].at
        return here[OLD] <= there[OLD] and here[NEW] <= there[NEW]

    @cached_property
    def next_below(self) -> tuple[tuple[int, ...], ...]:
        """For each point, the gravest real ones that are milder."""
        numbers = range(len(self.points))
        return tuple(
            self._highest(
                n
                for n in numbers
                if n != point and self.points[n].is_real and self.is_below(n, point)
            )
            for point in numbers
        )

    def lowest(self, points: Iterable[int]) -> tuple[int, ...]:
        """Of some points, in rising order, those above none of the others."""
        kept: list[int] = []
        for point in points:
            if not any(self.is_below(one, point) for one in kept):
                kept.append(point)
        return tuple(kept)

    def _highest(self, points: Iterable[int]) -> tuple[int, ...]:
        kept: list[int] = []
        for point in reversed(tuple(points)):
            if not any(self.is_below(point, one) for one in kept):
                kept.append(point)
        return tuple(kept)


def dials_of(versions: Versions) -> tuple[Dial, ...]:
    """All that can move a ladder of one of two versions.

    Args:
        versions: The old and the new version, as the catalog hands them out.
    """
    circuits = (circuit_of(versions[OLD]), circuit_of(versions[NEW]))
    whole = _single_dials(versions, circuits)
    pools: dict[object, list[Dial]] = {}
    single: list[Dial] = []
    for dial in whole:
        key = _pool(dial, circuits)
        if key is None:
            single.append(dial)
        else:
            pools.setdefault(key, []).append(dial)
    alone = (members[0] for members in pools.values() if len(members) == 1)
    shared = (members for members in pools.values() if len(members) > 1)
    return (*single, *alone, *(_together(members) for members in shared))


def unmoving(versions: Versions) -> Iterator[Said]:
    """For each question that moves no ladder, a mildest answer that both know.

    Args:
        versions: The old and the new version.
    """
    circuits = (circuit_of(versions[OLD]), circuit_of(versions[NEW]))
    axes = (_axes(circuits[OLD]), _axes(circuits[NEW]))
    for pair in pairs_of(versions):
        link_id = next(one.link_id for one in pair if one)
        is_moving = link_id in circuits[OLD].movers | circuits[NEW].movers
        if not is_moving and _has_order(pair, axes):
            points = _dial(pair, link_id, axes).points
            yield from next(point for point in points if point.is_real).said


# Single questions


def _single_dials(
    versions: Versions, circuits: tuple[Circuit, Circuit]
) -> Iterator[Dial]:
    movers = circuits[OLD].movers | circuits[NEW].movers
    axes = (_axes(circuits[OLD]), _axes(circuits[NEW]))
    for pair in pairs_of(versions):
        link_id = next(one.link_id for one in pair if one)
        if link_id in movers and any(isinstance(one, ChoicesItem) for one in pair):
            yield from _ticks(pair, link_id, axes)
        elif link_id in movers and _has_order(pair, axes):
            yield _dial(pair, link_id, axes)


def _axes(circuit: Circuit) -> _Axes:
    return {(axis.link_id, axis.tick): axis for axis in circuit.axes}


def _has_order(
    pair: tuple[Item | None, Item | None], axes: tuple[_Axes, _Axes]
) -> bool:
    return any(_axis(pair[side], None, axes[side]) for side in SIDES)


def _axis(item: Item | None, tick: str | None, axes: _Axes) -> Axis | None:
    return axes.get((item.link_id, tick)) if item else None


def _dial(
    pair: tuple[Item | None, Item | None], link_id: str, axes: tuple[_Axes, _Axes]
) -> Dial:
    """A question that gets one of several answers."""
    own = (_axis(pair[OLD], None, axes[OLD]), _axis(pair[NEW], None, axes[NEW]))
    points: dict[tuple[int, int], Point] = {}
    for answer, known in all_points(*pair):
        at = (_place(own[OLD], answer), _place(own[NEW], answer))
        marks = (_mark(own[OLD], at[OLD]), _mark(own[NEW], at[NEW]))
        point = Point(at, marks, (Said(link_id, answer, False, known),))
        if at not in points or (all(known) and not all(points[at].said[0].known)):
            points[at] = point
    return Dial(_from_below(points.values()), _ways(own), (link_id,))


def _ticks(
    pair: tuple[Item | None, Item | None], link_id: str, axes: tuple[_Axes, _Axes]
) -> Iterator[Dial]:
    ticks = ticks_of(pair[OLD]), ticks_of(pair[NEW])
    for code in dict.fromkeys((*ticks[OLD], *ticks[NEW])):
        known = (code in ticks[OLD], code in ticks[NEW])
        own = (_axis(pair[OLD], code, axes[OLD]), _axis(pair[NEW], code, axes[NEW]))
        at = (int(own[OLD] is not None), int(own[NEW] is not None))
        marks = (_mark(own[OLD], at[OLD]), _mark(own[NEW], at[NEW]))
        if any(at):
            ticked = Point(at, marks, (Said(link_id, code, True, known),))
            yield Dial((Point((0, 0), (0, 0), ()), ticked), _ways(own), (link_id,))


def _place(axis: Axis | None, answer: str | int) -> int:
    """Where an answer stands; one that is not known is the mildest."""
    try:
        return axis.place(answer) if axis else 0
    except LookupError:
        return 0


def _mark(axis: Axis | None, place: int) -> Facts:
    return axis.marks[place] if axis else 0


def _ways(axes: tuple[Axis | None, Axis | None]) -> tuple[Ways, Ways]:
    old, new = (axis.ways if axis else ALWAYS for axis in axes)
    return old, new


def _from_below(points: Iterable[Point]) -> tuple[Point, ...]:
    """Points in rising order, after one that is milder than all."""
    rising = sorted(points, key=lambda point: (sum(point.at), point.at))
    old = min(rising, key=lambda point: point.at[OLD])
    new = min(rising, key=lambda point: point.at[NEW])
    lowest = (old.at[OLD], new.at[NEW])
    if rising[0].at != lowest:
        marks = (old.marks[OLD], new.marks[NEW])
        rising.insert(0, Point(lowest, marks, (), is_real=False))
    return tuple(rising)


# Members of scales


def _pool(dial: Dial, circuits: tuple[Circuit, Circuit]) -> object:
    """What members that are told as one have in common; `None` for all others."""
    key: list[tuple[tuple[bool, ...], Ways]] = []
    for side, circuit in zip(SIDES, circuits, strict=True):
        marks = _union(point.marks[side] for point in dial.points)
        if marks & ~_union(scale.points for scale in circuit.scales):
            return None
        scales = tuple(bool(marks & scale.points) for scale in circuit.scales)
        key.append((scales, dial.ways[side] if marks else ALWAYS))
    return tuple(key)


def _together(members: list[Dial]) -> Dial:
    """Members as one dial, with a point for each pair of totals."""
    bits = tuple(
        _bits(_union(point.marks[side] for one in members for point in one.points))
        for side in SIDES
    )
    reached: dict[tuple[int, int], tuple[Said, ...]] = {(0, 0): ()}
    for member in members:
        further: dict[tuple[int, int], tuple[Said, ...]] = {}
        for (old, new), said in reached.items():
            for point in member.points:
                if point.is_real:
                    scores = [mark.bit_count() for mark in point.marks]
                    at = (old + scores[OLD], new + scores[NEW])
                    is_mildest = point is member.points[0]
                    told = said if is_mildest else (*said, *_examples(point))
                    further.setdefault(at, told)
        reached = dict(sorted(further.items()))
    points = (
        Point(at, (_union(bits[OLD][: at[OLD]]), _union(bits[NEW][: at[NEW]])), said)
        for at, said in reached.items()
    )
    link_ids = tuple(link_id for one in members for link_id in one.link_ids)
    return replace(members[0], points=_from_below(points), link_ids=link_ids)


def _examples(point: Point) -> Iterator[Said]:
    return (replace(one, is_example=True) for one in point.said)


def _bits(facts: Facts) -> list[Facts]:
    bits: list[Facts] = []
    while facts:
        bits.append(facts & -facts)
        facts &= facts - 1
    return bits


def _union(sets: Iterable[Facts]) -> Facts:
    return reduce(or_, sets, 0)
