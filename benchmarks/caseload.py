"""Measures how a caseload of 5,000 files opens: `make benchmark-caseload`."""

import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.peers import BARE
from screener.caseload.index import INDEX
from tests.caseload.cases import fill
from tests.terminal import Terminal

FILES = 5000
RUNS = 15


def main() -> None:
    """Print seconds to the list, without and with its index, and memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, FILES)
        cold = [_open(folder, cold=True)]
        warm = [_open(folder, cold=False) for _ in range(RUNS)]
    bare = [_first_paint() for _ in range(RUNS)]
    print(f"{FILES:,} files                            seconds   MB")
    _row("a bare Textual app: first paint", bare)
    _row("the list, with its index", warm)
    _row("the list, without (one run)", cold)


def _row(what: str, runs: list[tuple[float, float]]) -> None:
    seconds = statistics.median(one for one, _ in runs)
    memory = statistics.median(one for _, one in runs)
    print(f"{what:<38}{seconds:>8.2f}{memory / 1024:>6.0f}")


def _open(folder: Path, *, cold: bool) -> tuple[float, float]:
    if cold:
        (folder / INDEX).unlink(missing_ok=True)
    began = time.perf_counter()
    with Terminal("caseload", str(folder), columns=120, rows=40) as terminal:
        terminal.wait_for("by last visit", 300)
        seconds = time.perf_counter() - began
        memory = terminal.memory()
        terminal.send("\x18")
        terminal.wait_for_exit()
    return seconds, memory


def _first_paint() -> tuple[float, float]:
    began = time.perf_counter()
    with Terminal(*BARE[1:], python=True) as terminal:
        terminal.wait_for("A bare Textual app")
        return time.perf_counter() - began, terminal.memory()


if __name__ == "__main__":
    main()
