"""What is measured, part by part."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

from benchmarks import engine, files, growth, lines, start, suite, visit
from benchmarks.pace import pace
from benchmarks.table import Row

PARTS: dict[str, Callable[[int], Iterator[Row]]] = {
    "start": start.rows,
    "visit": visit.rows,
    "engine": engine.rows,
    "files": files.rows,
    "growth": growth.rows,
    "lines": lines.rows,
    "suite": suite.rows,
}


def measured_alone(part: str, runs: int) -> list[Row]:
    """Measure a part in a process of its own: no part pays for what another left.

    After the visits, looking for garbage made all that followed take up to five times
    as long.

    Args:
        part: One of `PARTS`.
        runs: How many times each.
    """
    before = pace()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as on:
        found = on.submit(_measured, part, runs).result()
    # Of a machine that has changed its pace meanwhile, the faster excuses less.
    excuse = min(before, pace())
    return [replace(row, pace=excuse) for row in found]


def _measured(part: str, runs: int) -> list[Row]:
    return list(PARTS[part](runs))
