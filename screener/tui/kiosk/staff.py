"""Asks staff for the PIN; nothing of anyone is there at this moment."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from screener.language import _
from screener.model import HelpLines
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action

TryPin = Callable[[str], float | None]
"""Tries a PIN: `None` if it is right, else the seconds until the next try counts."""

LONGEST = 64


class StaffScreen(Page[bool]):
    """The result is whether the PIN was right."""

    IN_VISIT = False
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go_back", show=False, priority=True),
    ]

    def __init__(self, help_lines: HelpLines, try_pin: TryPin) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            try_pin: Tries a PIN.
        """
        super().__init__(help_lines)
        self._try_pin = try_pin

    def compose_body(self) -> ComposeResult:
        """One field."""
        yield words(_("For staff"), classes="title")
        yield words(_("Type the PIN, then Enter, to leave the kiosk."), classes="text")
        yield Input(password=True, max_length=LONGEST, compact=True)
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Back to the start."""
        yield Action(_("Back to the start"), "go_back", main=True)

    def on_mount(self) -> None:
        """Nothing moves."""
        self.query_one(Input).cursor_blink = False

    @on(Input.Submitted)
    def _try(self, event: Input.Submitted) -> None:
        wait = self._try_pin(event.value)
        event.input.clear()
        if wait is None:
            self.decide(True)
        else:
            later = (
                _(" Wait {wait:.0f} seconds, then try again.").format(wait=wait)
                if wait >= 1
                else ""
            )
            told = _("That is not the PIN.{later}").format(later=later)
            self.say(told)

    def action_go_back(self) -> None:
        """Go back to the start screen."""
        self.decide(False)
