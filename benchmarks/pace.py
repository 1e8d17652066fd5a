"""How fast the machine is now, by what the aims were set with."""

import statistics
from typing import Final

from benchmarks.peers import BARE
from benchmarks.start import shown

WHERE_AIMS_WERE_SET: Final = 0.230
"""Seconds to the first paint of a bare Textual app, where the aims were set."""

RUNS: Final = 5


def pace() -> float:
    """How many times as long a bare Textual app takes here; 1 where it takes less."""
    found = [shown(BARE, "A bare Textual app") for _ in range(RUNS)]
    return max(1.0, statistics.median(found) / WHERE_AIMS_WERE_SET)
