"""Counts that tell of many and of nobody in particular."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from screener.language import N_

LEAST = 11
"""The smallest count that is told, unless another is named: as the United States'
Centers for Medicare & Medicaid Services hold it, which tell none of 1 to 10."""

TOO_FEW = N_("(too few to tell)")
"""What stands in the place of a count that is too small."""

Counts: TypeAlias = Counter[tuple[str, ...]]
"""By ladder, and by where on it: one place, or before and after."""


def added(all_of: Iterable[Counts]) -> Counts:
    """All counts together.

    Args:
        all_of: Those of each piece.
    """
    total: Counts = Counter()
    for one in all_of:
        total.update(one)
    return total


def told(counts: Mapping[str, int], least: int = LEAST) -> dict[str, str]:
    """The counts of one ladder, those that are too small left open.

    Where just one would be left open the next smallest is too: else it could be
    worked out from the total.

    Args:
        counts: How many, by place.
        least: The smallest count that is told.
    """
    small = {place for place, count in counts.items() if 0 < count < least}
    others = [place for place, count in counts.items() if count >= least]
    if len(small) == 1 and others:
        small.add(min(others, key=lambda place: (counts[place], place)))
    return {
        place: f"{count:,}" if place not in small else TOO_FEW
        for place, count in counts.items()
    }
