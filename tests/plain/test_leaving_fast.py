"""Leaving fast in plain mode: what the words promise works, and clears."""

import io
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from screener.catalog import Editions, select
from screener.language import speak
from screener.model import HelpLines, Questionnaire
from screener.plain import PlainVisit, Talk
from tests.terminal import Terminal

CLEAR = b"\x1b[H\x1b[2J\x1b[3J"
PROMISE = "To leave fast, press Ctrl+X, or type: leave fast."


@pytest.mark.many_cases
@pytest.mark.parametrize("typed", ["", "1", "half a line"])
@pytest.mark.parametrize("way", ["\x18", "\x15leave fast\r", "\x15salir rápido\r"])
def test_in_a_terminal_it_ends_at_once_and_clears_all(typed: str, way: str) -> None:
    with Terminal("--plain") as terminal:
        terminal.wait_for(PROMISE)
        terminal.wait_for("Your answer:")
        terminal.send("1\r")
        terminal.wait_for("All that fit")
        terminal.send(typed)
        terminal.settle(0.1)
        before = len(terminal.bytes)
        terminal.send(way)
        assert terminal.wait_for_exit() == 0
        terminal.settle(0.2)
        assert terminal.bytes[before:].count(CLEAR) == 1
        assert terminal.bytes.endswith(CLEAR)  # and not a word after it
        assert not terminal.screen().strip()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_clear_is_told_so_and_left_all_the_same(
    term: str,
) -> None:
    with Terminal("--plain", env={"TERM": term}) as terminal:
        terminal.wait_for("It ends at once. What you")
        terminal.wait_for("Your answer:")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0
        terminal.settle(0.2)
        assert b"\x1b" not in terminal.bytes
        assert not terminal.screen().strip()  # moved up, as far as lines can be


def test_the_terminal_is_given_back_as_it_was(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    child = subprocess.Popen(
        [sys.executable, "-m", "screener", "--plain"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: os.close(os.open(os.ttyname(0), os.O_RDWR)),  # its own
        env={**os.environ, "TERM": "xterm"},
    )
    seen = b""
    while b"Your answer:" not in seen:
        seen += os.read(ours, 4096)
    os.write(ours, b"1 and a secret\x18")
    assert child.wait(30) == 0
    assert termios.tcgetattr(theirs) == before
    os.set_blocking(theirs, False)
    with pytest.raises(BlockingIOError):
        os.read(theirs, 1)  # nothing typed is left for a shell
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    "line", ["\x18", "1\x18", "leave fast", "Leave fast.", "salir rápido", "Ctrl+X"]
)
def test_through_a_pipe_a_line_does_it_and_nothing_more_is_said(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, line: str
) -> None:
    said = io.StringIO()
    talk = Talk(io.StringIO(f"1\n{line}\n1\n"), said, help_lines)
    assert PlainVisit(talk, core, help_lines, tmp_path).hold() == 0
    told = said.getvalue()
    assert "To leave fast, type: leave fast." in told
    assert "Ctrl+X, or" not in told  # no key acts before Enter here
    assert told.rstrip().endswith(("All that fit, such as 1, 3:", "Your answer:"))
    assert "\x1b" not in told


def test_spanish_promises_the_same(tmp_path: Path) -> None:
    editions = Editions(select(), "us")
    speak("es")
    try:
        edition = editions.edition("es")
        said = io.StringIO()
        talk = Talk(io.StringIO("salir rápido\n"), said, edition.help_lines)
        visit = PlainVisit(talk, edition.questionnaire, edition.help_lines, tmp_path)
        assert visit.hold() == 0
    finally:
        speak("en")
    assert "Para salir ya, escriba: salir rápido." in said.getvalue()
