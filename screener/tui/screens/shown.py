"""A screen that is shown until the person decides, in the language that is spoken."""

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
    """Takes keys only while they count, is left once, and follows the language."""

    MUST_BE_READ: ClassVar[bool] = False
    """Whether no key leaves it for a moment: it came up under busy fingers."""
    TELLS_RESULT: ClassVar[bool] = False
    """Whether it tells where all that was said points."""

    def __init__(self) -> None:
        """Prepare the screen."""
        super().__init__()
        self.language = spoken()
        """The language of all words on it."""
        self.showing: Showing[T] | None = None
        """Makes it again when the language changes, and takes the decision."""
        self.said_once = False
        """Whether its words are there in one language only, which does not change."""
        self.is_outdated = False
        """Whether something was said since it was made that it should tell."""
        self._begun: Begun | None = None
        self.whole = Event()
        """Set once all of it is there."""
        self._decided = False
        self._is_kept = False
        self._pause: ReadingPause | None = None
        """Since when it is shown, where it must be read."""
        self._above: Worker[None] | None = None
        """What is decided on another screen above this one."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there: only then can it be left or removed."""
        return self.whole.is_set()

    @property
    def open_to_keys(self) -> bool:
        """Whether what a person does counts here.

        Keys pressed faster than screens change may arrive before a screen is whole,
        when it has been left, or when another one lies over it.
        """
        return self.is_whole and not self._decided and self.is_current

    @property
    def takes_keys(self) -> bool:
        """Whether keys do something: not while what was decided above is taken over."""
        is_over = self._above is None or self._above.is_finished
        return self.open_to_keys and is_over

    def on_mount(self) -> None:
        """Take up what was begun in another language; from now on, keys count."""
        self.whole.set()
        self._resume()
        self.follow_language()

    def decide(self, result: T) -> None:
        """Leave with a result, once.

        Args:
            result: What the person decided.
        """
        if self.open_to_keys:
            self._decided = True
            self.app.pop_screen()
            if self.showing is not None:
                self.showing.end(result)

    def open_again(self) -> None:
        """Be shown once more as it is, though it may have been left with a result."""
        self._decided = False
        self._is_kept = True
        self._pause = None

    # Other screens above it

    def show_above(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Show another screen above this one, and take what is decided there.

        A key that comes again before that screen is there does nothing more.

        Args:
            work: It is the app's, as this screen may give way to another language's.
        """
        if self.takes_keys:
            self._above = self.app.run_worker(work, group="above")

    async def here_again(self) -> Self:
        """Return the screen as it is shown now, in whatever language."""
        assert self.showing is not None
        return cast("Self", await self.showing.current())

    # Other languages

    @property
    def is_busy(self) -> bool:
        """Whether something is said or done here that must end here first."""
        if self.said_once:
            return True
        lines = cast("Iterable[BusyLine]", self.query("BusyLine"))
        return any(line.is_busy and line.HOLDS_SCREEN for line in lines)

    def follow_language(self) -> None:
        """Give way to the same screen as it would be made now, where it is old.

        A screen that lies below another one, or is not whole yet, does so later.
        """
        is_old = self.is_outdated or self.language != spoken()
        if is_old and self.open_to_keys and self.showing is not None:
            page = self.showing.remake()
            page.carry_over(cast("Any", self))
            self._decided = True
            self.app.switch_screen(page)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Give way if the language has changed while another screen lay above."""
        if self._is_kept:
            event.refresh_styles = False  # it looks as it did
        if self.MUST_BE_READ and self._pause is None:
            self._pause = ReadingPause(cast("SafeApp", self.app).clock)
        self.follow_language()

    def carry_over(self, before: Self) -> None:
        """Take over what was begun on the same screen in another language.

        Args:
            before: That screen.
        """
        self._begun = begun_on(before)
        self._pause = before._pause
        if self.is_whole:
            self._resume()

    def _resume(self) -> None:
        if self._begun is not None:
            resume(self, self._begun)
            self._begun = None
