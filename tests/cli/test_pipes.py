"""No command waits for a named pipe or opens a device in place of a file."""

import os
import socket
from pathlib import Path

import pytest

from screener.summary import save
from tests.cli.command import ON_SMALL, screener
from tests.small import CALM, SMALL, summary_of

FILE = "FILE"
"""A placeholder for the path of the odd file."""

COMMANDS: dict[str, list[str | Path]] = {
    "show": ["show", FILE],
    "show --pdf": ["show", FILE, "--pdf", "new.pdf"],
    "export": ["export", FILE],
    "export --client": ["export", FILE, "--client", "K", "--format", "csv"],
    "compare": ["compare", "SUMMARY", FILE],
    "compare, first": ["compare", FILE, "SUMMARY"],
    "rescore": ["rescore", FILE],
    "score": ["score", FILE, *ON_SMALL],
    "population": ["population", FILE, *ON_SMALL],
    "serve": ["serve", "--config", FILE],
    "check": ["check", FILE],
    "diff": ["diff", SMALL, FILE],
    "items --questionnaire": ["items", "--questionnaire", FILE],
    "items --add": ["items", "--add", FILE],
}


@pytest.fixture(params=["pipe", "socket", "device"])
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a pipe, socket or device with the name of a summary."""
    path = tmp_path / "odd.toml"
    if request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
    else:
        path.symlink_to("/dev/zero")
    return path


@pytest.mark.many_cases
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_no_file_is_refused_at_once(
    name: str, odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    summary = save(summary_of(CALM), tmp_path / "saved").files[0]
    places = {FILE: odd, "SUMMARY": summary}
    command = [places.get(str(word), word) for word in COMMANDS[name]]
    run = screener(*command)
    assert run.code in (1, 2)
    assert run.err
    assert "Traceback" not in run.err


def test_lines_are_read_from_no_socket_and_no_device(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
    for source in (tmp_path / "socket", Path("/dev/zero")):
        for command in (["score", "--jsonl"], ["agreement"]):
            run = screener(*command, source, *ON_SMALL)
            assert run.code == 1
            assert "It was not opened." in run.err


def test_what_a_shell_hands_over_is_read(tmp_path: Path) -> None:
    summary = save(summary_of(CALM), tmp_path / "saved").files[0]
    content = summary.read_bytes()
    shown = screener("show", summary)
    assert screener("show", "/dev/stdin", stdin=content) == shown
    lines = screener("score", "--jsonl", "/dev/stdin", *ON_SMALL, stdin=b"{}\n")
    assert (lines.code, lines.err) == (0, "")
