"""What a press of the key means: nothing is read out loud by a slip of a finger."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto

APART = 1.0
"""Seconds between presses; faster ones are a key that is held down, or trembles."""


class Press(Enum):
    """What to do when the key is pressed."""

    WARN = auto()
    """Say that others may hear it; the next press starts."""
    START = auto()
    NOTHING = auto()


class Caution:
    """Warns before the first words of a visit, and before all that is private."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody has been warned yet.

        Args:
            clock: Tells seconds, and never goes back.
        """
        self._clock = clock
        self._pressed = -APART
        self._knows = False
        self._warned: str | None = None

    def press(self, words: str, *, private: bool) -> Press:
        """Take a press while nothing is read.

        Args:
            words: What would be read; a warning counts for these alone.
            private: Whether they need a warning each time.
        """
        if self._is_held():
            return Press.NOTHING
        if (self._knows and not private) or self._warned == words:
            self._knows, self._warned = True, None
            return Press.START
        self._warned = words
        return Press.WARN

    def stopped(self) -> None:
        """Take a press that stopped the reading: while it is held, nothing starts."""
        self._is_held()

    def forget(self) -> None:
        """Take back the last warning: what it was about is no longer shown."""
        self._warned = None

    def _is_held(self) -> bool:
        before, self._pressed = self._pressed, self._clock()
        return self._pressed - before < APART
