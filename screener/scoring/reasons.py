"""Minimal sets of a person's own answers that guarantee a placement.

Answers are deleted one by one towards the mildest (or the gravest) while the placement
holds; what is left when nothing more can go is a minimal set. That it is sufficient
and minimal follows from monotonicity (Marques-Silva et al., Explanations for Monotonic
Classifiers, ICML 2021, algorithm 1); `docs/proofs.md` says it in full.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from screener.scoring.circuit import Axis, Circuit, Facts, RuleWire, at_mildest
from screener.scoring.explanation import Said, Why
from screener.scoring.incremental import IncrementalFacts
from screener.scoring.response_bounds import ResponseBounds, said_at

_Members: TypeAlias = tuple[int, ...]
"""The numbers of axes."""


def why(standing: ResponseBounds, ladder: int) -> Why:
    """Tell why a ladder's range begins and ends where it does.

    Args:
        standing: Where the person stands.
        ladder: The number of the ladder.
    """
    places = {n: place for n, _, place in standing.answered()}

    def said(members: Iterable[int]) -> tuple[Said, ...]:
        axes = standing.circuit.axes
        return tuple(said_at(axes[n], places[n]) for n in sorted(members))

    at_least = _at_least(standing, ladder)
    return Why(
        at_least=said(at_least),
        told=said(_told(standing, ladder, at_least)),
        rules=tuple(_rules(standing, ladder, at_least)),
        no_more=said(_no_more(standing, ladder)),
    )


def relevant(circuit: Circuit, marks: Sequence[Facts], needs: Facts) -> _Members:
    """The axes that help to bring about facts, or to open what does.

    Args:
        circuit: The circuit.
        marks: What is answered on every axis.
        needs: The facts wanted.
    """
    for scale in circuit.scales:
        if any(added & needs for _, added in scale.bands):
            needs |= scale.points
    members: list[int] = []
    # Gates stand before what they open: from the last to the first, once is enough.
    for n in reversed(range(len(circuit.axes))):
        if marks[n] & needs:
            members.append(n)
            for way in circuit.axes[n].ways:
                needs |= way
    return tuple(reversed(members))


def _at_least(standing: ResponseBounds, ladder: int) -> _Members:
    """The best of the minimal sets that the holding rules lead to."""
    circuit, low = standing.circuit, standing.low
    rung = circuit.place(low)[ladder]
    if not rung:
        return ()
    facts = circuit.facts(low)
    sets = [
        _minimal(standing, ladder, rung, wire)
        for wire in circuit.ladders[ladder]
        if wire.rung == rung and not wire.needs & ~facts
    ]
    return min(sets, key=lambda members: (len(members), -_gravity(standing, members)))


def _minimal(
    standing: ResponseBounds, ladder: int, rung: int, wire: RuleWire
) -> _Members:
    """Delete answers while the rung holds, those that say least to a person first."""
    circuit, low = standing.circuit, standing.low
    mildest = [at_mildest(axis) for axis in circuit.axes]
    kept = {
        n
        for n in relevant(circuit, low, wire.needs)
        if low[n] != mildest[n] and circuit.axes[n].ordered
    }
    marks = (low[n] if n in kept else mildest[n] for n in range(len(low)))
    board = IncrementalFacts(circuit, marks)
    for n in sorted(kept, key=lambda n: _telling(standing, n)):
        board.change({n: mildest[n]})
        if board.rungs()[ladder] < rung:
            board.change({n: low[n]})
        else:
            kept.remove(n)
    return tuple(sorted(kept))


def _telling(standing: ResponseBounds, n: int) -> tuple[bool, int, int]:
    """How much an answer says to a person: grave and present things most."""
    axis = standing.circuit.axes[n]
    return (not standing.is_fixed(axis), _gravity(standing, (n,)), -n)


def _gravity(standing: ResponseBounds, members: _Members) -> int:
    """How much is rated, and scored, by answers."""
    weighing = ~standing.circuit.opening
    return sum((standing.low[n] & weighing).bit_count() for n in members)


def _alone(standing: ResponseBounds, members: _Members) -> list[Facts]:
    """Only these answers, everything else at its mildest."""
    marks = [at_mildest(axis) for axis in standing.circuit.axes]
    for n in members:
        marks[n] = standing.low[n]
    return marks


def _rules(standing: ResponseBounds, ladder: int, members: _Members) -> Iterator[str]:
    """The rules that give the rung on these answers alone."""
    circuit = standing.circuit
    facts = circuit.facts(_alone(standing, members))
    rung = circuit.rungs(facts)[ladder]
    for wire in circuit.ladders[ladder]:
        if wire.rung == rung and not wire.needs & ~facts:
            yield wire.rule.id


def _told(standing: ResponseBounds, ladder: int, members: _Members) -> Iterator[int]:
    """The members that do more than to open the questions of the others."""
    circuit = standing.circuit
    board = IncrementalFacts(circuit, _alone(standing, members))
    rung = board.rungs()[ladder]
    for n in members:
        opens = {n: standing.low[n] & circuit.opening}
        if board.rungs_with(opens)[ladder] < rung:
            yield n


def _no_more(standing: ResponseBounds, ladder: int) -> Iterator[int]:
    """Delete answers towards the gravest while the high end is not passed."""
    circuit = standing.circuit
    board = IncrementalFacts(circuit, standing.high)
    rung = board.rungs()[ladder]
    if rung == max((wire.rung for wire in circuit.ladders[ladder]), default=0):
        return
    for n, axis, _ in sorted(standing.answered(), key=_closing):
        if standing.high[n] == axis.marks[-1]:
            continue
        board.change({n: axis.marks[-1]})
        if board.rungs()[ladder] > rung:
            board.change({n: standing.high[n]})
            yield n


def _closing(answered: tuple[int, Axis, int]) -> tuple[bool, int]:
    """Ticks go before whole answers, and late questions before early ones."""
    n, axis, _ = answered
    return (axis.tick is None, -n)
