"""Measures the program beside a bare Textual app, in the same run: `make benchmark`."""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.checking import check
from screener.scoring import evaluate, explain, gravest, mildest
from tests.terminal import Terminal

RUNS = 15
BARE = str(Path(__file__).parent / "bare.py")


def main() -> None:
    """Print the table."""
    print(f"medians of {RUNS} runs, Python {sys.version.split()[0]}")
    rows = [*_starts(), *_keys(), *_placements()]
    for what, figure in rows:
        print(f"{what:<58}{figure:>12}")


def _starts() -> list[tuple[str, str]]:
    bare, ours, memory = [], [], []
    for _ in range(RUNS):
        bare.append(_first_paint([BARE], "A bare Textual app")[0])
        seconds, kilobytes = _first_paint(["-m", "screener"], "Start")
        ours.append(seconds)
        memory.append(kilobytes)
    bare_memory = _first_paint([BARE], "A bare Textual app")[1]
    return [
        ("bare Textual app: command to first paint", _ms(bare)),
        ("screener: command to welcome", _ms(ours)),
        ("  beside the bare app", f"{_median(ours) / _median(bare):.2f} x"),
        ("bare Textual app: memory", f"{bare_memory / 1024:.0f} MB"),
        ("screener at welcome: memory", f"{_median(memory) / 1024:.0f} MB"),
    ]


def _first_paint(arguments: list[str], words: str) -> tuple[float, float]:
    begin = time.perf_counter()
    with Terminal(*arguments, python=True) as terminal:
        terminal.wait_for(words)
        return time.perf_counter() - begin, terminal.memory()


def _keys() -> list[tuple[str, str]]:
    choose, go_on = [], []
    for _ in range(RUNS):
        with Terminal() as terminal:
            terminal.wait_for("Start")
            terminal.send("\r")
            terminal.wait_for("18 or older")
            terminal.send("1\r")
            terminal.wait_for("Section 1")
            time.sleep(0.3)
            terminal.read()
            choose.append(_key(terminal, "7"))
            go_on.append(_key(terminal, "\r"))
    return [
        ("key to changed screen: choosing", _ms(choose)),
        ("key to changed screen: next question", _ms(go_on)),
    ]


def _key(terminal: Terminal, key: str) -> float:
    before = len(terminal.bytes)
    begin = time.perf_counter()
    terminal.send(key)
    while len(terminal.bytes) == before:
        terminal.read(0.5)
    spent = time.perf_counter() - begin
    time.sleep(0.1)
    terminal.read()
    return spent


def _placements() -> list[tuple[str, str]]:
    folder = questionnaire_folder()
    core = load_questionnaire(folder)
    ends = [
        {one.link_id: end for one in core.item if (end := pick(one)) is not None}
        for pick in (mildest, gravest)
    ]
    return [
        (
            "reading and checking the core questionnaire",
            _timed(lambda: load_questionnaire(folder), 1),
        ),
        (
            "one whole evaluation, mildest answers",
            _timed(lambda: evaluate(core, ends[0]), 100),
        ),
        (
            "one whole evaluation, gravest answers",
            _timed(lambda: evaluate(core, ends[1]), 100),
        ),
        (
            "one whole evaluation, nothing answered",
            _timed(lambda: evaluate(core, {}), 100),
        ),
        (
            "one full explanation, mildest answers",
            _timed(lambda: explain(core, ends[0]), 20),
        ),
        (
            "one full explanation, gravest answers",
            _timed(lambda: explain(core, ends[1]), 20),
        ),
        (
            "one full explanation, nothing answered",
            _timed(lambda: explain(core, {}), 20),
        ),
        (
            "all checks of the core questionnaire",
            _timed(lambda: list(check(core, folder)), 1),
        ),
    ]


def _timed(work: Callable[[], object], times: int) -> str:
    spent = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        for _ in range(times):
            work()
        spent.append((time.perf_counter() - begin) / times)
    return _ms(spent)


def _median(figures: list[float]) -> float:
    return statistics.median(figures)


def _ms(seconds: list[float]) -> str:
    return f"{_median(seconds) * 1000:.2f} ms"


if __name__ == "__main__":
    main()
