"""What was measured: rows of figures, each beside its peers, its aim and its floor."""

import json
import math
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

RESULTS = Path(__file__).parent / "results"
"""Where the raw figures of each run are kept; git ignores it."""


class Unit(NamedTuple):
    """How figures are told."""

    name: str
    each: float = 1.0
    """How many of it are one of what was measured."""
    digits: int = 0

    def tell(self, figure: float) -> str:
        """A figure in this unit."""
        return f"{figure * self.each:,.{self.digits}f} {self.name}".rstrip()


SECONDS = Unit("s", digits=1)
MILLISECONDS = Unit("ms", 1e3, 1)
MICROSECONDS = Unit("us", 1e6, 1)
MEGABYTES = Unit("MB")
A_SECOND = Unit("/s")
POWER = Unit("", digits=2)
OF_THE_MACHINE = (SECONDS, MILLISECONDS, MICROSECONDS, A_SECOND)
"""What a slow machine makes worse."""


@dataclass(frozen=True)
class Row:
    """One thing, measured several times."""

    what: str
    runs: Sequence[float]
    unit: Unit = MILLISECONDS
    peers: Mapping[str, Sequence[float]] = field(default_factory=dict)
    """The same of others, in the same run."""
    peers_in: Unit | None = None
    """The unit of those, where it is another one."""
    aim: str = ""
    met: bool | None = None
    missed_by: float = 1.0
    """By which factor an aim in seconds, or in so many a second, is missed."""
    pace: float = 1.0
    """How many times as slow the machine was as the one on which aims were set."""
    floor: str = ""
    """What nothing of this kind can do better than, and why."""
    tail: bool = False
    """Whether the slowest of a hundred counts, and not the median."""

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        beside = "; ".join(
            f"{name} {self._told(runs, self.peers_in or self.unit)}"
            for name, runs in self.peers.items()
        )
        met = {None: "", True: "yes", False: "NO"}[self.met]
        if self.met is False and self.missed_by <= self.pace:
            met = f"at {self.pace:.1f} x"
        return (
            self.what,
            self._told(self.runs, self.unit),
            beside,
            self.aim,
            met,
            self.floor,
        )

    def at_most(self, most: float) -> "Row":
        """Say that it must not be above a limit.

        Args:
            most: The limit.
        """
        which = "p99 " if self.tail else ""
        return self._judged(f"{which}≤ {self.unit.tell(most)}", self.figure / most)

    def at_least(self, least: float) -> "Row":
        """Say what it must reach.

        Args:
            least: The least.
        """
        return self._judged(f"≥ {self.unit.tell(least)}", least / self.figure)

    def at_most_times(self, factor: float, peer: str) -> "Row":
        """Say how many times that of a peer it may be.

        Args:
            factor: How many times.
            peer: The peer's name.
        """
        times = self.figure / statistics.median(self.peers[peer])
        aim = f"≤ {factor:g} x {peer} (is {times:.2f} x)"
        # A peer is as slow as the machine: nothing excuses a miss.
        return self._judged(aim, 1.0 if times <= factor else math.inf)

    @property
    def figure(self) -> float:
        """What counts of all runs."""
        return slowest(self.runs) if self.tail else statistics.median(self.runs)

    def _judged(self, aim: str, missed_by: float) -> "Row":
        aims = "; ".join(filter(None, (self.aim, aim)))
        if missed_by > 1 and self.unit not in OF_THE_MACHINE:
            missed_by = math.inf
        missed_by = max(self.missed_by, missed_by)
        return replace(self, aim=aims, met=missed_by <= 1, missed_by=missed_by)

    def _told(self, runs: Sequence[float], unit: Unit) -> str:
        middle = unit.tell(statistics.median(runs))
        return f"{middle} (p99 {unit.tell(slowest(runs))})" if self.tail else middle


HEAD = ("what", "ours", "beside", "aim", "met", "floor")


def slowest(runs: Sequence[float]) -> float:
    """What 99 of 100 do not go beyond: of fewer, the slowest."""
    return sorted(runs)[max(0, math.ceil(0.99 * len(runs)) - 1)]


def measure(runs: int, **works: Callable[[], float]) -> dict[str, list[float]]:
    """Measure several things in turn, so that each meets the same machine.

    Args:
        runs: How many times each.
        works: What measures each, by name; it gives a figure.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            found[name].append(work())
    return found


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """How long some work takes.

    Args:
        work: The work.
        times: How often it is done for one figure.
    """
    began = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - began) / times


def show(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown.

    Args:
        rows: What was measured.
    """
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines
    )


def machine() -> str:
    """What it was measured on, in a line."""
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, load {load:.1f}"
    )


def keep(rows: Iterable[Row]) -> Path:
    """Keep the raw figures.

    Args:
        rows: What was measured.

    Returns:
        The file.
    """
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / time.strftime("%Y-%m-%d-%H%M%S.json")
    told = {"machine": machine(), "rows": [asdict(row) for row in rows]}
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return path
