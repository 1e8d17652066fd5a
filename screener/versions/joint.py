"""The answer space of two versions of a questionnaire, placed by both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from math import prod
from typing import TypeAlias

from screener.model import ChoicesItem, Given
from screener.scoring import mildest
from screener.scoring.circuit import Circuit, Facts
from screener.scoring.compiler import circuit_of
from screener.versions.dials import Said, dials_of, unmoving
from screener.versions.two_versions import (
    NEW,
    OLD,
    SIDES,
    Versions,
    count_answers,
    pairs_of,
    ticks_of,
)

Both: TypeAlias = tuple[Facts, Facts]
"""Facts in the old and in the new version."""

Points: TypeAlias = frozenset[tuple[int, int]]
"""The points of the dials, by number, that are not at their first one."""


class Joint:
    """All answer sets of two versions, placed by both."""

    def __init__(self, versions: Versions) -> None:
        """Set the space out.

        Args:
            versions: The old and the new version, as the catalog hands them out.
        """
        self.versions = versions
        self.dials = dials_of(versions)
        self._unmoving = tuple(unmoving(versions))
        self.order = tuple(self._asked(side) for side in SIDES)
        self.circuits = tuple(self._circuit(side) for side in SIDES)
        self._placed: dict[Points, Both] = {}

    @property
    def tried(self) -> int:
        """How many answer sets have been placed by both versions."""
        return len(self._placed)

    @property
    def size(self) -> int:
        """How many complete answer sets there are, free words apart."""
        return prod(count_answers(*pair) for pair in pairs_of(self.versions))

    def facts(self, points: Points) -> Both:
        """The facts of an answer set in both versions."""
        known = self._placed.get(points)
        if known is None:
            at = dict(points)
            known = (self._facts(OLD, at), self._facts(NEW, at))
            self._placed[points] = known
        return known

    def rungs(self, facts: Both) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The place on each ladder in both versions."""
        old, new = self.circuits
        return old.rungs_again(facts[OLD]), new.rungs_again(facts[NEW])

    def real(self, points: Points) -> Iterator[Points]:
        """The mildest that someone can answer who is at least as grave.

        Args:
            points: Where a dial may stand below all that can be answered.
        """
        at = dict(points)
        unreal = [
            n
            for n, dial in enumerate(self.dials)
            if not dial.points[at.get(n, 0)].is_real
        ]
        choices = (
            self.dials[n].lowest(range(1, len(self.dials[n].points))) for n in unreal
        )
        for chosen in product(*choices):
            yield points | frozenset(zip(unreal, chosen, strict=True))

    def milder(self, points: Points) -> Iterator[Points]:
        """Every answer set that is milder by one step."""
        for n, point in points:
            rest = points - {(n, point)}
            for lower in self.dials[n].next_below[point]:
                yield rest | {(n, lower)} if lower else rest

    def said(self, points: Points) -> tuple[Said, ...]:
        """The answers that are not the mildest, in asking order."""
        told = (
            one for n, at in sorted(points) for one in self.dials[n].points[at].said
        )
        old, new = (one.items for one in self.versions)
        order = list(dict.fromkeys((*new, *old)))
        return tuple(sorted(told, key=lambda one: order.index(one.link_id)))

    def answers(self, side: int, said: Iterable[Said]) -> dict[str, Given]:
        """What a version is answered by someone, all else at its mildest."""
        answers: dict[str, Given] = {}
        chosen = [one for one in (*said, *self._unmoving) if one.known[side]]
        for link_id, item in self.versions[side].items.items():
            values = [one.value for one in chosen if one.link_id == link_id]
            answer = mildest(item)
            if isinstance(item, ChoicesItem) and values:
                answer = tuple(code for code in ticks_of(item) if code in values)
            elif values:
                answer = values[0]
            if answer is not None:
                answers[link_id] = answer
        return answers

    # The two placements

    def _asked(self, side: int) -> tuple[int, ...]:
        """The dials in asking order; members of scales open nothing, and are last."""
        order = list(self.versions[side].items)
        asked = [
            (len(order) if len(dial.link_ids) > 1 else order.index(dial.link_ids[0]), n)
            for n, dial in enumerate(self.dials)
            if any(point.marks[side] for point in dial.points)
        ]
        return tuple(n for _, n in sorted(asked))

    def _circuit(self, side: int) -> Circuit:
        whole = circuit_of(self.versions[side])
        ways = (self.dials[n].ways[side] for n in self.order[side])
        axes = tuple(replace(whole.axes[0], ways=one) for one in ways)
        return replace(whole, axes=axes)

    def _facts(self, side: int, at: Mapping[int, int]) -> Facts:
        marks = (
            self.dials[n].points[at.get(n, 0)].marks[side] for n in self.order[side]
        )
        return self.circuits[side].facts(marks)
