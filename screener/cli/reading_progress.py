"""Says on a terminal how far the reading of a folder is."""

import sys
import time
from contextlib import AbstractContextManager
from types import TracebackType

_AFTER = 0.5
_EVERY = 0.2
"""In seconds: what is done sooner needs no words."""


class ReadingProgress(AbstractContextManager["ReadingProgress"]):
    """One line on standard error, gone when all is read; nothing where it is a file."""

    def __init__(self) -> None:
        """Say nothing yet."""
        self._next = time.monotonic() + _AFTER
        self._shown = ""

    def __call__(self, done: int, files: int) -> None:
        """Say how many files are read.

        Args:
            done: How many are.
            files: How many there are.
        """
        now = time.monotonic()
        if now < self._next or not (sys.stderr and sys.stderr.isatty()):
            return
        self._next = now + _EVERY
        self._shown = f"Reading {done:,} of {files:,} files."
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
