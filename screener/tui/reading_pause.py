"""The moment in which a page that must be read takes no key that would leave it."""

from collections.abc import Callable

PAUSE = 1.5
"""Seconds from when a page is shown until it can be left."""

CALM = 0.5
"""Seconds without such a key that must follow one that came too early.

A key that is held down comes more often than that, so it never leaves the page.
"""


class ReadingPause:
    """Tells whether a key that leaves a page comes late enough to be meant."""

    def __init__(self, clock: Callable[[], float], seconds: float = -1.0) -> None:
        """Begin now.

        Args:
            clock: Returns seconds, and never goes back.
            seconds: How long; `PAUSE` unless it is named.
        """
        self._clock = clock
        self._ends = clock() + (PAUSE if seconds < 0 else seconds)

    def lets_through(self) -> bool:
        """Return whether a key counts now; a key too early extends the pause."""
        if self._clock() >= self._ends:
            return True
        self.wait_on()
        return False

    def left(self) -> float:
        """Return the seconds until the pause ends; 0 once it is over."""
        return max(0.0, self._ends - self._clock())

    def wait_on(self) -> None:
        """Extend the pause until no key has come for a moment: typing still goes on."""
        self._ends = max(self._ends, self._clock() + CALM)
