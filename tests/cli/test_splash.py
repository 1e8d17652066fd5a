"""The first words: at once, harmless, and gone when anything else is to be said."""

import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App

from screener import splash
from screener.catalog import Editions, regions, select
from screener.language import speaking
from screener.tui.widgets import CrisisLine
from tests.cli.command import ON_SMALL, screener
from tests.terminal import Terminal

STOPPED = """
import importlib.abc, sys, time

class Slow(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "screener.cli.commands":
            time.sleep(20)

sys.meta_path.insert(0, Slow())
from screener.cli import main
sys.exit(main())
"""
"""The program, held where nothing but the first words is there."""


@pytest.fixture
def held() -> Iterator[Terminal]:
    with Terminal("-c", STOPPED, python=True) as terminal:
        terminal.wait_for(splash.WORDS["en"][0])
        yield terminal


def echoes(terminal: Terminal) -> bool:
    return bool(termios.tcgetattr(terminal.keyboard)[3] & termios.ECHO)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 16)])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("region", regions())
async def test_they_name_whom_every_screen_names(
    region: str, language: str, columns: int, rows: int
) -> None:
    class Host(App[None]):
        def compose(self) -> Iterator[CrisisLine]:
            yield CrisisLine(Editions(select(), region).edition(language).help_lines)

    with speaking(language):
        async with Host().run_test(size=(columns, rows)) as pilot:
            line = str(pilot.app.query_one(CrisisLine).render()).splitlines()[0]
    assert region in splash.REGIONS
    page = splash._page(language, columns, rows, splash.WORDS[language])
    crisis = page.rpartition("H")[2]
    assert len(crisis) <= columns - 3
    assert re.findall(r"\d+", crisis) == re.findall(r"\d+", line)
    assert all(words in crisis for words in line.partition("  h ")[0].split("  "))


def test_they_stand_there_before_the_questions_and_then_the_welcome() -> None:
    with Terminal() as terminal:
        terminal.wait_for("Start")
        shown = terminal.bytes
    assert shown.index(splash.CRISIS["en"].encode()) < 200
    assert shown.index(b"One moment.") < shown.index(b"Start")
    assert "One moment." not in terminal.screen()


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("columns", "rows"), [(80, 24), (40, 16), (20, 4), (1, 1), (200, 60)]
)
def test_they_fit_any_terminal(columns: int, rows: int) -> None:
    with Terminal("-c", STOPPED, python=True, columns=columns, rows=rows) as terminal:
        for _ in range(1000):
            if terminal.bytes:
                break
            terminal.read()
        terminal.settle(0.3)
        lines = terminal.screen().splitlines()
    assert len(lines) <= rows
    if columns > 60:
        assert lines[-1].strip() == splash.CRISIS["en"]


def test_what_is_typed_meanwhile_does_not_show(held: Terminal) -> None:
    assert not echoes(held)
    held.send("my secret")
    held.settle(0.2)
    assert "secret" not in held.screen()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
        (signal.SIGINT, 130),
        (signal.SIGQUIT, 0),
    ],
)
def test_whoever_ends_it_there_gets_the_terminal_back(
    held: Terminal, number: int, code: int
) -> None:
    held.signal(number)
    assert held.wait_for_exit(5) == code
    assert held.bytes.endswith(splash._LEAVE.encode())
    assert echoes(held)


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x18", 0)])
def test_a_key_ends_it_there(held: Terminal, key: str, code: int) -> None:
    """The exit code of Ctrl+X is that of every later screen."""
    held.send(key)
    assert held.wait_for_exit(5) == code
    assert echoes(held)


@pytest.mark.parametrize("arguments", [[], ["history", "."], ["caseload"]])
def test_ctrl_x_ends_it_there_too(arguments: list[str]) -> None:
    with Terminal("-c", STOPPED, *arguments, python=True) as terminal:
        terminal.wait_for("One moment.")
        terminal.send("\x18")
        assert terminal.gone_within(5)


