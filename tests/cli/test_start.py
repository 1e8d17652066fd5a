"""The interview starts only where there is a screen; elsewhere the way is told."""

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from screener.catalog import Selection, select
from screener.cli import main
from tests.cli.command import screener


def test_without_a_terminal_it_says_what_works_instead() -> None:
    run = screener()
    assert (run.code, run.out) == (1, "")
    assert "standard input is not one" in run.err
    assert "--plain" in run.err
    assert "screener score" in run.err


@pytest.mark.parametrize(
    ("piped", "told"),
    [
        ("stdin", "standard input is not one"),
        ("stdout", "standard output is not one"),
        ("stderr", "standard error is not one"),
    ],
)
def test_each_stream_must_be_a_terminal_that_can_draw(
    piped: str | None, told: str
) -> None:
    main_end, end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "screener"],
        stdin=subprocess.PIPE if piped == "stdin" else end,
        stdout=subprocess.PIPE if piped == "stdout" else end,
        stderr=subprocess.PIPE if piped == "stderr" else end,
        env={**os.environ, "TERM": "xterm" if piped else "dumb"},
    ) as run:
        _, err = run.communicate(timeout=30)
    os.close(end)
    shown = (err or b"") + (b"" if piped == "stderr" else os.read(main_end, 10_000))
    os.close(main_end)
    assert run.returncode == 1
    assert told in shown.decode()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the screens are asked for, on a terminal that is not there."""
    calls: list[tuple[object, ...]] = []

    def editions(*arguments: object, more: Sequence[Path]) -> object:
        assert not more
        named.extend(arguments)
        return object()

    def run_interview(*arguments: object, quick: bool, saves: bool) -> int:
        calls.append((*named, *arguments[2:], saves, quick))
        named.clear()
        return 0

    named: list[object] = []
    # First: it loads the screens, which are to know the real `Editions`.
    monkeypatch.setattr("screener.tui.run_interview", run_interview)
    monkeypatch.setattr("screener.catalog.Editions", editions)
    monkeypatch.setattr("screener.cli.start.begin", lambda *_: None)
    monkeypatch.setattr("screener.cli.start.prepare_for_screens", lambda: None)
    return calls


def test_options_reach_the_interview(asked: list[tuple[object, ...]]) -> None:
    arguments = ["--region", "us-ct", "--theme", "light", "--save-to", "/x"]
    assert main([*arguments, "--questionnaire", "/q"]) == 0
    assert main(["--quick"]) == 0
    assert main(["--save-as-i-go"]) == 0
    first, second, third = asked
    assert first == (Selection(Path("/q")), "us-ct", "light", Path("/x"), False, False)
    assert second[-2:] == (False, True)
    assert third[-2:] == (True, False)


def test_what_is_added_reaches_the_interview(asked: list[tuple[object, ...]]) -> None:
    assert main(["--add", "phq-9", "--add", "gad-7"]) == 0
    assert asked[0][0] == select("level-of-care", ["phq-9", "gad-7"])


def test_the_region_comes_from_the_environment_unless_it_is_named(
    asked: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCREENER_REGION", raising=False)
    main([])
    monkeypatch.setenv("SCREENER_REGION", "us-ct")
    main([])
    main(["--region", "us"])
    assert [call[1] for call in asked] == ["us", "us-ct", "us"]
