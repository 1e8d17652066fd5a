"""Odd environments and streams: a result or a clear error, never a traceback."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from screener.cli import environment
from screener.clock import local_now
from tests.cli import every_command
from tests.cli.command import ON_SMALL, screener
from tests.terminal import Terminal

FULL = Path("/dev/full")
OPENED = ("items", "show", "start", "plain", "population", "forget")
ODD: Mapping[str, dict[str, Any]] = {
    "colors": {"TEXTUAL_COLOR_SYSTEM": "bogus", "TEXTUAL_THEME": "bogus"},
    "other settings of Textual": {"TEXTUAL_FPS": "x", "TEXTUAL_ESCAPE_DELAY": "x"},
    "a zone days away": {"TZ": "XXX+99"},
    "a size": {"COLUMNS": "abc", "LINES": "-1"},
    "locales": {"LANG": "xx", "LC_ALL": "bogus", "LANGUAGE": ":::"},
    "a relative home": {"HOME": "rel", "XDG_DATA_HOME": "rel", "XDG_STATE_HOME": ".."},
    "a home that is not there": {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
    "an encoding": {"PYTHONIOENCODING": "ascii"},
    "another encoding": {"PYTHONIOENCODING": "latin-1", "PYTHONUNBUFFERED": "1"},
    "a terminal": {"TERM": "bogus", "NO_COLOR": "1", "FORCE_COLOR": "1"},
    "our own": {"SCREENER_REGION": "../../etc", "SCREENER_LANG": "tlh"},
    "warnings": {"PYTHONWARNINGS": "error"},
}
BIG = {"COLUMNS": "99999", "LINES": "99999"}


def shell(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "PYTHONUNBUFFERED": "1"},
        check=False,
        timeout=60,
    )


def line(*arguments: str | Path) -> str:
    words = (sys.executable, "-m", "screener", *arguments)
    return "exec " + shlex.join(map(str, words))


@pytest.mark.many_cases
@pytest.mark.parametrize("settings", ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", OPENED)
def test_an_odd_environment_is_no_crash(
    name: str, settings: dict[str, Any], tmp_path: Path
) -> None:
    given = every_command.arguments(tmp_path)
    without: dict[str, list[str | Path]] = {"start": [], "plain": ["--plain"]}
    run = screener(*without.get(name, [name, *given.get(name, ())]), **settings)
    assert run.code in (0, 1)
    assert not re.search("Traceback|Warning|Exception ignored", run.err)
    assert run.code == 0 or run.err


@pytest.mark.many_cases
@pytest.mark.parametrize("settings", [*ODD.values(), BIG], ids=[*ODD, "a huge size"])
def test_an_odd_environment_shows_the_screens_all_the_same(
    settings: dict[str, Any],
) -> None:
    with Terminal(env=settings) as terminal:
        terminal.wait_for("us-ct" if "SCREENER_REGION" in settings else "988")
        terminal.settle()
        terminal.send("\x18")
        assert terminal.wait_for_exit() == (1 if "SCREENER_REGION" in settings else 0)
        assert b"Traceback" not in terminal.bytes


@pytest.mark.many_cases
@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
@pytest.mark.parametrize("name", [*every_command.names(), "--version", "--help"])
def test_what_cannot_be_written_is_an_error(
    name: str, where: str, tmp_path: Path
) -> None:
    given = every_command.arguments(tmp_path).get(name, ())
    done = shell(f"{line(name, *given)} {where}", tmp_path)
    assert done.returncode == 1
    assert done.stderr
    assert "Traceback" not in done.stderr
    if name not in ("history", "caseload", "serve", "kiosk-pin"):
        assert "The output cannot be written: " in done.stderr


@pytest.mark.many_cases
@pytest.mark.parametrize("streams", ["<&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
@pytest.mark.parametrize("name", ["items", "show", "score", "kiosk-pin", "caseload"])
def test_other_streams_that_are_closed_or_full_are_no_crash(
    name: str, streams: str, tmp_path: Path
) -> None:
    given = every_command.arguments(tmp_path)[name]
    done = shell(f"{line(name, *given)} {streams}", tmp_path)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr


def test_an_account_without_a_home_can_use_it_all_the_same(tmp_path: Path) -> None:
    """Containers may run under a user id without a name."""
    nobody = "unshare --user --map-user=12345 env -u HOME"
    if shell(f"{nobody} true", tmp_path).returncode:
        pytest.skip("needs unshare")
    for arguments, code, words in (
        (["forget"], 0, "There was nothing to forget."),
        (["--plain"], 0, "At most"),
        (["caseload"], 1, "The screens need a terminal"),
    ):
        command = line(*arguments).removeprefix("exec ")
        done = shell(f"{nobody} {command}", tmp_path)
        assert done.returncode == code
        assert words in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_a_closed_stream_is_not_taken_by_a_file(tmp_path: Path) -> None:
    """Output for a closed stream must not go to a file that is opened later."""
    file = every_command.arguments(tmp_path)["show"][0]
    pdf = tmp_path / "out.pdf"
    done = shell(f"{line('show', file, '--pdf', pdf)} >&- 2>&-", tmp_path)
    assert done.returncode == 0
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    file = every_command.arguments(tmp_path)["population"][0]
    gone = tmp_path / "gone"
    name = shlex.quote(str(gone))
    enter = f"mkdir {name} && cd {name} && rmdir {name} && "
    path = f"export PYTHONPATH={shlex.quote(str(Path.cwd()))}; "
    for arguments in (["items", *ON_SMALL], ["--version"], ["population", file]):
        done = shell(path + enter + line(*arguments), tmp_path)
        assert done.returncode in (0, 1)
        assert "Traceback" not in done.stderr
        assert "output" not in done.stderr


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("XXX+99", "+00:00"),
        ("XXX-167", "+00:00"),
        ("A+24:59:59", "+00:00"),
        ("<+01>-01:02:03", "+01:02"),
        ("EST5", "-05:00"),
        (":bogus", "+00:00"),
    ],
)
def test_the_time_is_one_that_a_file_can_hold(
    zone: str, offset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        now = local_now()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert now.isoformat().endswith(offset)
    assert tomllib.loads(f"now = {now.isoformat()}") == {"now": now}


def test_only_looks_that_textual_knows_are_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", "256")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "bogus")
    environment.forget_what_spies()
    assert os.environ["TEXTUAL_COLOR_SYSTEM"] == "256"
    assert "TEXTUAL_ANIMATIONS" not in os.environ


@pytest.mark.many_cases
@pytest.mark.parametrize("after", [0.03, 0.08, 0.15, 0.3, 0.6])
@pytest.mark.parametrize("name", ["population", "check", "questionnaires", "--plain"])
def test_ctrl_c_is_quiet_at_any_moment(name: str, after: float, tmp_path: Path) -> None:
    """From the start of our own code on; before that, Python itself is starting."""
    given = every_command.arguments(tmp_path).get(name, ())
    program = "import sys; print(flush=True); from screener.cli import main; "
    program += "sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", program, name, *map(str, given)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as run:
        assert run.stdout
        run.stdout.readline()
        time.sleep(after)
        os.killpg(run.pid, signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert b"Traceback" not in err
    # A signal at the very end is left to Python, which ends by the signal: a shell
    # reports this as 130, too.
    assert run.returncode in (130, 0, -signal.SIGINT)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--plain"], "Call or text 988"),
        (["--plain", "--lang", "es"], "Llame al 988 y oprima 2"),
        (["--quick"], "Call or text 988"),
        (["items"], None),
    ],
)
def test_where_the_questions_cannot_begin_crisis_help_is_shown(
    arguments: list[str], words: str | None
) -> None:
    run = screener(*arguments, SCREENER_REGION="nowhere", SCREENER_LANG="en")
    assert run.code == (1 if words else 0)
    assert ("988" in run.err) is bool(words)
    assert (words or "") in run.err


MAKES_A_CLASS = """
import importlib.abc, sys

