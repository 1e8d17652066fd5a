"""Measures how long the screen shows answers after Ctrl+X: `make benchmark-leaving`."""

import statistics
import tempfile
import time
from collections.abc import Callable

from tests.terminal import SKIP, Terminal
from tests.tui.terminal.test_quick_exit import SLOW
from tests.tui.test_terminal import skip_all, to_the_first_question

RUNS = 15
CLEARED = b"\x1b[3J"
"""The last of what is written when the screen and what scrolled off it are cleared."""


def main() -> None:
    """Print a table of milliseconds."""
    print(f"Ctrl+X to a cleared screen, ms, {RUNS} runs   median   most")
    for what, go in PLACES.items():
        times = [_seconds_to_clear(go) * 1000 for _ in range(RUNS)]
        print(f"{what:<44}{statistics.median(times):>8.0f}{max(times):>7.0f}")


def _seconds_to_clear(go: Callable[[Terminal], None]) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal("-c", SLOW, "--save-to", folder, python=True) as terminal,
    ):
        go(terminal)
        terminal.send("\x18")
        began = time.perf_counter()
        while CLEARED not in terminal.bytes:
            terminal.read(0.001)
        seconds = time.perf_counter() - began
        terminal.wait_for_exit()
        return seconds


def _at_the_welcome(terminal: Terminal) -> None:
    terminal.wait_for("Start")
    terminal.settle()


def _at_a_question(terminal: Terminal) -> None:
    to_the_first_question(terminal)
    terminal.settle()


def _at_a_half_typed_answer(terminal: Terminal) -> None:
    _at_a_question(terminal)
    while "own words" not in (before := terminal.screen()):
        if "You can finish now" in before:
            terminal.send_once_read("\r")
        else:
            terminal.send(
                "\r" if "Next leaves it" in " ".join(before.split()) else SKIP
            )
        terminal.wait_for_other_than(before)
        terminal.settle(0.1)
    terminal.send("I wish")
    terminal.wait_for("I wish")


def _at_the_result(terminal: Terminal) -> None:
    _at_a_question(terminal)
    skip_all(terminal)
    terminal.send("\r")
    terminal.wait_for("Where your answers")
    terminal.settle()


def _during_a_save(terminal: Terminal) -> None:
    _at_the_result(terminal)
    terminal.send_once_read("\r")
    terminal.wait_for("Keep your summary")
    terminal.send_once_read("\r")
    terminal.wait_for("Saving.")


PLACES = {
    "the welcome": _at_the_welcome,
    "a question": _at_a_question,
    "a half-typed answer": _at_a_half_typed_answer,
    "the result": _at_the_result,
    "during a save of two seconds": _during_a_save,
}


if __name__ == "__main__":
    main()
