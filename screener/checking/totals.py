"""Minimal sets of answers with which a scale reaches a total."""

from collections.abc import Iterator

from screener.checking.minimal_assignments import Places
from screener.scoring.circuit import ALWAYS, Axis, Circuit, Facts

_NOT_ASKED = -1
"""The place of a question that may not be asked: below its mildest answer."""


def steps_to_total(
    circuit: Circuit, points: Facts, total: int, places: Places
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the minimal sets of answers with which a scale reaches a total.

    Args:
        circuit: The circuit that holds the members.
        points: The points of the scale.
        total: The total to be reached.
        places: The places of answers that are given already.
    """
    axes = circuit.axes
    members = [n for n, axis in enumerate(axes) if axis.marks[-1] & points]
    starts = {n: _start(axes[n], points) for n in members}
    floor = {n: places.get(n, starts[n]) for n in members}
    for chosen in _reaching(circuit, points, total, floor):
        yield tuple((n, at) for n, at in chosen.items() if at > starts[n])


def _reaching(
    circuit: Circuit, points: Facts, total: int, floor: Places
) -> Iterator[Places]:
    """Yield places of members that reach a total, among them all the least ones.

    Members are raised one after the other. Once the total is reached the others stay
    where they are, and a total that the others can no longer reach is given up.
    """
    raises = [list(_raises(circuit.axes[n], floor[n], points)) for n in floor]
    most = [max((gain for _, gain in one), default=0) for one in raises]
    left = [sum(most[n:]) for n in range(len(most) + 1)]
    scored = sum(_score(circuit.axes[n], at, points) for n, at in floor.items())
    members = list(floor)
    agenda = [(0, total - scored, floor)]
    while agenda:
        number, missing, places = agenda.pop()
        if missing <= 0:
            yield places
        elif missing <= left[number]:
            agenda.append((number + 1, missing, places))
            for at, gain in raises[number]:
                raised = {**places, members[number]: at}
                agenda.append((number + 1, missing - gain, raised))
                if gain >= missing:
                    break


def _raises(axis: Axis, floor: int, points: Facts) -> Iterator[tuple[int, int]]:
    """Yield each graver place that scores more, and how much more than the floor."""
    start = before = _score(axis, floor, points)
    for place in range(floor + 1, len(axis.marks)):
        score = _score(axis, place, points)
        if score > before:
            yield place, score - start
            before = score


def _start(axis: Axis, points: Facts) -> int:
    """Return the place of a member without an answer.

    This is its mildest answer, unless that has a score and the question may not be
    asked.
    """
    is_counted = axis.ways == ALWAYS or not axis.marks[0] & points
    return 0 if is_counted else _NOT_ASKED


def _score(axis: Axis, place: int, points: Facts) -> int:
    return 0 if place == _NOT_ASKED else (axis.marks[place] & points).bit_count()
