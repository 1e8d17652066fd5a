"""A line that reads files beside the app, and says how many are read."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from screener.caseload import Progress
from screener.errors import ScreenerError
from screener.language import _
from screener.tui.widgets.busy_line import BusyLine

T = TypeVar("T")

_MANY = 50
"""From so many files on, it says how many are read."""


class _StoppedError(ScreenerError):
    """The person has left, so that nothing more is read."""

    def __init__(self) -> None:
        super().__init__("stopped")


class ReadingLine(BusyLine):
    """Says that it reads, and stops when the screen is left."""

    HOLDS_SCREEN = False  # another screen can read the same again

    def __init__(self) -> None:
        """Read nothing yet."""
        super().__init__()
        self._count = (0, 0)
        self._is_stopped = False

    def read(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        at_once: bool = False,
    ) -> None:
        """Read beside the app.

        Args:
            work: Reads, and calls what it is given after each file.
            done: Called with what was read.
            at_once: Whether it says so at once, and not only where it takes a while.
        """
        self._count = (0, 0)
        self.start(
            _("Reading the folder.") if at_once else "",
            partial(work, self._note),
            partial(self._finish, done),
            cancel=self._stop,
        )

    def on_mount(self) -> None:
        """Say now and then how many are read."""
        self.set_interval(0.2, self._say_count)

    def _finish(self, done: Callable[[T], None], result: T) -> None:
        self.say("")
        done(result)

    def _note(self, done: int, files: int) -> None:
        if self._is_stopped:
            raise _StoppedError
        self._count = (done, files)

    def _stop(self) -> None:
        self._is_stopped = True

    def _say_count(self) -> None:
        done, files = self._count
        if self.is_busy and files <= _MANY:
            self.update(_("Reading the folder."))
        elif self.is_busy:
            self.update(
                _("Reading {done:,} of {files:,} files.").format(done=done, files=files)
            )
