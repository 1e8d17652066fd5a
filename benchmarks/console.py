"""A real pseudo-terminal that stamps what is written when it arrives.

Nothing is emulated while a program runs, so that emulation is not charged to it: what
stood on its screen at which moment is told afterwards, from the stamped pieces.
"""

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import pyte

OURS = [str(Path(sys.executable).with_name("screener"))]
"""As it is installed."""
_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*u"
)
_ENV = {
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "XDG_STATE_HOME": "/nowhere",  # no visit of whoever measures is found
}
_NOT_OURS = {"COLUMNS", "LINES", "NO_COLOR", "PYTHONUNBUFFERED"}
_QUIET = 0.08
"""A screen stays as it is once nothing has been written for so many seconds."""


class Piece(NamedTuple):
    """What arrived at once."""

    at: float
    data: bytes


class Console:
    """Runs a command in a terminal of a size, and types into it."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 80, rows: int = 24
    ) -> None:
        """Start it.

        Args:
            command: The program and its arguments.
            columns: How wide the terminal is.
            rows: How high it is.
        """
        self._size = (columns, rows)
        self._pieces: list[Piece] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._looked = 0
        self._before_key = 0
        self.began = time.perf_counter()
        self._process, self._master = os.forkpty()
        if self._process == 0:
            self._become(command)
        os.set_blocking(self._master, False)

    def _become(self, command: Sequence[str]) -> None:
        """In the new process: be the command."""
        columns, rows = self._size
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        known = {k: v for k, v in os.environ.items() if k not in _NOT_OURS}
        os.execvpe(command[0], list(command), {**known, **_ENV})

    def __enter__(self) -> "Console":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._master)

    def until(self, words: str, seconds: float = 60) -> float:
        """Read on until words were written since the last key; tell when.

        They must be written in one go, in one style.

        Args:
            words: The words.
            seconds: How long to wait at most.

        Raises:
            TimeoutError: If they are not written.
        """
        end = time.perf_counter() + seconds
        while words.encode() not in self._since_key():
            if time.perf_counter() > end:
                raise TimeoutError(f"no {words!r} on:\n{self.screen()}")
            self._read(0.05)
        return self._pieces[-1].at

    def press(self, keys: str, words: str = "") -> float:
        """Press keys; tell after how many seconds the screen looked as it then stays.

        What is painted again without a change is not waited for: nobody sees it.

        Args:
            keys: What the terminal sends for them.
            words: What the screen they lead to says, in one style. Before a new screen
                the one that is left may be painted once more, and a pause may follow.

        Raises:
            TimeoutError: If nothing is written, or not these words.
        """
        self.drain()
        self._look()
        began = self.send(keys)
        if self._read(10) is None:
            raise TimeoutError(f"{keys!r} changes nothing on:\n{self.screen()}")
        if words:
            self.until(words)
        self.drain()
        came = self._pieces[self._before_key :]
        looks = [self._look(self._before_key + n) for n in range(1, len(came) + 1)]
        return came[looks.index(looks[-1])].at - began

    def send(self, keys: str) -> float:
        """Press keys and wait for nothing; tell when.

        Args:
            keys: What the terminal sends for them.
        """
        at = time.perf_counter()
        self._before_key = len(self._pieces)
        os.write(self._master, keys.encode())
        return at

    def drain(self, seconds: float = _QUIET) -> None:
        """Read on until nothing has been written for a while.

        Args:
            seconds: How long a while is.
        """
        while self._read(seconds):
            pass

    def first_shown(self, words: str) -> float:
        """After how many seconds words first stood on the screen.

        Args:
            words: The words.

        Raises:
            LookupError: If they never did.
        """
        screen = pyte.Screen(*self._size)
        stream = pyte.ByteStream(screen)
        for piece in self._pieces:
            stream.feed(_NOT_FOR_PYTE.sub(b"", piece.data))
            if any(words in line for line in screen.display):
                return piece.at - self.began
        raise LookupError(f"never {words!r}")

    def screen(self) -> str:
        """What stands on the screen now."""
        self._look()
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def _since_key(self) -> bytes:
        return b"".join(piece.data for piece in self._pieces[self._before_key :])

    def _look(self, until: int | None = None) -> list[object]:
        """Every cell of the screen, with its colors, after so many pieces."""
        until = len(self._pieces) if until is None else until
        for piece in self._pieces[self._looked : until]:
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", piece.data))
        self._looked = until
        columns, rows = self._size
        lines = (self._screen.buffer[row] for row in range(rows))
        return [line[column] for line in lines for column in range(columns)]

    def memory(self) -> float:
        """The program's resident memory, in megabytes (Linux)."""
        status = Path(f"/proc/{self._process}/status").read_text()
        return float(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _read(self, seconds: float) -> Piece | None:
        """The next piece; `None` if there is none for so long, or no more at all."""
        if not select.select([self._master], [], [], seconds)[0]:
            return None
        try:
            piece = Piece(time.perf_counter(), os.read(self._master, 1 << 16))
        except OSError:  # the program has left
            return None
        self._pieces.append(piece)
        self._reply(piece.data)
        return piece

    def _reply(self, data: bytes) -> None:
        """Say what a terminal is asked: it draws whole frames, and tells no sizes."""
        if b"\x1b[?2026$p" in data:
            os.write(self._master, b"\x1b[?2026;2$y")
        if b"\x1b[?2048$p" in data:
            os.write(self._master, b"\x1b[?2048;0$y")
        if b"\x1b[6n" in data:  # prompt_toolkit waits for it
            os.write(self._master, b"\x1b[1;1R")
