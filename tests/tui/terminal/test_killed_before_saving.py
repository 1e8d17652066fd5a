"""The program writes nothing before a person has confirmed a new folder."""

import signal
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.test_terminal import skip_all, to_the_first_question


@pytest.mark.slow
@pytest.mark.parametrize("end", ["SIGKILL", "SIGTERM", "SIGHUP", "Ctrl+X"])
def test_nothing_is_written_before_the_yes(end: str, tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    with Terminal("--save-to", "offered", env=env, folder=here) as terminal:
        to_the_first_question(terminal)
        skip_all(terminal)
        terminal.send("\r")
        terminal.wait_for("Where your answers")
        terminal.send_once_read("\r")
        terminal.wait_for("It will be saved in this folder")
        terminal.send_once_read("")
        terminal.click("Folder")
        terminal.wait_for("Type another folder")
        terminal.send("\x15")
        terminal.settle(0.3)
        terminal.send("~/typed")
        terminal.settle(0.3)
        terminal.send("\r")
        terminal.settle(0.3)
        terminal.send("\r")
        terminal.wait_for("Make a new folder?")
        if end == "Ctrl+X":
            terminal.send("\x18")
        else:
            terminal.signal(signal.Signals[end])
        terminal.wait_for_exit()
    assert not [*here.iterdir()]
    assert not [path for path in home.rglob("*") if "typed" in path.name]
    assert not [path for path in tmp_path.rglob("*") if path.suffix in SAVED]


SAVED = {".toml", ".txt", ".pdf", ".age", ".visit"}
"""The suffixes of files with answers."""
