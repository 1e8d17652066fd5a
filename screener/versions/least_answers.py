"""The least answers for which rules of two versions hold.

Both placements are monotone in the dials (`screener/versions/dials.py`). So, as in
`screener/checking/space.py`, whatever rules decide is decided at the least answers that
bring their facts about. They are searched fact by fact: each least answer that gives a
fact is tried, with each way to open its question in the version that needs the fact.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import or_

from screener.scoring.circuit import Facts, ScaleWire, is_open
from screener.versions.joint import Both, Joint, Points
from screener.versions.two_versions import NEW, OLD, SIDES


@dataclass(frozen=True, slots=True)
class _State:
    """Where a search has got to."""

    points: Points
    wanted: Both
    """Facts that are to be there in the end."""
    opened: tuple[int, int]
    """The dials, a bit each, whose questions are or will be open in each version."""


class LeastAnswers:
    """Searches for the least answers in the space of two versions."""

    def __init__(self, joint: Joint) -> None:
        """Search in a space.

        Args:
            joint: All answer sets of two versions.
        """
        self._joint = joint
        self._known: dict[tuple[int, int, int, Facts], tuple[int, ...]] = {}
        self._mildest: dict[tuple[int, int], Facts] = {}
        self._givers: dict[tuple[int, Facts], tuple[int, ...]] = {}

    def bringing(
        self,
        needs: Both,
        ends: Callable[[Both], bool],
        start: Points = frozenset(),
    ) -> Iterator[Points]:
        """Yield all least answers that bring facts about, and maybe others.

        Args:
            needs: The facts.
            ends: Tells from the facts of an answer set that none of interest is
                reached from it. It must stay so as answers get graver.
            start: What is answered in any case.
        """
        agenda = [_State(start, needs, self._open(start))]
        seen: set[_State] = set()
        while agenda:
            state = agenda.pop()
            if state in seen or ends(self._joint.facts(state.points)):
                continue
            seen.add(state)
            further = self._further(state)
            if further is None:
                yield state.points
            else:
                agenda += further

    def _open(self, points: Points) -> tuple[int, int]:
        facts = self._joint.facts(points)
        old, new = (
            sum(
                1 << n
                for n in self._joint.order[side]
                if is_open(self._joint.dials[n].ways[side], facts[side])
            )
            for side in SIDES
        )
        return old, new

    def _further(self, state: _State) -> list[_State] | None:
        """All least steps to a fact that is missing; `None` where none is."""
        at = dict(state.points)
        for side in SIDES:
            there = self._promised(side, state, at)
            missing = state.wanted[side] & ~there
            if missing:
                fact = missing & -missing
                return [
                    after
                    for steps in self._ways_to(side, fact, state, at)
                    for after in self._after(side, state, at, steps)
                ]
        return None

    def _promised(self, side: int, state: _State, at: Mapping[int, int]) -> Facts:
        """The facts that are there once all questions to be opened are open."""
        opened = state.opened[side]
        facts = self._at_mildest(side, opened)
        # The first point of a dial is milder than all others: they give its facts too.
        for n, point in at.items():
            if opened >> n & 1:
                facts |= self._joint.dials[n].points[point].marks[side]
        for scale in self._joint.circuits[side].scales:
            total = scale.total(facts)
            facts |= next(added for start, added in scale.bands if total >= start)
        return facts

    def _at_mildest(self, side: int, opened: int) -> Facts:
        """The facts that open questions give at their mildest."""
        if (side, opened) not in self._mildest:
            facts = 0
            for n in self._joint.order[side]:
                if opened >> n & 1:
                    facts |= self._joint.dials[n].points[0].marks[side]
            self._mildest[side, opened] = facts
        return self._mildest[side, opened]

    def _ways_to(
        self, side: int, fact: Facts, state: _State, at: Mapping[int, int]
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        """The least points that give a fact."""
        for n in self._giving(side, fact):
            for point in self._least_with(n, at.get(n, 0), side, fact):
                yield ((n, point),)
        for scale in self._joint.circuits[side].scales:
            start = min((at for at, added in scale.bands if added & fact), default=None)
            if start is not None:
                yield from self._totalling(side, scale, start, state, at)

    def _giving(self, side: int, fact: Facts) -> tuple[int, ...]:
        """The dials that can give a fact."""
        if (side, fact) not in self._givers:
            self._givers[side, fact] = tuple(
                n
                for n in self._joint.order[side]
                if any(one.marks[side] & fact for one in self._joint.dials[n].points)
            )
        return self._givers[side, fact]

    def _least_with(
        self, n: int, start: int, side: int, fact: Facts
    ) -> tuple[int, ...]:
        key = (n, start, side, fact)
        if key not in self._known:
            dial = self._joint.dials[n]
            self._known[key] = dial.lowest(
                point
                for point in range(start, len(dial.points))
                if dial.points[point].marks[side] & fact and dial.is_below(start, point)
            )
        return self._known[key]

    def _totalling(
        self,
        side: int,
        scale: ScaleWire,
        total: int,
        state: _State,
        at: Mapping[int, int],
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        """The least points by which members score a total."""
        members = [
            n
            for n in self._joint.order[side]
            if any(
                one.marks[side] & scale.points for one in self._joint.dials[n].points
            )
        ]
        steps = [self._scoring(n, side, scale, state, at) for n in members]
        for chosen in product(*steps):
            spare = sum(score for _, _, score in chosen) - total
            if spare >= 0 and not any(
                self._is_wasted(one, options, spare)
                for one, options in zip(chosen, steps, strict=True)
            ):
                yield tuple((n, point) for n, point, score in chosen if score)

    def _scoring(
        self, n: int, side: int, scale: ScaleWire, state: _State, at: Mapping[int, int]
    ) -> list[tuple[int, int, int]]:
        """The points that a member can go to, each with its score; the least first.

        A member whose question is not open adds nothing as long as it need not be.
        """
        dial, here = self._joint.dials[n], at.get(n, 0)
        options = [
            (n, point, (dial.points[point].marks[side] & scale.points).bit_count())
            for point in range(here, len(dial.points))
            if dial.is_below(here, point)
        ]
        if state.opened[side] >> n & 1:
            return options
        return [(n, here, 0), *(one for one in options if one[2])]

    def _is_wasted(
        self,
        chosen: tuple[int, int, int],
        options: Iterable[tuple[int, int, int]],
        spare: int,
    ) -> bool:
        """Whether a milder point of a member would be enough too."""
        n, point, score = chosen
        return any(
            (other != point or not lower)
            and (other, lower) != (point, score)
            and self._joint.dials[n].is_below(other, point)
            and score - lower <= spare
            for _, other, lower in options
        )

    def _after(
        self,
        side: int,
        state: _State,
        at: Mapping[int, int],
        steps: tuple[tuple[int, int], ...],
    ) -> Iterator[_State]:
        """Where steps lead, in each way to open their questions."""
        points = frozenset(
            (n, point) for n, point in {**at, **dict(steps)}.items() if point
        )
        shut = [n for n, _ in steps if not state.opened[side] >> n & 1]
        opened = list(state.opened)
        opened[side] |= sum(1 << n for n in shut)
        for ways in product(*(self._joint.dials[n].ways[side] for n in shut)):
            wanted = list(state.wanted)
            wanted[side] = reduce(or_, ways, wanted[side])
            yield _State(points, (wanted[OLD], wanted[NEW]), (opened[OLD], opened[NEW]))
