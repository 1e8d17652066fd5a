"""A session of tmux around the program: a real emulator, with a real scrollback."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

import pytest

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")


class Tmux:
    """Runs `screener` in a window of 80 by 24."""

    def __init__(self, *arguments: str, folder: Path, env: dict[str, str]) -> None:
        self._socket = folder / "tmux"
        command = shlex.join([sys.executable, "-m", "screener", *arguments])
        self._call("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24",
                   *(part for name in env.items() for part in ("-e", "=".join(name))),
                   "-c", str(folder), command)  # fmt: skip

    def __enter__(self) -> "Tmux":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._call("kill-server")

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._call("display-message", "-p", "#{pane_pid}"))

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self._call("send-keys", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._call("send-keys", "-l", words)

    def screen(self, *, scrollback: bool = False) -> str:
        """What stands on the screen, and all that was there before it."""
        whole = ("-S", "-") if scrollback else ()
        return self._call("capture-pane", "-p", *whole)

    def wait_for(self, words: str, seconds: float = 60) -> str:
        """Wait until words stand on the screen; give the screen."""
        end = time.monotonic() + seconds
        while words not in (shown := self.screen()):
            if time.monotonic() > end:
                raise AssertionError(f"no {words!r} on:\n{shown}")
            time.sleep(0.05)
        return shown

    def _call(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *words],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout
