"""`screener score --jsonl FILE --jobs N`: the same replies, from several processes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import ON_SMALL, screener
from tests.terminal import children_of

MANY = 60_000
"""Lines of more than a megabyte: enough for several shares."""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many lines of answers; some are blank, some do not fit, one is huge."""
    path = tmp_path_factory.mktemp("many") / "people.jsonl"
    odd = {7: "", 1000: "x", 30_000: "[" * 1_200_000, 59_999: '{"dayz": 1}'}
    fits = (json.dumps({"days": n % 31, "words": "so" * 20}) for n in range(MANY))
    lines = (odd.get(n, line) for n, line in enumerate(fits))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.slow
def test_the_replies_are_the_same_and_in_order(people: Path) -> None:
    alone = screener("score", "--jsonl", people, *ON_SMALL)
    shared = screener("score", "--jsonl", people, "--jobs", "3", *ON_SMALL)
    assert shared == alone
    assert alone.code == 1
    assert alone.out.count("\n") == MANY - 1
    bad = [
        json.loads(line)["line"] for line in alone.out.splitlines() if '"error"' in line
    ]
    assert bad == [1001, 30_001, 60_000]


def test_standard_input_can_be_shared_out() -> None:
    run = screener(
        "score", "--jsonl", "-", "--jobs", "2", *ON_SMALL, stdin=b"{}\n{}\nx"
    )
    assert (run.code, run.out.count("ladders"), run.out.count("error")) == (1, 2, 1)


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1.5", "9999", ""])
def test_other_numbers_are_refused(jobs: str) -> None:
    run = screener("score", "--jsonl", "-", "--jobs", jobs, *ON_SMALL)
    assert run.code == 2
    assert "give a number from 1 to 256" in run.err


def test_jobs_without_lines_are_refused(tmp_path: Path) -> None:
    run = screener("score", tmp_path / "x.toml", "--jobs", "2", *ON_SMALL)
    assert run.code == 2
    assert "--jobs goes with --jsonl" in run.err


@pytest.mark.many_cases
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_whatever_ends_it_ends_all_its_processes(number: signal.Signals) -> None:
    with _waiting() as run:
        children = _settled_children(run.pid)
        if number == signal.SIGINT:  # Ctrl+C: the terminal tells all of them
            os.killpg(run.pid, number)
        else:
            run.send_signal(number)
        _, told = run.communicate(timeout=60)
    assert told == b""
    end = time.monotonic() + 10
    while any(map(_is_running, children)):
        assert time.monotonic() < end, "left behind"
        time.sleep(0.05)


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    with _waiting() as run:
        for child in _settled_children(run.pid):
            os.kill(child, signal.SIGKILL)
        _, told = run.communicate(b"{}\n" * 500_000, timeout=60)
    assert run.returncode == 1
    assert told.startswith(b"A process that placed lines was ended.")


def _waiting() -> subprocess.Popen[bytes]:
    """The command in two processes, after a first share of lines, waiting for more."""
    run = subprocess.Popen(
        [
            *(sys.executable, "-m", "screener", "score", "--jsonl", "-"),
            *("--jobs", "2", *ON_SMALL),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert run.stdin
    run.stdin.write(b"{}\n" * 800_000)
    return run


def _settled_children(pid: int) -> list[int]:
    end = time.monotonic() + 20
    while len(children := children_of(pid)) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    assert len(children) >= 2
    return children


def _is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
