"""The least answers by which the members of a scale reach a total."""

from collections.abc import Iterator
from itertools import product

from screener.checking.least import Places
from screener.scoring.circuit import ALWAYS, Axis, Circuit, Facts

_NOT_ASKED = -1
"""Below the mildest answer: nobody has answered, and the question may not be asked."""


def steps_to_total(
    circuit: Circuit, points: Facts, total: int, places: Places
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the least steps by which members of a scale reach a total.

    Args:
        circuit: The circuit that holds the members.
        points: The points of the scale.
        total: The total to be reached.
        places: What is answered in any case.
    """
    axes = circuit.axes
    members = [n for n, axis in enumerate(axes) if axis.marks[-1] & points]
    starts = [_start(axes[n], points) for n in members]
    *spans, last_span = (
        range(places.get(n, start), len(axes[n].marks))
        for n, start in zip(members, starts, strict=True)
    )
    *others, last = members
    for chosen in product(*spans):
        scored = sum(
            _score(axes[n], place, points)
            for n, place in zip(others, chosen, strict=True)
        )
        for place in last_span:
            if scored + _score(axes[last], place, points) >= total:
                steps = zip(members, (*chosen, place), starts, strict=True)
                yield tuple((n, at) for n, at, start in steps if at > start)
                break


def _start(axis: Axis, points: Facts) -> int:
    """Return where a member stands that nobody has answered.

    That is its mildest answer, unless it scores there and may not be asked.
    """
    is_counted = axis.ways == ALWAYS or not axis.marks[0] & points
    return 0 if is_counted else _NOT_ASKED


def _score(axis: Axis, place: int, points: Facts) -> int:
    return 0 if place == _NOT_ASKED else (axis.marks[place] & points).bit_count()
