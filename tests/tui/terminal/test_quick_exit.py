"""Leaving fast in the middle of something: the screen goes first, nothing is torn."""

from pathlib import Path

import pytest

from screener.summary import read_summary
from tests.terminal import Terminal
from tests.tui.test_terminal import skip_all, to_the_first_question

SLOW = """
import sys, time
from screener.summary import saving
to_pdf = saving.to_pdf
def slow(summary):
    time.sleep(2)
    return to_pdf(summary)
saving.to_pdf = slow
from screener.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program, with a typesetter that takes its time."""


@pytest.mark.slow
def test_leaving_during_a_save_clears_the_screen_before_the_files_are_whole(
    tmp_path: Path,
) -> None:
    with Terminal("-c", SLOW, "--save-to", str(tmp_path), python=True) as terminal:
        to_the_first_question(terminal)
        skip_all(terminal)
        terminal.send("\r")
        terminal.wait_for("Where your answers")
        terminal.send_once_read("\r")
        terminal.wait_for("Keep your summary")
        terminal.send_once_read("\r")
        terminal.wait_for("Saving.")
        terminal.send("\x18")
        while terminal.screen():
            terminal.read()
        assert not list(tmp_path.glob("*.pdf"))
        assert terminal.is_running
        assert terminal.wait_for_exit() == 0
    (toml,) = tmp_path.glob("*.toml")
    read_summary(toml)
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == [toml.with_suffix(one).name for one in (".pdf", ".toml", ".txt")]


@pytest.mark.parametrize("typed", ["12", "1" * 200])
def test_leaving_at_a_half_typed_answer(typed: str, tmp_path: Path) -> None:
    with Terminal("--save-to", str(tmp_path)) as terminal:
        to_the_first_question(terminal)
        terminal.send(f"{typed}\x18")
        assert terminal.wait_for_exit() == 0
        assert terminal.screen() == ""
    assert not list(tmp_path.iterdir())
