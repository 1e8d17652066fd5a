"""A real terminal in which something goes wrong: bad bytes, signals, no terminal."""

import signal

import pytest

from tests.terminal import Terminal
from tests.tui.terminal.test_typed_input import EVIL
from tests.tui.test_terminal import to_the_first_question

BACK_IN_ORDER = b"\x1b[?1049l"
"""The other screen is left, as Textual does when it leaves in good order."""


@pytest.mark.slow
def test_bytes_that_would_end_textual_do_not_end_a_visit() -> None:
    with Terminal() as terminal:
        to_the_first_question(terminal)
        for evil in EVIL:
            terminal.send(evil)
            terminal.read(0.6)
        terminal.send("h")
        terminal.wait_for("1-800-799-7233")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


@pytest.mark.slow
def test_languages_that_change_faster_than_screens_do_not_end_a_visit() -> None:
    """Also where it matters most: on what says whom to call now."""
    with Terminal() as terminal:
        to_the_first_question(terminal)
        terminal.send("1")
        terminal.send("\r")
        terminal.wait_for("Please read this first")
        for _again in range(4):
            for key in (
                "?",
                "\x1b[A",
                "\x1bOQ",
                "\x1bOQ",
                "\x1bOQ",
                "\x1b[20~",
                "\x1b[20~",
            ):
                terminal.send(key)
            terminal.settle()
        terminal.send("h")
        terminal.wait_for("1-800-799-7233")


@pytest.mark.many_cases
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"])
def test_a_signal_leaves_in_good_order(name: str) -> None:
    number = signal.Signals[name]
    with Terminal() as terminal:
        to_the_first_question(terminal)
        terminal.signal(number)
        assert terminal.wait_for_exit(10) == 128 + number
        assert BACK_IN_ORDER in terminal.bytes


def test_a_visit_is_not_suspended_and_goes_on_after_a_stop() -> None:
    with Terminal() as terminal:
        to_the_first_question(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.send("h")
        terminal.wait_for("People who can help")
        terminal.signal(signal.SIGSTOP)
        terminal.signal(signal.SIGCONT)
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


def test_a_terminal_that_stops_reading_does_not_hold_a_visit() -> None:
    """Nothing is read until the program is told to go, as on a stalled line."""
    with Terminal() as terminal:
        to_the_first_question(terminal)
        terminal.send("?" * 400)
        terminal.signal(signal.SIGTERM)
        assert terminal.gone_within(5)


def test_a_visit_ends_when_its_terminal_is_gone() -> None:
    with Terminal() as terminal:
        to_the_first_question(terminal)
        terminal.hang_up()
        assert terminal.gone_within(5)
