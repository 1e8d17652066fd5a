"""Garbage is looked for while nobody waits: it can take a frame, and a key must not."""

import gc
from typing import Any

from textual.app import App

QUIET = 0.1
"""Seconds without a key after which nobody waits."""

MOST = 100_000
"""New objects after which it is looked for all the same, though keys never pause."""


class Tidying:
    """Looks for garbage in the quiet moments after a key."""

    def __init__(self, app: App[Any]) -> None:
        """Begin.

        Args:
            app: The app that is used.
        """
        gc.set_threshold(MOST, 10, 10)
        gc.enable()
        self._timer = app.set_interval(QUIET, self.tidy, pause=True)

    def wait(self) -> None:
        """Wait for the next quiet moment, from now on."""
        self._timer.reset()

    def tidy(self) -> None:
        """Look for garbage now."""
        self._timer.pause()
        gc.collect()

    def keep_what_is(self) -> None:
        """Look no more at what is there now, but for what is young: it stays."""
        gc.collect(1)
        gc.freeze()
