"""Folders that take a while to read: words at once, and leaving at once."""

import time
from pathlib import Path

import pytest

from screener.cli import reading_progress
from screener.language import speaking
from tests.caseload.cases import fill
from tests.terminal import Terminal

FILES = 1500


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("big")
    fill(folder, FILES)
    return folder


def state(tmp_path: Path) -> dict[str, str]:
    """Return a state folder of its own: an index from another test does not count."""
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.mark.slow
@pytest.mark.parametrize("command", ["history", "caseload"])
def test_it_says_that_it_reads_and_is_left_before_it_has(
    command: str, folder: Path, tmp_path: Path
) -> None:
    with Terminal(command, str(folder), env=state(tmp_path)) as terminal:
        terminal.wait_for(f"of {FILES:,} files")
        assert "988" in terminal.screen()
        terminal.send("\x18")
        sent = time.monotonic()
        assert terminal.gone_within(10)
        assert time.monotonic() - sent < 2, "all of it takes several seconds"


@pytest.mark.slow
@pytest.mark.parametrize("command", ["history", "caseload"])
def test_keys_are_taken_while_it_reads(
    command: str, folder: Path, tmp_path: Path
) -> None:
    with Terminal(command, str(folder), env=state(tmp_path)) as terminal:
        terminal.wait_for(f"of {FILES:,} files")
        terminal.send("h")
        terminal.wait_for("1-800-662-4357")
        terminal.send("\r")
        terminal.wait_for(f"In {str(folder)[:10]}", 240)
        terminal.wait_for("2025-", 120)
        terminal.send("\x11")
        assert terminal.wait_for_exit() == 0


@pytest.mark.slow
def test_an_export_says_how_far_it_is_on_a_terminal(
    folder: Path, tmp_path: Path
) -> None:
    arguments = ["export", str(folder), "--client", "K0001", "--format", "csv"]
    with Terminal(*arguments, env=state(tmp_path), columns=120) as terminal:
        terminal.wait_for(f"of {FILES:,} files.")
        assert terminal.wait_for_exit(120) == 0
        shown = terminal.screen()
    assert f"of {FILES:,} files." not in shown
    assert "K0001,20" in shown


def test_where_no_terminal_is_it_says_so_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reading_progress, "_AFTER_IN_A_FILE", 0.0)
    with speaking("es"), reading_progress.ReadingProgress() as progress:
        for done in range(1, 5001):
            progress(done, 5000)
    assert capsys.readouterr() == ("", "Leyendo 1 de 5,000 archivos.\n")


@pytest.mark.slow
def test_an_export_is_left_at_once(folder: Path, tmp_path: Path) -> None:
    arguments = ["export", str(folder), "--client", "K0001", "--format", "csv"]
    with Terminal(*arguments, env=state(tmp_path), columns=120) as terminal:
        terminal.wait_for(f"of {FILES:,} files.")
        terminal.send("\x03")
        assert terminal.wait_for_exit(5) == 130
    assert b"Traceback" not in terminal.bytes
