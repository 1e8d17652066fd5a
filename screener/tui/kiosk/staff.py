"""Asks staff for the PIN; nothing of anyone is there at this moment."""

from collections.abc import Callable, Iterable
from math import ceil

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from screener.kiosk import PinTry
from screener.language import _, ngettext
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action

TryPin = Callable[[str], PinTry]
"""Tries a PIN."""

LONGEST = 64


class StaffScreen(Page[bool]):
    """The result is whether the PIN was right."""

    IN_VISIT = False
    AUTO_FOCUS = "Input"

    def __init__(
        self, help_lines: HelpLines, try_pin: TryPin, wait: Callable[[], float]
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            try_pin: Tries a PIN.
            wait: Tells the seconds until the next try counts.
        """
        super().__init__(help_lines)
        self._try_pin = try_pin
        self._wait = wait
        self._what = ""
        """What came of the last try, before the wait that it made."""
        self._waits = False

    def compose_body(self) -> ComposeResult:
        """One field."""
        yield words(_("For staff"), classes="title")
        yield words(_("Type the PIN, then Enter, to leave the kiosk."), classes="text")
        yield Input(password=True, max_length=LONGEST, compact=True)
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Back to the start."""
        yield Action(_("Back to the start"), "go_back", key=keys.BACK, main=True)

    def on_mount(self) -> None:
        """Say how long to wait, where wrong PINs were typed before."""
        self.query_one(Input).cursor_blink = False
        self._what = _("Too many wrong PINs were typed here.")
        self._say_wait()
        self.set_interval(0.5, self._say_wait)

    def _say_wait(self) -> None:
        """Count the seconds down, and say when they are over."""
        seconds = ceil(self._wait())
        if seconds:
            self.say(f"{self._what} {_wait_words(seconds)}")
        elif self._waits:
            self.say(_("You can try again now."))
        self._waits = seconds > 0

    @on(Input.Submitted)
    def _try(self, event: Input.Submitted) -> None:
        if not event.value:  # Enter alone is no guess at a PIN
            self.say(_("Type the PIN, then Enter, to leave the kiosk."))
            self._say_wait()
            return
        tried = self._try_pin(event.value)
        event.input.clear()
        if tried is PinTry.RIGHT:
            self.decide(True)
            return
        self._what = (
            _("That is not the PIN.")
            if tried is PinTry.WRONG
            else _("That PIN was not looked at, because wrong ones were typed before.")
        )
        self.say(self._what)
        self._say_wait()

    def action_go_back(self) -> None:
        """Go back to the start screen."""
        self.decide(False)


def _wait_words(seconds: int) -> str:
    return ngettext(
        "Wait {n} second, then try again.", "Wait {n} seconds, then try again.", seconds
    ).format(n=seconds)
