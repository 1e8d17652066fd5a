"""Bad luck in a real terminal, while a visit is saved as it goes: nothing is lost."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.catalog import questionnaire_folder
from screener.journal import Journal, Step
from tests.terminal import SKIP, Terminal
from tests.tui.test_terminal import skip_all, to_the_first_question

ANSWERS = 3


def a_visit(state: Path, *arguments: str) -> Terminal:
    env = {"XDG_STATE_HOME": str(state)}
    return Terminal("--save-as-i-go", *arguments, env=env)


def answer_some(terminal: Terminal) -> None:
    terminal.wait_for("Save as I go")
    terminal.settle(0.1)
    terminal.send("\r")
    terminal.wait_for("Quick version")
    terminal.settle(0.1)
    to_the_first_question(terminal)
    for _ in range(2 * ANSWERS):  # a safety question is put twice
        skip(terminal)


def skip(terminal: Terminal) -> None:
    """Skip the question, or confirm that for a question about safety."""
    before = terminal.screen()
    terminal.send("\r" if "Next leaves it" in " ".join(before.split()) else SKIP)
    terminal.wait_for_other_than(before, 20)
    terminal.settle(0.1)


def saved(state: Path) -> Step:
    (file,) = state.glob("screener/*.visit")
    journal = Journal.open(file)
    assert journal is not None
    step = journal.last()
    journal.close()
    assert step is not None
    return step


def told(number: int) -> Callable[[Terminal], None]:
    return lambda terminal: terminal.signal(number)


def storm(terminal: Terminal) -> None:
    """The window changes its size again and again, and then the power fails."""
    for columns in range(20, 200, 3):
        terminal.resize(columns, columns // 3)
        terminal.signal(signal.SIGWINCH)
    terminal.signal(signal.SIGKILL)


FAULTS: dict[str, Callable[[Terminal], None]] = {
    "kill": told(signal.SIGKILL),
    "terminate": told(signal.SIGTERM),
    "hang up": told(signal.SIGHUP),
    "interrupt": told(signal.SIGINT),
    "quit": told(signal.SIGQUIT),
    "the terminal is gone": lambda terminal: terminal.hang_up(),
    "a storm of sizes": storm,
    "leave fast": lambda terminal: terminal.send("\x18"),
}


@pytest.mark.many_cases
@pytest.mark.parametrize("fault", FAULTS)
def test_the_answers_are_there_and_the_visit_goes_on(
    fault: str, tmp_path: Path
) -> None:
    with a_visit(tmp_path) as terminal:
        answer_some(terminal)
        FAULTS[fault](terminal)
        if fault == "the terminal is gone":
            assert terminal.gone_within(10)
        else:
            terminal.wait_for_exit()
    step = saved(tmp_path)
    assert len(step.answers) == ANSWERS
    with Terminal(env={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(f"{ANSWERS} questions")
        terminal.settle(0.1)
        terminal.send("\r")
        terminal.wait_for("left")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0
    assert saved(tmp_path).at == step.at


@pytest.mark.slow
def test_two_windows_do_not_share_a_journal(tmp_path: Path) -> None:
    with a_visit(tmp_path) as first:
        answer_some(first)
        with Terminal(env={"XDG_STATE_HOME": str(tmp_path)}) as second:
            second.wait_for("Another window")
            second.settle(0.1)
            second.send_once_read("\r")
            to_the_first_question(second)
            second.send("\x18")
            assert second.wait_for_exit() == 0
        first.send("\x18")
        assert first.wait_for_exit() == 0
    assert len(saved(tmp_path).answers) == ANSWERS


@pytest.mark.slow
def test_a_full_disk_is_told_and_another_place_saves_the_summary(
    small_disk: Path, tmp_path: Path
) -> None:
    with a_visit(small_disk, "--save-to", str(small_disk / "kept")) as terminal:
        answer_some(terminal)
        _fill(small_disk / "filler")
        while "The disk is full" not in terminal.screen():
            skip(terminal)
            terminal.settle(0.2)
        terminal.send_once_read("\r")
        terminal.settle(0.1)
        skip_all(terminal)
        terminal.send("\r")
        terminal.wait_for("Where your answers")
        terminal.send_once_read("\r")
        terminal.wait_for("It will be saved in this folder")
        _save(terminal)
        terminal.wait_for("Nothing was saved")
        terminal.wait_for("The disk is full")
        terminal.click("Folder")
        terminal.wait_for("Type another folder")
        terminal.send("\x15")
        terminal.settle(0.3)
        terminal.send(str(tmp_path / "kept"))
        terminal.settle(0.3)
        terminal.send("\r")
        terminal.settle(0.3)
        _save(terminal)
        terminal.wait_for("Saved to")
        terminal.send_once_read("\r")
        assert terminal.wait_for_exit() == 0
    assert list((tmp_path / "kept").glob("*.toml"))
    assert not list(small_disk.glob("kept/*"))
    assert not list(small_disk.glob("screener/*.visit"))


def _save(terminal: Terminal) -> None:
    """The folder is created for it."""
    terminal.send_once_read("")
    terminal.click("Save")
    terminal.wait_for("Make a new folder?")
    terminal.send_once_read("1")


def _fill(file: Path) -> None:
    with file.open("ab", buffering=0) as filler:
        try:
            while os.write(filler.fileno(), b"x" * 256):
                pass
        except OSError:
            return


@pytest.mark.slow
def test_a_questionnaire_that_changes_meanwhile_changes_nothing_in_a_visit(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "level-of-care"
    shutil.copytree(questionnaire_folder(), folder)
    state, kept = tmp_path / "state", tmp_path / "kept"
    asked = ["--questionnaire", str(folder), "--save-to", str(kept)]
    with a_visit(state, *asked) as terminal:
        answer_some(terminal)
        for file in folder.glob("*.toml"):
            file.write_text("not = [a questionnaire")
        terminal.send(SKIP)
        terminal.settle(0.1)
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0
    answered = saved(state)
    env = {"XDG_STATE_HOME": str(state)}
    with Terminal(*asked, env=env, rows=60) as terminal:  # a line for each file
        assert terminal.wait_for_exit() == 1
        assert "not a usable questionnaire" in terminal.screen()
    assert saved(state) == answered