class Interrupting:
    def __set_name__(self, owner, name):
        raise KeyboardInterrupt

class MakesAClass(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "screener.model":
            type("Made", (), {"member": Interrupting()})

sys.meta_path.insert(0, MakesAClass())
from screener.cli import main
sys.exit(main(["items"]))
"""


def test_ctrl_c_is_quiet_while_a_class_is_made() -> None:
    run = subprocess.run(
        [sys.executable, "-c", MAKES_A_CLASS], capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (130, b"")


NO_ROOM = """
import errno, importlib.abc, sys

class NoRoom(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == sys.argv[1]:
            raise {error}

sys.meta_path.insert(0, NoRoom())
from screener.cli import main
sys.exit(main(["items"]))
"""
"""Runs the program where one of its modules does not fit into memory."""


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "part", ["screener.cli.entry", "screener.cli.output", "screener.cli.items"]
)
@pytest.mark.parametrize(
    "error",
    [
        "MemoryError",
        "ImportError('x.so: failed to map segment from shared object')",
        "OSError(errno.EMFILE, 'Too many open files', 'x')",
    ],
)
def test_a_machine_without_room_is_said_in_plain_words(part: str, error: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", NO_ROOM.format(error=error), part],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "oo many" in run.stderr


def test_another_error_is_not_taken_for_that() -> None:
    program = NO_ROOM.format(error="ImportError('no such name')")
    run = subprocess.run(
        [sys.executable, "-c", program, "screener.cli.entry"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "no such name" in run.stderr
    assert "too little memory" not in run.stderr
