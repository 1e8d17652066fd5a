"""A passphrase or a PIN is read as it was meant, and never breaks the program."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from screener.cli.secret import UnreadableSecretError, ask_secret
from tests.cli.command import screener

SECRET = "un café largo"


def piped(content: bytes, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
    return ask_secret("")


@pytest.mark.parametrize(
    "content",
    [
        SECRET.encode(),
        SECRET.encode() + b"\n",
        SECRET.encode() + b"\r\nmore\r\n",
        b"\xef\xbb\xbf" + SECRET.encode() + b"\n",
        SECRET.encode("latin-1") + b"\n",
    ],
)
def test_a_line_is_the_same_from_any_system(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert piped(content, monkeypatch) == SECRET


def test_blanks_belong_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(b"  a b  \n", monkeypatch) == "  a b  "


@pytest.mark.parametrize("content", [SECRET.encode("utf-16"), b"1" * 20_000])
def test_what_cannot_be_one_is_refused(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableSecretError):
        piped(content, monkeypatch)


def test_nothing_is_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(b"", monkeypatch) == ""
    monkeypatch.setattr("sys.stdin", None)
    assert ask_secret("") == ""


def test_bytes_of_another_encoding_at_a_terminal_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def misread(prompt: str) -> str:
        return b"caf\xe9".decode()

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", misread)
    with pytest.raises(UnreadableSecretError):
        ask_secret("")


@pytest.mark.parametrize("content", [b"12\xe93456\n", b"\xff\xfe1\x002\x003\x00\n"])
def test_a_command_gives_no_traceback(content: bytes) -> None:
    run = screener("kiosk-pin", stdin=content)
    assert "Traceback" not in run.err
    assert "Error" not in run.err


@pytest.mark.slow
def test_a_line_of_500_mb_takes_little_memory(tmp_path: Path) -> None:
    long = tmp_path / "long"
    with long.open("wb") as file:
        file.truncate(500_000_000)
    # What a process took at most would also count what its parent had when it forked.
    limited = 'ulimit -v 500000; exec "$@"'
    with long.open("rb") as stream:
        run = subprocess.run(
            ["sh", "-c", limited, "sh", sys.executable, "-m", "screener", "kiosk-pin"],
            stdin=stream,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert "not text" in run.stderr or "too long" in run.stderr
