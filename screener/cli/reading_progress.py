"""Reports the progress of reading a folder if that takes a while."""

import math
import sys
import time
from contextlib import AbstractContextManager
from types import TracebackType

from screener.language import _

_AFTER = 0.5
_EVERY = 0.2
"""In seconds: what is done sooner needs no words."""

_AFTER_IN_A_FILE = 2.0
"""The same if standard error is no terminal, where only one line is written."""


class ReadingProgress(AbstractContextManager["ReadingProgress"]):
    """Writes one line to standard error; on a terminal, it is updated and erased."""

    def __init__(self) -> None:
        """Start without any output."""
        self._counts = bool(sys.stderr and sys.stderr.isatty())
        self._next = time.monotonic() + (_AFTER if self._counts else _AFTER_IN_A_FILE)
        self._shown = ""

    def __call__(self, done: int, files: int) -> None:
        """Report how many files have been read.

        Args:
            done: The number of files read so far.
            files: The number of all files.
        """
        now = time.monotonic()
        if now < self._next:
            return
        line = _("Reading {done:,} of {files:,} files.").format(done=done, files=files)
        if not self._counts:
            self._next = math.inf
            print(line, file=sys.stderr, flush=True)
            return
        self._next = now + _EVERY
        self._shown = line.ljust(len(self._shown))
        print(f"\r{self._shown}", end="", file=sys.stderr, flush=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear the line, also where the reading was ended by a key."""
        if self._shown:
            blank = " " * len(self._shown)
            print(f"\r{blank}\r", end="", file=sys.stderr, flush=True)
