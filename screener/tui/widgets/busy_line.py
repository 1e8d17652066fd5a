"""A line that has something done which takes a while, and says how that goes."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import ClassVar, TypeVar

from textual import on
from textual.message import Message
from textual.widgets import Static

from screener.errors import ScreenerError

T = TypeVar("T")


class BusyLine(Static):
    """Empty until something is done; keys are taken all the while."""

    HOLDS_SCREEN: ClassVar[bool] = True
    """Whether its screen stays in one language until it is done."""

    @dataclass
    class _Ended(Message):
        tell: Callable[[], None]

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__(classes="warning", markup=False)
        self.is_busy = False
        """Whether something is under way."""
        self._cancel: Callable[[], None] | None = None

    def start(
        self,
        told: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        cancel: Callable[[], None] | None = None,
    ) -> None:
        """Do something beside the app; a second one meanwhile is not begun.

        Args:
            told: What the line says until it is done.
            work: What is done; its errors of ours are told.
            done: Called with what came of it.
            cancel: Stops it when the person leaves. What cannot be stopped is brought
                to its end after the screen is gone, so that no half file is left.
        """
        if self.is_busy:
            return
        self.is_busy = True
        self._cancel = cancel
        self.say(told)
        may_be_dropped = cancel is not None
        Thread(target=self._do, args=(work, done), daemon=may_be_dropped).start()

    def say(self, told: str) -> None:
        """Say something, in sight."""
        self.update(told)
        # Its height fits the new text only after the next layout.
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_unmount(self) -> None:
        """Stop what can be stopped when the person leaves."""
        if self.is_busy and self._cancel is not None:
            self._cancel()

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        end = self._outcome(work, done)
        with suppress(RuntimeError):  # the app has ended meanwhile
            self.post_message(self._Ended(end))

    def _outcome(
        self, work: Callable[[], T], done: Callable[[T], None]
    ) -> Callable[[], None]:
        """Do the work; return what the app does next, also where it went wrong."""
        try:
            result = work()
        except ScreenerError as error:
            return partial(self.say, str(error))
        except Exception as error:
            # A fault of the program: the app shows it, or the line would wait for ever.
            return partial(_raise, error)
        return partial(done, result)

    @on(_Ended)
    def _end(self, event: _Ended) -> None:
        self.is_busy = False
        event.tell()


def _raise(error: Exception) -> None:
    raise error
