"""Nothing of a file can steer the terminal, whatever command or face shows it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.cli.output import harmless_output
from screener.sanitize import Steering, sanitize, steers
from tests.cli.command import screener
from tests.small import SMALL
from tests.steering import (
    BYTES,
    ESCAPED,
    STEERING,
    steer,
    steering_questionnaire,
    steering_summary,
)
from tests.terminal import Terminal

COMMANDS: dict[str, Callable[[Path, Path], list[str | Path]]] = {
    "items": lambda asked, _: ["items", "--questionnaire", asked],
    "items as JSON": lambda asked, _: ["items", "--json", "--questionnaire", asked],
    "check": lambda asked, _: ["check", asked],
    "check as JSON": lambda asked, _: ["check", asked, "--json"],
    "diff": lambda asked, _: ["diff", SMALL, asked],
    "questionnaire": lambda asked, _: ["questionnaire", "--questionnaire", asked],
    "a questionnaire in FHIR": lambda asked, _: [
        *("questionnaire", "--format", "fhir", "--questionnaire", asked)
    ],
    "questionnaires": lambda asked, _: ["questionnaires", "--questions", asked.parent],
    "translation": lambda asked, _: ["translation", "es", "--questionnaire", asked],
    "show": lambda _, saved: ["show", saved],
    "rescore": lambda asked, saved: ["rescore", saved, "--questionnaire", asked],
    "rescore as JSON": lambda asked, saved: ["rescore", saved, "--json"],
    "compare": lambda _, saved: ["compare", saved, saved],
    "export": lambda _, saved: ["export", saved],
    "export of a client": lambda _, saved: [
        *("export", saved.parent, "--client", "K7-22", "--format", "csv")
    ],
    "score": lambda asked, saved: ["score", saved, "--questionnaire", asked],
    "an unknown command": lambda *_: [STEERING],
    "an unknown option": lambda *_: ["items", f"--{STEERING}"],
    "a value that is none": lambda *_: ["--theme", STEERING],
    "an unknown client": lambda _, saved: ["export", saved.parent, "--client", "A-1"],
    "an unknown region": lambda *_: ["--plain", "--region", STEERING],
    "an unknown file": lambda *_: ["show", f"no{STEERING}"],
    "an unknown questionnaire": lambda *_: ["items", "--questionnaire", STEERING],
}


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    (tmp_path / "asked").mkdir()
    return steering_questionnaire(tmp_path / "asked")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    (tmp_path / "saved").mkdir()
    return steering_summary(tmp_path / "saved")


def test_the_files_themselves_are_usable(asked: Path, saved: Path) -> None:
    visit = screener("--plain", "--questionnaire", asked, stdin=b"3\nexit\n")
    assert (visit.code, visit.err) == (0, "")
    assert "To mend it" not in visit.out
    assert screener("show", saved).code == 0


@pytest.mark.many_cases
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_passes_it_on(command: str, asked: Path, saved: Path) -> None:
    run = screener(*COMMANDS[command](asked, saved), LANG="C.UTF-8")
    printed = run.out + run.err
    assert printed
    assert not steers(printed.replace("\r\n", "\n"))
    assert "Traceback" not in printed


def test_the_files_are_as_hostile_as_they_should_be(asked: Path, saved: Path) -> None:
    for path in (*asked.glob("*.toml"), saved):
        assert path.read_text().count(ESCAPED) > 2
    assert all(one in asked.name for one in BYTES)


def _seen(terminal: Terminal, words: str, *keys: str) -> bytes:
    with terminal:
        terminal.wait_for(words)
        for key in keys:
            terminal.send(key)
            terminal.settle()
        return terminal.bytes


def _assert_harmless(written: bytes) -> None:
    for steering in ("]0;OWNED", "\x9b", "\u202e", "\x0e", "\x1bPOWNED", "\x08\x08"):
        assert steering.encode() not in written, steering


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
def test_no_screen_of_a_visit_passes_it_on(asked: Path, size: tuple[int, int]) -> None:
    columns, rows = size
    terminal = Terminal("--questionnaire", str(asked), columns=columns, rows=rows)
    _assert_harmless(_seen(terminal, "Enter", "\r", "1", "\r", "w", "1", "\r"))


def test_plain_mode_does_not(asked: Path) -> None:
    terminal = Terminal("--plain", "--questionnaire", str(asked))
    _assert_harmless(_seen(terminal, "1", "\r", "1\r", "why\r", "1\r", "exit\r"))


@pytest.mark.slow
@pytest.mark.parametrize("command", ["history", "caseload"])
def test_no_list_of_files_passes_it_on(command: str, saved: Path) -> None:
    odd = saved.with_name(f"odd{STEERING}.toml")
    odd.write_text("x")
    _assert_harmless(
        _seen(Terminal(command, str(saved.parent)), "odd", "\r", "\x1b", "\x1b[B", "\r")
    )


@pytest.mark.slow
def test_a_kiosk_does_not(tmp_path: Path, asked: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(
        steer('clinic = "Elm Street"\nnotice = "Water is at the desk."\n')
        + f'questionnaire = "{tmp_path / "small"}"\n'
    )
    os.symlink(asked, tmp_path / "small")
    terminal = Terminal("--kiosk", "--config", str(config))
    _assert_harmless(_seen(terminal, "Elm Street", "\r", "\r", "1"))


def test_own_sequences_are_let_through_only_if_they_are_marked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with harmless_output():
        print("a\x1b[2Jb\rc\r\nd", end="")
        sys.stdout.write(Steering("\x1b[2J"))
    assert capsys.readouterr().out == "abc\r\nd\x1b[2J"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("two  blanks\n\tand a line\r\n", "two  blanks\n\tand a line\r\n"),
        ("tired 😞 and 👩\u200d👩", "tired 😞 and 👩\u200d👩"),
        ("over\rwritten", "overwritten"),
        ("\x1b]0;not closed\nthe next line", "\nthe next line"),
        ("\x1b\x1b[31m[31m", "[31m[31m"),
        ("a\x1b", "a"),
        ("\u2028x\u2066y\ud800", "xy"),
    ],
)
def test_only_what_steers_is_taken_out(words: str, left: str) -> None:
    assert sanitize(words) == left
    assert not steers(left.replace("\r\n", "\n"))
