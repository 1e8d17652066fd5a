"""Whom two versions of a questionnaire place differently, exactly.

Say that someone is on one rung in the old version and on another in the new one. A rule
of each gives these rungs (or none does, and the rung is the lowest). The least answers
below them that fulfill both rules are placed so too: by neither version higher, for
they are milder, and by neither lower, for the rules hold. So it is enough to look at
the least answers of the rule that gives the higher rung, and from there at the least
that fulfill a rule of the other version as well.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from screener.model import Given, Ladder, Questionnaire, Rule
from screener.scoring import evaluate
from screener.scoring.circuit import Facts, RuleWire
from screener.scoring.compiler import circuit_of
from screener.versions.dials import Said
from screener.versions.joint import Both, Joint, Points
from screener.versions.least_answers import LeastAnswers
from screener.versions.two_versions import NEW, OLD, Versions


class Way(StrEnum):
    """Where a placement moves from the old version to the new one."""

    UP = "up"
    DOWN = "down"
    ASIDE = "aside"
    """The two rungs have no order that both versions agree on."""


@dataclass(frozen=True, slots=True)
class MovedPerson:
    """Someone who is placed differently; milder answers are not, or not so."""

    said: tuple[Said, ...]
    """The answers that matter, in asking order; all else is at its mildest."""
    old_answers: dict[str, Given]
    new_answers: dict[str, Given]
    only_old: tuple[Rule, ...]
    """Rules of the ladder that hold in the old version, and not so in the new one."""
    only_new: tuple[Rule, ...]

    @property
    def is_asked_by_both(self) -> bool:
        """Whether both versions know all the answers that matter."""
        return all(all(one.known) for one in self.said)


@dataclass(frozen=True, slots=True)
class Move:
    """All who are on one rung in the old version and on another in the new one."""

    ladder: str
    from_: str
    to: str
    way: Way
    people: tuple[MovedPerson, ...]
    """The mildest of them: everyone else is graver than one of these."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What comparing the placements of two versions found."""

    moves: tuple[Move, ...]
    ladders: tuple[str, ...]
    """The ladders that both versions have."""
    tried: int
    """How many answer sets were placed by both versions."""
    answer_sets: int
    """How many there are."""
    seconds: float


def compare_placements(old: Questionnaire, new: Questionnaire) -> Moves:
    """Find everyone whom two versions place differently.

    Args:
        old: The one version, as the catalog hands it out.
        new: The other.
    """
    begin = time.perf_counter()
    joint = Joint((old, new))
    ladders = tuple(id for id in new.ladders if id in old.ladders)
    moves = tuple(move for id in ladders for move in _Ladder(joint, id).moves())
    seconds = time.perf_counter() - begin
    return Moves(moves, ladders, joint.tried, joint.size, seconds)


def way_between(old: Ladder, new: Ladder, from_: str, to: str) -> Way:
    """Whether a rung of the new version is above or below one of the old.

    Args:
        old: The ladder in the old version.
        new: The ladder in the new version.
        from_: A rung of the old version.
        to: A rung of the new version.
    """
    shared = [
        (old.index[id], place) for id, place in new.index.items() if id in old.index
    ]
    here, there = old.index[from_], new.index[to]
    rises = any(here <= one and other <= there for one, other in shared)
    falls = any(one <= here and there <= other for one, other in shared)
    if rises == falls:
        return Way.ASIDE
    return Way.UP if rises else Way.DOWN


