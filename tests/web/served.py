"""The real server in a process of its own, and the processes of its visits."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.small import SMALL

SMALL_ONES = f'questionnaire = "{SMALL}"\nlanguages = ["en"]\n'
"""Settings that ask the small questionnaire."""


class Served:
    """`screener serve` at a port of its own."""

    def __init__(self, folder: Path, settings: str = "", *options: str) -> None:
        """Start it, with these settings and options."""
        self.folder = folder
        config = folder / "kiosk.toml"
        config.write_text(settings)
        serve = [sys.executable, "-m", "screener", "serve", "--config", str(config)]
        self._process = subprocess.Popen(
            [*serve, "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "TEXTUAL_DEBUG": "1",
                "TEXTUAL_LOG": str(folder / "log"),
            },
            cwd=folder,
        )
        assert self._process.stdout is not None
        told = self._process.stdout.readline()
        found = re.search(r":(\d+)/", told)
        assert found, told
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}/"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self.told = self.stop()

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """End it; give its exit code, and what it told."""
        self._process.send_signal(number)
        out, err = self._process.communicate(timeout=15)
        return self._process.returncode, out, err

    def visits(self) -> list[int]:
        """The processes of visits: what was forked from where all is loaded."""
        loaders = _children(self._process.pid)
        return [visit for loader in loaders for visit in _children(loader)]

    def until(self, visits: int, seconds: float = 10.0) -> float:
        """Wait until there are so many visits; give how long that took."""
        began = time.monotonic()
        wait_for(lambda: len(self.visits()) == visits, seconds)
        return time.monotonic() - began


def wait_for(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for what another process brings about."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def is_running(process: int) -> bool:
    """Whether a process is there, and not just not yet taken leave of."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _children(process: int) -> list[int]:
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [one for one in map(int, told.split()) if is_running(one)]
