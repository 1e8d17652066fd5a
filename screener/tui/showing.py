"""A screen that is shown until the person decides, in one language or another."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from screener.tui.screens.page import Page

T = TypeVar("T")


class Showing(Generic[T]):
    """The screen as it is now, how to make it again, and what was decided on it."""

    def __init__(self, make: Callable[[], Page[T]]) -> None:
        """Make the screen.

        Args:
            make: Makes it, in the language that is spoken then.
        """
        self._make = make
        self.decision: Future[T] = get_running_loop().create_future()
        """What the person decided."""
        self.page = self.remake()

    def remake(self) -> Page[T]:
        """Make the screen again, in the language that is spoken now."""
        self.page = self._make()
        self.page.showing = self
        return self.page

    async def current(self) -> Page[T]:
        """Return the screen in the language that is spoken now, once it takes keys.

        What lay above it is gone; it may have to give way to another one first.
        """
        self.page.follow_language()
        await self.page.whole.wait()
        return self.page

    def end(self, decided: T) -> None:
        """Note what the person decided, unless nobody waits for it any more.

        Args:
            decided: What.
        """
        if not self.decision.done():
            self.decision.set_result(decided)
