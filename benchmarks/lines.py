"""`screener score --jsonl` on a million answer sets, by one and by two processes."""

import json
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json

from benchmarks.console import OURS
from benchmarks.table import A_SECOND, MEGABYTES, Row
from screener.catalog import load_questionnaire, questionnaire_folder
from screener.model import ChoiceItem, ChoicesItem, Item

MANY = 1_000_000
FEWER = 100_000
KINDS = 20_000
"""So many answer sets are drawn; the file repeats them."""
FLAT = 1.1


class Placed(NamedTuple):
    """How one run went."""

    seconds: float
    megabytes: float
    """The most that the process itself took."""


def rows(runs: int) -> Iterator[Row]:
    """Measure; a run takes half a minute, so there are three at most.

    Args:
        runs: How many times.
    """
    with tempfile.TemporaryDirectory() as name:
        many, fewer = Path(name) / "many", Path(name) / "fewer"
        _write(many, MANY)
        _write(fewer, FEWER)
        few = _place(fewer, 1)
        found = {
            jobs: [_place(many, jobs) for _ in range(min(runs, 3))] for jobs in (1, 2)
        }
        least = [_json_alone(fewer) for _ in range(min(runs, 3))]
    for jobs, placed in found.items():
        rates = [MANY / one.seconds for one in placed]
        peers = {_ALONE: [jobs * one for one in least]}
        what = f"answer sets a second, {jobs} process(es)"
        row = Row(what, rates, A_SECOND, peers, floor=_ALONE)
        yield row.at_least(40_000 * jobs)
    memory = [one.megabytes for one in found[1]]
    peers = {f"{FEWER:,} answer sets": [few.megabytes]}
    what = f"most memory, {MANY:,} answer sets"
    row = Row(what, memory, MEGABYTES, peers, floor="that of fewer")
    yield row.at_most_times(FLAT, f"{FEWER:,} answer sets")


_ALONE = "its JSON read and a line written"


def _json_alone(path: Path) -> float:
    """How many lines a second are read as JSON, and answered with as many words."""
    command = [*OURS, "score", "--jsonl", str(path)]
    one, *_ = subprocess.run(command, capture_output=True, check=True).stdout.split()
    began = time.perf_counter()
    with path.open("rb") as lines, open(os.devnull, "w") as nowhere:
        for line in lines:
            from_json(line)
            nowhere.write(one.decode())
    return FEWER / (time.perf_counter() - began)


def _place(path: Path, jobs: int) -> Placed:
    command = [*OURS, "score", "--jsonl", str(path), "--jobs", str(jobs)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ChildProcessError(f"{command} ended with {process.returncode}")
    return Placed(time.perf_counter() - began, used.ru_maxrss / 1024)


def _write(path: Path, count: int) -> None:
    chance = random.Random(0)
    items = load_questionnaire(questionnaire_folder()).item
    drawn = [json.dumps(dict(_person(items, chance))) + "\n" for _ in range(KINDS)]
    with path.open("w", encoding="utf-8") as file:
        for first in range(0, count, KINDS):
            file.writelines(drawn[: count - first])


def _person(
    items: tuple[Item, ...], chance: random.Random
) -> Iterator[tuple[str, object]]:
    """Nine of ten questions, answered at random."""
    for item in items:
        if chance.random() < 0.9:
            if isinstance(item, ChoiceItem):
                yield item.link_id, chance.choice(item.option).code
            elif isinstance(item, ChoicesItem):
                codes = [one.code for one in item.option if not one.exclusive]
                yield item.link_id, [one for one in codes if chance.random() < 0.3]
