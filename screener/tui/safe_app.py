"""What every app of this program does: crisis help, colors, and leaving fast."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual import work
from textual.app import App, ScreenStackError
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, InputEvent
from textual.filter import LineFilter
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from screener.crash_words import crash_words
from screener.errors import ScreenerError
from screener.language import LANGUAGES, speak, spoken
from screener.model import HelpKind, HelpLines, Reply
from screener.tui.bold import NoBoldOnLight
from screener.tui.performance.idle import IdleQueue
from screener.tui.reader import Reader
from screener.tui.screens.page import Page
from screener.tui.showing import Showing
from screener.tui.terminal.leaving import leave_on_signals
from screener.tui.themes import SIXTEEN, THEMES
from screener.tui.typed_cries import TypedCries
from screener.tui.widgets.plain_bars import PlainBars

if TYPE_CHECKING:
    from screener.catalog import Edition, Editions

T = TypeVar("T")


ScrollBar.renderer = PlainBars


class SafeApp(App[None]):
    """An app in which nobody gets lost and nothing private stays behind."""

    TITLE = "screener"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ENDING_SIGNALS: ClassVar[Sequence[str]] = (
        "SIGTERM",
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
    )
    """On which it leaves in good order."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+x", "quick_exit", show=False, priority=True),
        Binding("ctrl+q,ctrl+c", "ask_to_leave", show=False, priority=True),
    ]

    def __init__(
        self, help_lines: HelpLines, theme: str, editions: Editions | None = None
    ) -> None:
        """Prepare the app.

        Args:
            help_lines: The help lines of the region.
            theme: The name of one of the themes.
            editions: All that is told, in other languages; one is enough for many.
        """
        super().__init__()
        # Nothing is told in a corner, or only to a mouse. Textual makes the widgets for
        # both on every screen, and lays each screen out twice for one of them.
        self._disable_notifications = self._disable_tooltips = True
        sixteen = self.console.color_system == "standard"
        for one in SIXTEEN if sixteen else THEMES:
            self.register_theme(one)
        self._own_filters = [NoBoldOnLight()] if sixteen else []
        self.theme = theme
        self.help_lines = help_lines
        self.editions = editions
        self.reader = Reader()
        self.clock: Callable[[], float] = time.monotonic
        """Returns seconds, and never goes back."""
        self.quiet: IdleQueue | None = None
        self.takes_touch = True
        """Whether a mouse or a touch works; texts mention it only then."""
        self.typed_cries = TypedCries(self, self.answer_cry)
        self.has_left_fast = False
        """Whether nothing of the program may be shown any more."""

    @property
    def keeps(self) -> bool:
        """Whether a summary can be kept: only then do screens speak of it."""
        return True

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal with care, where it is of the kind we know."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from screener.tui.terminal.safe_driver import SafeDriver

        return SafeDriver

    def on_mount(self) -> None:
        """Leave in good order when told to from outside."""
        if not self.is_headless:
            leave_on_signals(self, self.ENDING_SIGNALS)

    def on_ready(self) -> None:
        """From here on, there may be garbage."""
        if not self.is_headless:
            self.quiet = IdleQueue(self)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and what sixteen colors need."""
        return [*super().get_line_filters(), *self._own_filters]

    def everywhere(self) -> Iterable[Widget]:
        """What stands at the top of every screen of a visit; usually nothing."""
        return ()

    # Languages

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that everything here can be told in."""
        return self.editions.languages if self.editions else ()

    @property
    def for_supporter(self) -> bool:
        """Whether someone answers who supports the person, and reads other words."""
        return False

    @property
    def next_language_name(self) -> str:
        """The own name of the language that comes next; empty where there is one."""
        if self.editions is None or len(self.languages) < 2:
            return ""
        following = self.editions.following(spoken())
        return LANGUAGES.get(following, following)

    def action_next_language(self) -> None:
        """Change to the next language: place and answers stay."""
        if self.editions is not None and len(self.languages) > 1:
            self.tell_in(self.editions.following(spoken()))

    def tell_in(self, language: str) -> None:
        """Change the language of everything at once, or say why that cannot be.

        Nothing else changes it. All that is spoken changes before any screen does: the
        one on top gives way to the same in other words now, those below it when they
        come back.

        Args:
            language: The code of one of `languages`.
        """
        pages = [page for page in self.screen_stack if isinstance(page, Page)]
        if self.editions is None or any(page.is_busy for page in pages):
            return
        try:
            edition = self.editions.edition(language, for_supporter=self.for_supporter)
        except ScreenerError as error:
            self.tell(str(error))
            return
        speak(edition.language)
        self.retell(edition)
        for page in pages[-1:]:
            page.follow_language()

    def retell(self, edition: Edition) -> None:
        """Take up the words of a language that is spoken from now on.

        Args:
            edition: All that is told, in that language.
        """
        self.help_lines = edition.help_lines

    async def show(self, make: Callable[[], Page[T]]) -> T:
        """Show a screen until the person decides, in whatever language they choose.

        Args:
            make: Makes the screen, in the language that is spoken then.

        Returns:
            What the person decided.
        """
        showing = Showing(make)
        self.push_screen(showing.page)
        decided = await showing.decision
        if self.quiet:
            self.quiet.do(showing.page.let_go_of_lines)
        return decided

    async def say(self, message: str | Callable[[], str]) -> None:
        """Show a message until the person goes on.

        Args:
            message: The message, or a function that returns it in the current
                language, which can then change. An empty message is not shown.
        """

        def words() -> str:
            return message if isinstance(message, str) else message()

        is_in_one_language = isinstance(message, str)
        if words():
            from screener.tui.screens.notice import NoticeScreen

            await self.show(
                lambda: NoticeScreen(
                    self.help_lines, words(), said_once=is_in_one_language
                )
            )

    @work
    async def tell(self, told: str) -> None:
        """Say something over whatever is shown.

        Args:
            told: What; nothing is said if it is empty.
        """
        await self.say(told)

    # A cry for help where something else is asked

    def ends_cry(self, event: InputEvent) -> bool:
        """Return whether a key ended a cry for help typed outside any text field.

        Args:
            event: The key or mouse event.
        """
        return not event.is_forwarded and self.typed_cries.takes(event, self.focused)

    @work
    async def answer_cry(self, reply: Reply) -> None:
        """Show whom to call, unless that is already on screen.

        Args:
            reply: How to answer.
        """
        from screener.tui.screens.cry import CryScreen

        self.note_cry()
        if not isinstance(self.screen, CryScreen):
            await self.show(lambda: CryScreen(self.help_lines, reply))

    def note_cry(self) -> None:
        """Record that somebody cried for help; does nothing outside a visit."""

    @work
    async def action_show_help(self) -> None:
        """Show all help lines, unless they are shown already."""
        from screener.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            await self.show(lambda: HelpScreen(self.help_lines))

    def action_next_theme(self) -> None:
        """Change the colors."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]

    def action_ask_to_leave(self) -> None:
        """Leave; an app with something to lose asks first."""
        self.exit()

    def action_quick_exit(self) -> None:
        """Leave at once; what was said goes with the process."""
        self.has_left_fast = True
        self.exit()

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; nothing is read on behind it."""
        self.hush()
        super().exit(result, return_code, message)

    def hush(self) -> None:
        """Stop reading aloud at once; this may be called from any thread."""
        self.reader.stop()

    def action_help_quit(self) -> None:
        """Textual's own answer to Ctrl+C: ours asks."""
        self.action_ask_to_leave()

    async def action_quit(self) -> None:
        """Textual's own answer to Ctrl+Q: ours asks."""
        self.action_ask_to_leave()

    async def on_event(self, event: Event) -> None:
        """Let go of keys that are still on their way once the person has left."""
        if not isinstance(event, InputEvent):
            await super().on_event(event)
        elif not self._exit:
            if self.quiet:
                self.quiet.wait()
            # While one key is looked at, the last screen may go.
            with suppress(ScreenStackError):
                if not self.ends_cry(event):
                    await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Leave no answer in a clipboard that the next person can paste."""

    def _handle_exception(self, error: Exception) -> None:
        """Leave in good order, though a screen that was coming up breaks by it."""
        if not self._exit:
            super()._handle_exception(error)

    def what_is_kept(self) -> str:
        """Return what a person should know of their answers after a crash."""
        return ""

    def _fatal_error(self) -> None:
        """Whatever breaks, show crisis help; never a traceback with answers in it."""
        kept = ""
        with suppress(Exception):  # what broke may be what this needs
            kept = self.what_is_kept()
        crisis = self.help_lines.of(HelpKind.CRISIS, HelpKind.EMERGENCY)
        lines = (f"{line.name}: {line.reach}" for line in crisis)
        self._exit_renderables.append(Text(crash_words(kept, lines)))
        self._close_messages_no_wait()
