"""Measures peak memory and processor time of a run of the program."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LONGEST = 60
"""Seconds after which a run is killed, and counts as hanging."""

_LAUNCHER = Path(__file__).with_name("launcher.py")
_ENV = {"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@dataclass(frozen=True)
class Cost:
    """The cost of a run."""

    megabytes: float
    """The peak memory of the largest process."""
    seconds: float
    """The processor time of all processes of the run."""
    said: str
    """Its output, or the content of its screen."""
    ended: bool
    """Whether it ended by itself."""


def run(arguments: Sequence[str | Path], home: Path) -> Cost:
    """Run a command whose standard input is a wrong passphrase.

    Args:
        arguments: The command line.
        home: The folder of the account that runs it.
    """
    with subprocess.Popen(
        _measured(arguments, home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        env={**_ENV, "HOME": str(home)},
    ) as process:
        assert process.stdin
        assert process.stdout
        with suppress(BrokenPipeError):
            process.stdin.write(b"a wrong passphrase\n")
            process.stdin.close()
        end = time.monotonic() + LONGEST
        output, ended = _read(process.stdout.fileno(), end, b"")
        return _cost(process, home, output, ended)


def look(arguments: Sequence[str | Path], home: Path, words: str) -> Cost:
    """Run a command in a terminal until a text is shown, then leave it.

    Args:
        arguments: The command line.
        home: The folder of the account that runs it.
        words: The text that is shown when everything is loaded.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        _measured(arguments, home),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**_ENV, "HOME": str(home), "COLUMNS": "80", "LINES": "24"},
    ) as process:
        os.close(theirs)
        end = time.monotonic() + LONGEST
        output, found = _read(ours, end, words.encode())
        with suppress(OSError):
            os.write(ours, b"\x18")
        rest, ended = _read(ours, end, b"")
        cost = _cost(process, home, output + rest, ended and found)
    os.close(ours)
    return cost


def _read(stream: int, end: float, words: bytes) -> tuple[bytes, bool]:
    """Read until words appear, or to the end; return whether that was in time."""
    read = b""
    while time.monotonic() < end:
        if not select.select([stream], [], [], 0.1)[0]:
            continue
        try:
            part = os.read(stream, 65536)
        except OSError:  # at the end of a terminal
            part = b""
        read += part
        if words and words in read:
            return read, True
        if not part:
            return read, not words
    return read, False


def _measured(arguments: Sequence[str | Path], home: Path) -> list[str]:
    python = [sys.executable, "-I", "-S", str(_LAUNCHER), str(_note(home))]
    return [*python, sys.executable, "-m", "screener", *map(str, arguments)]


def _note(home: Path) -> Path:
    return home.parent / "taken"


def _cost(
    process: "subprocess.Popen[bytes]", home: Path, output: bytes, ended: bool
) -> Cost:
    if not ended:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    taken = _note(home).read_text(encoding="ascii").split() if ended else (0, 0)
    return Cost(
        megabytes=float(taken[0]) / 1024,
        seconds=float(taken[1]),
        said=output.decode("utf-8", "replace"),
        ended=ended,
    )
