"""Says how far the reading of a folder is, where that takes a while."""

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
"""The same where standard error is no terminal, and one line has to do."""


class ReadingProgress(AbstractContextManager["ReadingProgress"]):
    """One line on standard error; on a terminal, it counts and is gone in the end."""

    def __init__(self) -> None:
        """Say nothing yet."""
        self._counts = bool(sys.stderr and sys.stderr.isatty())
        self._next = time.monotonic() + (_AFTER if self._counts else _AFTER_IN_A_FILE)
        self._shown = ""

    def __call__(self, done: int, files: int) -> None:
        """Say how many files are read.

        Args:
            done: How many are.
            files: How many there are.
        """
        now = time.monotonic()
        if now < self._next:
            return
        told = _("Reading {done:,} of {files:,} files.").format(done=done, files=files)
        if not self._counts:
            self._next = math.inf
            print(told, file=sys.stderr, flush=True)
            return
        self._next = now + _EVERY
        self._shown = told.ljust(len(self._shown))
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
