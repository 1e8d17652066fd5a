"""A real pseudo-terminal around the program, for what a pilot cannot see."""

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*u"
)


_ENV = {
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "XDG_STATE_HOME": "/dev/null/nowhere",  # finds and saves no visits
}


SKIP, ALOUD = "\x1bOS", "\x1b[18~"
"""The escape sequences of F4 and F7."""


class Terminal:
    """Runs a command at a size, types into it, and reads its screen."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str] | None = None,
        python: bool = False,
        folder: Path | None = None,
    ) -> None:
        """Start `screener`, or Python, with these arguments."""
        command = [*arguments] if python else ["-m", "screener", *arguments]
        known = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        self.bytes = b""
        self._most = 65536
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._process = pexpect.spawn(
            sys.executable,
            command,
            dimensions=(rows, columns),
            env={**known, **_ENV, **(env or {})},
            cwd=folder,
            timeout=10,
        )
        self._process.delaybeforesend = None  # nobody here waits for an echo

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.close(force=True)

    @property
    def pyte(self) -> pyte.Screen:
        """The screen, cell by cell."""
        return self._screen

    def screen(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def looks(self) -> list[object]:
        """Every cell of the screen, with its colors."""
        lines = (self._screen.buffer[row] for row in range(self._screen.lines))
        return [line[n] for line in lines for n in range(self._screen.columns)]

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program writes."""
        try:
            new = self._process.read_nonblocking(self._most, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.bytes += new
        self._stream.feed(NOT_FOR_PYTE.sub(b"", new))

    def settle(self, seconds: float = 0.4) -> None:
        """Wait until nothing more is written for a while."""
        last = -1
        while last != len(self.bytes):
            last = len(self.bytes)
            self.read(seconds)

    def wait_for(self, words: str, seconds: float = 60) -> str:
        """Wait until words stand on the screen; give the screen."""
        end = time.monotonic() + seconds
        while words not in self.screen():
            if time.monotonic() > end:
                raise AssertionError(f"no {words!r} on:\n{self.screen()}")
            self.read()
        return self.screen()

    def wait_for_other_than(self, before: str, seconds: float = 60) -> str:
        """Wait until the screen is not what it was; give the screen."""
        end = time.monotonic() + seconds
        while self.screen() == before:
            if time.monotonic() > end:
                raise AssertionError(f"still on:\n{before}")
            self.read()
        return self.screen()

    def send(self, keys: str | bytes) -> None:
        """Type keys."""
        self._process.send(keys)

    def send_once_read(self, keys: str) -> None:
        """Type keys on a page that takes none for a moment, because it must be read."""
        time.sleep(1.6)
        self.send(keys)

    def click(self, words: str) -> None:
        """Click on words that stand on the screen."""
        lines = self.wait_for(words).splitlines()
        row = next(row for row, line in enumerate(lines, 1) if words in line)
        column = lines[row - 1].index(words) + 1
        self.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")

    def pour(self, data: bytes) -> None:
        """Send any amount of bytes at once, reading what comes meanwhile."""
        keyboard = self._process.child_fd
        os.set_blocking(keyboard, False)
        while data:
            try:
                data = data[os.write(keyboard, data) :]
            except BlockingIOError:
                self.read(0.01)
        os.set_blocking(keyboard, True)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self._process.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as when a connection drops."""
        self._process.ptyproc.fileobj.close()
        self._process.ptyproc.closed = True

    def gone_within(self, seconds: float) -> bool:
        """Whether the program ends without its screen being read."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pid, _ = os.waitpid(self._process.pid, os.WNOHANG)
            if pid:
                self._process.ptyproc.terminated = True
                return True
            time.sleep(0.02)
        return False

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._process.pid)

    @property
    def keyboard(self) -> int:
        """Our end of the terminal; both ends share its settings."""
        return int(self._process.child_fd)

    @property
    def is_running(self) -> bool:
        """Whether the program has not ended."""
        return bool(self._process.isalive())

    def forget(self) -> None:
        """Keep no more of what was written so far."""
        self.bytes = b""

    def children(self) -> list[int]:
        """The processes that it started (Linux)."""
        return children_of(self.pid)

    def memory(self) -> float:
        """The program's resident memory, in kilobytes (Linux)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return float(status.partition("VmRSS:")[2].split()[0])

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size."""
        self._screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    def wait_for_exit(self, seconds: float = 60) -> int:
        """Wait until the program has left; give its exit code."""
        end = time.monotonic() + seconds
        while self._process.isalive() and time.monotonic() < end:
            self.read()
        self.read(0.2)
        if self._process.isalive():
            raise AssertionError(f"still running:\n{self.screen()}")
        status: int | None = self._process.exitstatus
        return -1 if status is None else status


def children_of(process: int) -> list[int]:
    """The processes that a process started, any of its threads (Linux)."""
    children: list[int] = []
    for one in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # the thread is over
            children += map(int, one.read_text().split())
    return children