class _Ladder:
    """One ladder of two versions."""

    def __init__(self, joint: Joint, id: str) -> None:
        self._joint = joint
        self._least = LeastAnswers(joint)
        self._id = id
        self._ladders = tuple(one.ladders[id] for one in joint.versions)
        self._number = tuple(list(one.ladders).index(id) for one in joint.versions)
        self._needs = tuple(_needs(joint.versions, side, id) for side in (OLD, NEW))

    def moves(self) -> Iterator[Move]:
        """Yield what moves, as the two ladders list their rungs."""
        old, new = self._ladders
        ways = {
            (a, b): way_between(old, new, one.id, other.id)
            for a, one in enumerate(old.rung)
            for b, other in enumerate(new.rung)
            if one.id != other.id
        }
        found: dict[tuple[int, int], set[Points]] = {}
        for side, place, others in _leads(ways):
            for points in self._led_by(side, place, others):
                found.setdefault(self._at(points), set()).add(points)
        for (a, b), way in ways.items():
            mildest = self._mildest((a, b), found.get((a, b), set()))
            if mildest:
                people = tuple(self._person(points) for points in mildest)
                yield Move(self._id, old.rung[a].id, new.rung[b].id, way, people)

    def _led_by(self, side: int, place: int, others: set[int]) -> Iterator[Points]:
        """People on a rung of one version, and on one of some rungs of the other.

        Args:
            side: The version.
            place: The place of its rung.
            others: The places of the other version's rungs.
        """
        leading = {
            points
            for needs in self._needs[side][place]
            for points in self._least.bringing(
                _on(side, needs), self._above(side, place, max(others))
            )
        }
        for start in leading:
            here = self._at(start)[1 - side]
            for other in others:
                for points in self._reaching(side, place, other, here, start):
                    for one in self._joint.real(points):
                        at = self._at(one)
                        if (at[side], at[1 - side]) == (place, other):
                            yield one

    def _reaching(
        self, side: int, place: int, other: int, here: int, start: Points
    ) -> Iterator[Points]:
        """The least people from here on whom the other version places so."""
        if other == here:
            yield start
        elif other > here:
            ends = self._above(side, place, other)
            for needs in self._needs[1 - side][other]:
                yield from self._least.bringing(_on(1 - side, needs), ends, start)

    def _above(self, side: int, place: int, other: int) -> Callable[[Both], bool]:
        """Tells whether one version or the other places higher than this."""

        def is_above(facts: Both) -> bool:
            at = self._rungs(facts)
            return at[side] > place or at[1 - side] > other

        return is_above

    def _mildest(self, at: tuple[int, int], people: set[Points]) -> list[Points]:
        """Of people on the same rungs, those whom no milder step leaves there.

        One step is enough to look at: who is between two people on the same rungs is
        on them too.
        """
        kept = (
            points
            for points in people
            if all(self._at(one) != at for one in self._joint.milder(points))
        )
        return sorted(kept, key=lambda points: (len(points), sorted(points)))

    def _at(self, points: Points) -> tuple[int, int]:
        return self._rungs(self._joint.facts(points))

    def _rungs(self, facts: Both) -> tuple[int, int]:
        old, new = self._joint.rungs(facts)
        return old[self._number[OLD]], new[self._number[NEW]]

    def _person(self, points: Points) -> MovedPerson:
        said = self._joint.said(points)
        answers = [self._joint.answers(side, said) for side in (OLD, NEW)]
        old, new = (
            {
                one.rule.id: one.rule
                for one in evaluate(version, answers[side]).rules
                if one.rule.ladder == self._id
            }
            for side, version in enumerate(self._joint.versions)
        )
        return MovedPerson(
            said,
            answers[OLD],
            answers[NEW],
            tuple(rule for id, rule in old.items() if not _gives(new.get(id), rule)),
            tuple(rule for id, rule in new.items() if not _gives(old.get(id), rule)),
        )


def _needs(versions: Versions, side: int, id: str) -> tuple[tuple[Facts, ...], ...]:
    """For each rung, what each of its rules needs; on the lowest one is everyone."""
    ladder = versions[side].ladders[id]
    wires: tuple[RuleWire, ...] = circuit_of(versions[side]).ladders[
        list(versions[side].ladders).index(id)
    ]
    rules = [
        tuple({wire.needs for wire in wires if wire.rung == place})
        for place in range(len(ladder.rung))
    ]
    return ((0, *rules[0]), *rules[1:])


def _leads(ways: dict[tuple[int, int], Way]) -> Iterator[tuple[int, int, set[int]]]:
    """The higher rung of each pair, with the lower ones of the other version."""
    leads: dict[tuple[int, int], set[int]] = {}
    for (a, b), way in ways.items():
        if way is Way.DOWN:
            leads.setdefault((OLD, a), set()).add(b)
        else:
            leads.setdefault((NEW, b), set()).add(a)
    for (side, place), others in leads.items():
        yield side, place, others


def _on(side: int, facts: Facts) -> Both:
    return (0, facts) if side == NEW else (facts, 0)


def _gives(rule: Rule | None, other: Rule) -> bool:
    """Whether a rule holds too, and gives the same rung."""
    return rule is not None and rule.rung == other.rung
