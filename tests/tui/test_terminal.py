"""What only a real pseudo-terminal shows: start, files, exits, traces, resizing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import SKIP, Terminal

SIZES = [(80, 24), (40, 16), (200, 60)]


def to_the_first_question(terminal: Terminal) -> None:
    terminal.wait_for("Start")
    terminal.send("\r")
    terminal.wait_for("18 or older")
    terminal.send("1")
    terminal.wait_for("(x)")
    terminal.send("\r")
    terminal.wait_for("left")


def skip_all(terminal: Terminal) -> None:
    """Skip every question, the safety questions twice."""
    while "Check your answers" not in (before := terminal.screen()):
        shown = " ".join(before.split())
        if "You can finish now" in shown:
            terminal.send_once_read("\r")
        else:
            goes_on = "own words" in shown or "Next leaves it" in shown
            terminal.send("\r" if goes_on else SKIP)
        terminal.wait_for_other_than(before)
        terminal.settle(0.1)


@pytest.mark.many_cases
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_an_interview_by_keyboard_ends_with_files_that_are_read_back(
    tmp_path: Path, columns: int, rows: int
) -> None:
    kept = tmp_path / "kept"
    with Terminal("--save-to", str(kept), columns=columns, rows=rows) as terminal:
        to_the_first_question(terminal)
        skip_all(terminal)
        terminal.send("\r")
        terminal.wait_for("Where your answers")
        terminal.send_once_read("\r")
        terminal.wait_for("Keep your summary")
        terminal.send_once_read("\r")
        terminal.wait_for("Make a new folder?")
        terminal.send_once_read("1")
        terminal.wait_for("Saved to")
        terminal.send_once_read("\r")
        assert terminal.wait_for_exit() == 0
    toml = next(kept.glob("*.toml"))
    shown = subprocess.run(
        [sys.executable, "-m", "screener", "show", str(toml)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == toml.with_suffix(".txt").read_text(encoding="utf-8")


def test_leaving_fast_leaves_nothing_on_screen_or_scrollback() -> None:
    with Terminal() as terminal:
        to_the_first_question(terminal)
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0
        assert terminal.bytes.rstrip().endswith(b"\x1b[H\x1b[2J\x1b[3J")
        assert terminal.screen() == ""


@pytest.mark.many_cases
@pytest.mark.parametrize("where", ["welcome", "who", "help"])
def test_leaving_fast_works_on_every_screen(where: str) -> None:
    keys = {"welcome": "", "who": "\r", "help": "h"}[where]
    with Terminal() as terminal:
        terminal.wait_for("Start")
        terminal.send(keys)
        terminal.read(0.3)
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


def test_the_window_can_change_at_any_moment() -> None:
    with Terminal() as terminal:
        to_the_first_question(terminal)
        for columns, rows in [(1, 1), (500, 200), (5, 2), (40, 16), (120, 40)]:
            terminal.resize(columns, rows)
            terminal.read(0.2)
        terminal.resize(80, 24)
        terminal.wait_for("988")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "env",
    [
        {"NO_COLOR": "1"},
        {"TERM": "linux"},
        {"TERM": "xterm", "COLORTERM": "truecolor"},
        {"TEXTUAL_ANIMATIONS": "none"},
    ],
    ids=lambda env: " ".join(env),
)
def test_any_terminal_shows_the_first_question(env: dict[str, str]) -> None:
    with Terminal(env=env) as terminal:
        to_the_first_question(terminal)
        terminal.wait_for("988")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


def test_only_glyphs_that_a_linux_console_has() -> None:
    known = bytes(range(128, 256)).decode("cp437") + "•←↑↓"
    with Terminal() as terminal:
        to_the_first_question(terminal)
        shown = terminal.screen()
        terminal.send("\x18")
        terminal.wait_for_exit()
    assert not {one for one in shown if ord(one) > 127} - set(known)
