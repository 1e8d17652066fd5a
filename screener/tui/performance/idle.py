"""What can wait is done while nobody waits: in the quiet moments between keys."""

import gc
from collections.abc import Callable
from typing import Any

from rich.cells import cached_cell_len
from textual._styles_cache import StylesCache
from textual.app import App

QUIET = 0.25
"""Seconds without a key after which nobody waits."""

MOST = 5_000
"""New objects after which garbage is looked for, though keys never pause."""


class IdleQueue:
    """Does jobs in quiet moments, and then looks for garbage: it can take a frame."""

    def __init__(self, app: App[Any]) -> None:
        """Begin.

        Args:
            app: The app that is used.
        """
        gc.set_threshold(MOST, 10, 10)
        gc.freeze()  # what is there now stays
        gc.enable()
        self._jobs: list[Callable[[], object]] = []
        self._timer = app.set_interval(QUIET, self._begin, pause=True)

    def wait(self) -> None:
        """Wait for the next quiet moment, from now on: there was a key."""
        self._timer.reset()

    def do(self, job: Callable[[], object]) -> None:
        """Do something in the next quiet moment.

        Args:
            job: What: it should be over before a person could wait for it.
        """
        self._jobs.append(job)
        self.wait()

    def keep_what_is(self) -> None:
        """Look for garbage, and no more at what is left: it stays."""
        _collect()
        gc.freeze()

    def look_at_all(self) -> None:
        """Look once more at what was kept: of that, too, something has gone."""
        gc.unfreeze()
        self.keep_what_is()

    def _begin(self) -> None:
        self._timer.pause()
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job()
        _collect()


def _collect() -> None:
    # By this cache, Textual keeps a thousand widgets' lines, answers among them, though
    # the widgets are gone: it counts each widget as another argument.
    StylesCache.get_inner_outer.cache_clear()
    # Rich keeps the words themselves, four thousand of them, to know how wide they are.
    cached_cell_len.cache_clear()
    gc.collect()
