"""The least answers that give rules what they ask for, and how few of them matter.

Questions form a group where one opens another, or where they are members of a scale.
What is answered in one group changes nothing about what another group gives. A rule
with two thresholds needs two groups at most, and fewer facts do as well as more. So of
all least answers that reach a threshold, those are enough that give least besides, in
as many groups as a rule has thresholds: one of them is always free to stand in for
others. So what there is to look at grows with the number of questions, and not with
that of pairs. `docs/proofs.md` says it in full.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TypeAlias

from screener.scoring.circuit import Circuit, Facts, bits_of

Places: TypeAlias = Mapping[int, int]
"""Places by the number of the axis; all others are at their mildest."""


class Least:
    """The least answers that bring about what rules ask for."""

    def __init__(
        self,
        circuit: Circuit,
        facts: Callable[[Places], Facts],
        giving: Callable[[Facts], Iterable[Places]],
    ) -> None:
        """Find the least answers for each fact that a rule asks for.

        Args:
            circuit: The circuit.
            facts: Tells all facts of an answer set.
            giving: Finds all the least answers that bring facts about.
        """
        self._facts = facts
        self._decisive = circuit.decisive
        self._group_of = _groups(circuit)
        most = max((wire.needs.bit_count() for wire in circuit.rules), default=0)
        decisive = bits_of(circuit.decisive)
        self.giving: Mapping[Facts, Sequence[Places]] = {
            fact: [one for one in giving(fact) if one] for fact in decisive
        }
        """For each fact, all the least answers that give it."""
        self._few = {fact: list(self._fewest(fact, most)) for fact in decisive}

    def fulfilling(
        self, needs: Facts, ends: Callable[[Facts], bool], start: Places | None = None
    ) -> Iterator[Places]:
        """Yield answers that fulfill a rule: the few that show what all would show.

        Args:
            needs: What the rule asks for.
            ends: Tells from facts that none of interest is reached with more.
            start: What is answered in any case, one of `giving`.
        """
        agenda: list[Places] = [start or {}]
        while agenda:
            places = agenda.pop()
            facts = self._facts(places)
            missing = needs & ~facts
            if ends(facts):
                continue
            if missing:
                few = self._few[missing & -missing]
                agenda += (_joined(places, further) for further in few)
            else:
                yield places

    def _fewest(self, fact: Facts, groups: int) -> Iterator[Places]:
        """The answers that give a fact, but for those that so many groups outdo."""
        given = [
            (self._facts(places) & self._decisive, places)
            for places in self.giving[fact]
        ]
        kept: list[tuple[Facts, int]] = []
        for facts, places in sorted(given, key=lambda one: one[0].bit_count()):
            outdone_by = {group for other, group in kept if not other & ~facts}
            if len(outdone_by) < groups:
                kept.append((facts, self._group_of[next(iter(places))]))
                yield places


def _joined(one: Places, other: Places) -> Places:
    """The graver of two places on each axis."""
    return {**one, **{n: max(place, one.get(n, 0)) for n, place in other.items()}}


def _groups(circuit: Circuit) -> Sequence[int]:
    """For each axis, one that stands for all that it forms a group with."""
    groups: list[list[int]] = []
    linked: dict[Facts, int] = {}
    for n, axis in enumerate(circuit.axes):
        groups.append([n])
        scores = (one.points for one in circuit.scales if one.points & axis.marks[-1])
        for link in (*bits_of(reduce(or_, axis.ways)), *scores):
            pair = groups[n], groups[linked.setdefault(link, n)]
            fewer, more = sorted(pair, key=len)
            if fewer is not more:
                more += fewer
                for member in fewer:
                    groups[member] = more
        linked |= dict.fromkeys(bits_of(axis.marks[-1] & circuit.opening), n)
    return [group[0] for group in groups]
