"""A screen that is shown until the person decides, in the current language."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from textual.events import ScreenResume
from textual.screen import Screen

from screener.language import spoken
from screener.tui.reading_pause import ReadingPause
from screener.tui.screens.begun import Begun, begun_on, resume

if TYPE_CHECKING:
    from textual.worker import Worker

    from screener.tui.safe_app import SafeApp
    from screener.tui.showing import Showing
    from screener.tui.widgets.busy_line import BusyLine

T = TypeVar("T")


class Shown(Screen[T]):
    """Ignores keys that come too early or late, and follows the current language."""

    MUST_BE_READ: ClassVar[bool] = False
    """Whether keys are ignored for a moment, as it may open while a person types."""
    TELLS_RESULT: ClassVar[bool] = False
    """Whether it shows the result of the answers."""

    def __init__(self) -> None:
        """Prepare the screen."""
        super().__init__()
        self.language = spoken()
        """The language of all texts on it."""
        self.showing: Showing[T] | None = None
        """Rebuilds the screen when the language changes, and receives its result."""
        self.said_once = False
        """Whether its text exists in one language only, and cannot be rebuilt."""
        self.is_outdated = False
        """Whether the result changed after the screen was built."""
        self._begun: Begun | None = None
        self.whole = Event()
        """Set once all its widgets are mounted."""
        self._decided = False
        self._is_kept = False
        self._pause: ReadingPause | None = None
        """The pause in which keys are ignored, if it must be read."""
        self._above: Worker[None] | None = None
        """Shows another screen above this one, and handles its result."""

    @property
    def is_whole(self) -> bool:
        """Whether all widgets are mounted: only then can it be left or removed."""
        return self.whole.is_set()

    @property
    def open_to_keys(self) -> bool:
        """Whether keys and clicks count here.

        Keys pressed faster than screens change may arrive before a screen is complete,
        after it has been left, or while another screen covers it.
        """
        return self.is_whole and not self._decided and self.is_current

    @property
    def takes_keys(self) -> bool:
        """Whether keys count, and no result of a screen above is being handled."""
        is_over = self._above is None or self._above.is_finished
        return self.open_to_keys and is_over

    def on_mount(self) -> None:
        """Restore what was begun in another language, and accept keys from now on."""
        self.whole.set()
        self._resume()
        self.follow_language()

    def decide(self, result: T) -> None:
        """Leave with a result, once.

        Args:
            result: The person's decision.
        """
        if self.open_to_keys:
            self._decided = True
            self.app.pop_screen()
            if self.showing is not None:
                self.showing.end(result)

    def open_again(self) -> None:
        """Allow the screen to be shown again after it was left with a result."""
        self._decided = False
        self._is_kept = True
        self._pause = None

    # Other screens above it

    def show_above(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Show another screen above this one, and handle its result.

        A second key press before that screen is shown has no effect.

        Args:
            work: Run as a worker of the app, as this screen may be replaced by one in
                another language.
        """
        if self.takes_keys:
            self._above = self.app.run_worker(work, group="above")

    async def here_again(self) -> Self:
        """Return this screen, or its replacement in the current language."""
        assert self.showing is not None
        return cast("Self", await self.showing.current())

    # Other languages

    @property
    def is_busy(self) -> bool:
        """Whether a message or some work prevents replacing the screen now."""
        if self.said_once:
            return True
        lines = cast("Iterable[BusyLine]", self.query("BusyLine"))
        return any(line.is_busy and line.HOLDS_SCREEN for line in lines)

    def follow_language(self) -> None:
        """Replace an outdated screen with the same screen in the current language.

        A screen that another one covers, or that is not mounted yet, is replaced later.
        """
        is_old = self.is_outdated or self.language != spoken()
        if is_old and self.open_to_keys and self.showing is not None:
            page = self.showing.remake()
            page.carry_over(cast("Any", self))
            self._decided = True
            self.app.switch_screen(page)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Replace the screen if the language changed while another one covered it."""
        if self._is_kept:
            event.refresh_styles = False  # nothing on it has changed
        if self.MUST_BE_READ and self._pause is None:
            self._pause = ReadingPause(cast("SafeApp", self.app).clock)
        self.follow_language()

    def carry_over(self, before: Self) -> None:
        """Copy what was begun on the same screen in another language.

        Args:
            before: The screen in the other language.
        """
        self._begun = begun_on(before)
        self._pause = before._pause
        if self.is_whole:
            self._resume()

    def _resume(self) -> None:
        if self._begun is not None:
            resume(self, self._begun)
            self._begun = None