def test_what_is_wrong_is_said_after_them_and_stays(tmp_path: Path) -> None:
    with Terminal("--questionnaire", str(tmp_path / "none")) as terminal:
        assert terminal.wait_for_exit() == 1
        assert echoes(terminal)
    assert splash.CRISIS["en"].encode() in terminal.bytes
    _, after = terminal.bytes.split(splash._LEAVE.encode())
    assert b"There is no such folder." in after


def test_the_terminal_is_as_it_was_after_a_visit() -> None:
    with Terminal() as terminal:
        terminal.wait_for("Start")
        terminal.settle(0.2)
        terminal.send("\x11")
        assert terminal.wait_for_exit() == 0
        assert echoes(terminal)
    assert splash._LEAVE.encode() not in terminal.bytes


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["--kiosk"],
        ["--plain"],
        ["--theme", "light"],
        ["items"],
        ["--quick", "items"],
        ["--add"],
        ["--add", "--quick"],
        ["--add", "phq-9", "items"],
        ["--region", "us"],
        ["-h"],
        ["x"],
        ["history", "-h"],
        ["history", "one", "two"],
        ["caseload", "--lang"],
        ["caseload", "--theme", "light"],
    ],
)
def test_other_commands_paint_nothing(arguments: list[str]) -> None:
    with Terminal("-c", STOPPED, *arguments, python=True) as terminal:
        time.sleep(0.2)
        terminal.read()
    assert terminal.bytes == b""


@pytest.mark.parametrize(
    "env", [{"TERM": "dumb"}, {"TERM": ""}, {"SCREENER_REGION": "elsewhere"}]
)
def test_other_places_are_painted_nothing(env: dict[str, str]) -> None:
    with Terminal("-c", STOPPED, python=True, env=env) as terminal:
        time.sleep(0.2)
        terminal.read()
    assert terminal.bytes == b""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--quick", "--save-as-i-go"],
        ["--add", "phq-9", "--add", "gad-7"],
        ["--questionnaire", str(ON_SMALL[1]), "--save-to", "/tmp"],
    ],
)
def test_all_ways_to_the_questions_are(arguments: list[str]) -> None:
    with Terminal("-c", STOPPED, *arguments, python=True) as terminal:
        terminal.wait_for(splash.CRISIS["en"])


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["history"],
        ["caseload", "some folder"],
        ["caseload", "--add", "phq-9", "folder", "--questions", "more"],
    ],
)
def test_a_folder_has_first_words_of_its_own(
    arguments: list[str], language: str
) -> None:
    with Terminal(
        "-c", STOPPED, *arguments, "--lang", language, python=True
    ) as terminal:
        screen = terminal.wait_for(splash.CRISIS[language])
    assert splash.READING[language][1] in screen


def test_they_give_way_to_the_folder_and_to_what_is_wrong(tmp_path: Path) -> None:
    with Terminal("history", str(tmp_path)) as terminal:
        terminal.wait_for("There is none here yet.")
        assert "One moment." not in terminal.screen()
        terminal.send("\x11")
        assert terminal.wait_for_exit() == 0
        assert echoes(terminal)
    with Terminal("caseload", str(tmp_path / "none")) as terminal:
        assert terminal.wait_for_exit() == 1
        assert echoes(terminal)
    _, after = terminal.bytes.split(splash._LEAVE.encode())
    assert b"cannot be looked into" in after


def test_nothing_is_painted_into_a_pipe() -> None:
    run = screener()
    assert "\x1b" not in run.out + run.err


def test_they_load_next_to_nothing() -> None:
    """What a bare Python has not loaded and is needed to paint them."""
    code = (
        "import sys; before = {*sys.modules}; import screener.cli.entry;"
        "print(*sorted({*sys.modules} - before))"
    )
    command = [sys.executable, "-I", "-c", code]
    folder = Path(splash.__file__).parents[1]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=folder
    ).stdout
    ours = [
        "screener",
        "screener.cli",
        "screener.cli.entry",
        "screener.splash",
        "screener.wanted_language",
    ]
    assert told.split() == ours
