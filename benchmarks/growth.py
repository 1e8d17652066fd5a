"""How everything grows with the questionnaire: 10, 100 and 1,000 questions.

The exponent is the slope on a plot with logarithms on both axes: 1 is linear.
"""

import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks.engine import ends, placing
from benchmarks.synthetic import write
from benchmarks.table import MILLISECONDS, POWER, Row, seconds
from screener.catalog import load_questionnaire
from screener.checking import check
from screener.interview import Interview
from screener.model import Questionnaire
from screener.scoring import evaluate, explain

SIZES = (10, 100, 1000)
LONG_ENOUGH = 5.0
"""What takes so many seconds is measured once."""
TOO_LONG = 30.0
"""What would take longer at a size, by how it grew before, is left out there."""
LINEAR = 1.1
"""The most that is still called linear: longer sets of bits cost a little more."""

Works = Mapping[str, Callable[[], object]]
Measured = dict[str, dict[int, list[float]]]


def rows(runs: int) -> Iterator[Row]:
    """Measure.

    Args:
        runs: How many times each, at most.
    """
    for what, sizes in measured(runs).items():
        yield Row(
            f"growth exponent: {what}",
            [exponent(sizes)],
            POWER,
            {f"{size:,} questions": figures for size, figures in sizes.items()},
            MILLISECONDS,
            floor="1: each question is looked at",
        ).at_most(LINEAR)


def measured(runs: int) -> Measured:
    """What each thing takes at each size.

    Args:
        runs: How many times each, at most.
    """
    found: Measured = {}
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            folder = write(Path(name), size)
            for what, work in _works(folder).items():
                sizes = found.setdefault(what, {})
                if _expected(sizes, size) < TOO_LONG:
                    sizes[size] = _timed(work, runs)
    return found


def exponent(sizes: Mapping[int, list[float]]) -> float:
    """By which power of the number of questions something grows.

    Args:
        sizes: What it took, by that number.
    """
    counts = [math.log(size) for size in sizes]
    spent = [math.log(statistics.median(figures)) for figures in sizes.values()]
    return float(statistics.linear_regression(counts, spent).slope)


def _works(folder: Path) -> Works:
    asked = load_questionnaire(folder)
    gravest = ends(asked)["at their gravest"]
    half = dict(list(gravest.items())[: len(gravest) // 2])
    started = Interview(asked, answers=half, at=asked.item[len(gravest) // 2].link_id)
    return {
        "reading and checking its files": partial(load_questionnaire, folder),
        "making it ready to place many": partial(placing, asked),
        "one placement": partial(placing(asked), gravest),
        "all that a result says but why": partial(evaluate, asked, gravest),
        "from an answer to the next question": partial(_step, started),
        "one full explanation": partial(explain, asked, gravest),
        "one check": partial(_check, asked, folder),
    }


def _step(visit: Interview) -> object:
    """What the screen needs to know after each answer."""
    after = visit.give("never")
    return after.at, after.new_flags, after.offers_end, after.progress


def _check(asked: Questionnaire, folder: Path) -> object:
    return list(check(asked, folder))


def _expected(sizes: Mapping[int, list[float]], size: int) -> float:
    """What it will take, if it goes on to grow as it did."""
    if len(sizes) < 2:
        return 0.0
    last = max(sizes)
    grown = math.pow(size / last, exponent(sizes))
    return statistics.median(sizes[last]) * grown


def _timed(work: Callable[[], object], runs: int) -> list[float]:
    end = time.perf_counter() + LONG_ENOUGH
    found: list[float] = []
    while not found or (len(found) < runs and time.perf_counter() < end):
        found.append(seconds(work))
    return found
