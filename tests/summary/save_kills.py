"""Kills processes while they save summaries, and looks for what they leave.

    python -m tests.summary.save_kills [KILLS] [SEED]

Every file with a name must be whole. Hidden files may only be left where the system
knows no files without a name; the next save, start or `screener forget` removes them.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from screener.leftovers import sweep
from screener.summary import read_summary

LONGEST = 0.25
"""Seconds from the first save to the latest kill."""

_SAVE = """
import sys
from pathlib import Path
from screener import files
from screener.summary import save, saving
from tests.small import GRAVE, summary_of
if sys.argv[2] != "nameless":
    files._NAMELESS = 0
if sys.argv[2] == "no links":
    def refuse(*arguments, **named):
        raise PermissionError(1, "no hard links here")
    files.os.link = refuse
saving.to_pdf = lambda summary: bytes(500_000)  # to type one takes longest by far
summary = summary_of(GRAVE)
print("ready", flush=True)
while True:
    save(summary, Path(sys.argv[1]))
"""
WAYS = ("nameless", "hidden", "no links")
"""What a file system may offer."""


@dataclass
class Tally:
    """What was found."""

    kills: int = 0
    files: int = 0
    left_at_once: int = 0
    """Hidden files right after the kills."""
    problems: list[str] = field(default_factory=list)


def run(kills: int, seed: int = 0, ways: tuple[str, ...] = WAYS) -> Tally:
    """Kill as many processes that save.

    Args:
        kills: How many.
        seed: The moments of the kills.
        ways: What the file system offers, taken in turn.
    """
    chance, tally = random.Random(seed), Tally()
    for number in range(kills):
        way = ways[number % len(ways)]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _kill_one(folder, way, chance.uniform(0, LONGEST))
            tally.kills += 1
            for problem in _look(folder, way, tally):
                tally.problems.append(f"kill {number}, {way}: {problem}")
    return tally


def _kill_one(folder: Path, way: str, seconds: float) -> None:
    command = [sys.executable, "-c", _SAVE, str(folder), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as saver:
        assert saver.stdout is not None
        saver.stdout.readline()
        time.sleep(seconds)
        saver.kill()


def _look(folder: Path, way: str, tally: Tally) -> Iterator[str]:
    left = len(_hidden(folder))
    tally.left_at_once += left
    if left and way == "nameless":
        yield f"{left} hidden files"
    sweep(folder)
    if hidden := _hidden(folder):
        yield f"hidden files stay: {hidden}"
    for file in folder.iterdir():
        tally.files += 1
        if file.stat().st_size:
            if file.suffix == ".toml":
                read_summary(file)
        elif way != "no links":  # where an empty file may hold a name
            yield f"{file.name} is empty"


def _hidden(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.name.startswith(".")]


def main() -> int:
    """Kill as many as asked for, and say what was found."""
    kills, seed = [*map(int, sys.argv[1:]), *(150, 0)[len(sys.argv) - 1 :]]
    began = time.monotonic()
    tally = run(kills, seed)
    print(
        f"{tally.kills} kills in {time.monotonic() - began:.0f} s: {tally.files} files "
        f"with names, {tally.left_at_once} hidden ones before sweeping, "
        f"{len(tally.problems)} problems"
    )
    print(*tally.problems, sep="\n", end="\n" if tally.problems else "")
    return bool(tally.problems)


if __name__ == "__main__":
    sys.exit(main())
