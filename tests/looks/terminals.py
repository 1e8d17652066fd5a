"""Kinds of terminals, as far as their settings make them, and one walk for all."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.terminal import Terminal

BAUD = 115_200
"""Of a serial line; 10 bits go over it for a byte."""

_SETTINGS = ("COLORTERM", "NO_COLOR", "TERM_PROGRAM", "TMUX", "WT_SESSION")
"""Whoever runs the tests may have some of their own."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A kind of terminal."""

    name: str
    colors: str
    """How many it may be sent: `16`, `256` or `all`."""
    env: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    """Of the program."""
    through: str = ""
    """What stands between: `tmux`, `two tmux`, `ssh` or `serial`."""


def _env(term: str, **more: str) -> dict[str, str]:
    return {"TERM": term, **more}


_XTERM = "xterm-256color"
_TRUE = {"COLORTERM": "truecolor"}

SETTINGS = (
    Setting("Linux console", "16", _env("linux")),
    Setting("Linux console, light", "16", _env("linux"), ("--theme", "light")),
    Setting("xterm, 256 colors", "256", _env(_XTERM)),
    Setting("xterm, true color", "all", _env(_XTERM, **_TRUE)),
    Setting("NO_COLOR", "256", _env(_XTERM, NO_COLOR="1")),
    Setting("light", "all", _env(_XTERM, **_TRUE), ("--theme", "light")),
    Setting("high contrast", "256", _env(_XTERM), ("--theme", "high-contrast")),
    Setting("no animations", "256", _env(_XTERM, TEXTUAL_ANIMATIONS="none")),
    Setting("Windows Terminal", "all", _env(_XTERM, WT_SESSION="1", **_TRUE)),
    Setting("macOS Terminal", "256", _env(_XTERM, TERM_PROGRAM="Apple_Terminal")),
    Setting("vt100 on a serial line", "16", _env("vt100"), through="serial"),
    Setting("tmux", "256", _env(_XTERM), through="tmux"),
    Setting("tmux in tmux", "256", _env(_XTERM), through="two tmux"),
    Setting("ssh", "256", _env(_XTERM), through="ssh"),
)


class SerialLine(Terminal):
    """Takes no more in a second than a serial line carries."""

    def read(self, seconds: float = 0.05) -> None:
        """Take in a little, then wait as long as that would take."""
        before = len(self.bytes)
        self._most = BAUD // 10 // 20
        super().read(seconds)
        time.sleep((len(self.bytes) - before) * 10 / BAUD)


@contextmanager
def opened(setting: Setting, size: tuple[int, int], folder: Path) -> Iterator[Terminal]:
    """The program in such a terminal.

    Args:
        setting: The kind.
        size: Columns and rows.
        folder: Where it saves, and where what stands between has its files.
    """
    columns, rows = size
    program = [sys.executable, "-m", "screener", *setting.options]
    (folder / "kept").mkdir(exist_ok=True)
    program += ["--save-to", str(folder / "kept")]
    kind = SerialLine if setting.through == "serial" else Terminal
    with _through(setting, program, folder) as command:
        run = f"import os; os.execvp({command[0]!r}, {command!r})"
        unset = "".join(
            f"os.environ.pop({name!r}, None); "
            for name in _SETTINGS
            if name not in setting.env
        )
        arguments = ("-c", f"import os; {unset}{run}")
        env = dict(setting.env)
        with kind(
            *arguments, columns=columns, rows=rows, env=env, python=True
        ) as terminal:
            yield terminal


@contextmanager
def _through(setting: Setting, program: list[str], folder: Path) -> Iterator[list[str]]:
    if "tmux" in setting.through:
        outer = ["tmux", "-f", "/dev/null", "-S", str(folder / "outer")]
        inner = ["env", "-u", "TMUX", *outer[:-1], str(folder / "inner")]
        nested = [*inner, "new-session", *program]
        is_two = setting.through == "two tmux"
        try:
            yield [*outer, "new-session", *(nested if is_two else program)]
        finally:
            for server in ("outer", "inner"):
                kill = ["tmux", "-S", str(folder / server), "kill-server"]
                subprocess.run(kill, capture_output=True)
    elif setting.through == "ssh":
        with _sshd(folder) as ssh:
            yield [*ssh, *program]
    else:
        yield program


@contextmanager
def _sshd(folder: Path) -> Iterator[list[str]]:
    """A server of our own on this computer, and how to reach it."""
    if os.geteuid() == 0:  # the system's own service makes it when it starts
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    key = folder / "key"
    for file in (key, folder / "host"):
        make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(file)]
        subprocess.run(make, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "ListenAddress": "127.0.0.1",
        "HostKey": folder / "host",
        "AuthorizedKeysFile": f"{key}.pub",
        "StrictModes": "no",
        "UsePAM": "no",
        "PidFile": "none",
    }
    options = [
        part for one in settings.items() for part in ("-o", "=".join(map(str, one)))
    ]
    server = subprocess.Popen(
        [str(shutil.which("sshd")), "-D", "-f", "/dev/null", "-p", str(port), *options],
        stderr=subprocess.DEVNULL,
    )
    try:
        yield [
            *("ssh", "-tt", "-q", "-F", "/dev/null", "-i", str(key), "-p", str(port)),
            *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"),
            *("-o", "ConnectionAttempts=20", f"{getpass.getuser()}@127.0.0.1"),
        ]
    finally:
        server.terminate()
        server.wait()


def skip_what_is_missing(setting: Setting) -> None:
    """Skip a test where what would stand between is not installed."""
    needs = {"ssh": "sshd", "tmux": "tmux", "two tmux": "tmux"}.get(setting.through)
    if needs and shutil.which(needs) is None:
        pytest.skip(f"needs {needs}")


AFTER_PAGES_TO_READ = {"result", "review", "keep", "goodbye"}
"""Screens after a page that takes no key for a moment."""


def walk(terminal: Terminal) -> Iterator[tuple[str, str]]:
    """From the welcome to the last screen; each stop with what stands there.

    Args:
        terminal: The program has just been started in it.
    """
    for name, keys, words in (
        ("welcome", "", "Start"),
        ("who answers", "\r", "18 or older"),
        ("chosen", "1", "(x)"),
        ("question", "\r", "left"),
        ("why", "?", "Why we ask"),
        ("ticked", "?1", "[x]"),
        ("red flag", "\r", "read this first"),
        ("result", "2", "Where your answers"),
        ("review", "\x1b[D", "Check your answers"),
        ("result again", "\r", "Where your answers"),
        ("keep", "\r", "Keep your summary"),
        ("goodbye", "\r", "Thank you"),
    ):
        if name in AFTER_PAGES_TO_READ:
            terminal.send_once_read(keys)
        else:
            terminal.send(keys)
        terminal.wait_for(words, 30)
        terminal.settle(0.15)
        yield name, terminal.screen()
    terminal.send_once_read("\r")
