"""Asks whether somebody is still there, before everything is cleared."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.widgets import Static

from screener.language import _, ngettext
from screener.model import HelpLines
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class StillThereScreen(Page[None]):
    """Counts down; the app takes it away at any key or touch."""

    IN_VISIT = False

    def __init__(self, help_lines: HelpLines, seconds: int) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            seconds: How long it waits.
        """
        super().__init__(help_lines)
        self._seconds = seconds

    def compose_body(self) -> ComposeResult:
        """Question, countdown, what happens."""
        yield words(_("Are you still there?"), classes="title")
        yield words(_countdown(self._seconds), id="countdown", classes="lead")
        how = (
            _("Press any key or touch the screen to go on.")
            if self.takes_touch
            else _("Press any key to go on.")
        )
        then = _(
            "Nothing of it counts as an answer. If no one does, your answers are "
            "cleared so that no one else can see them."
        )
        yield words(f"{how} {then}", classes="text")

    def actions(self) -> Iterable[Action]:
        """Any key will do."""
        return ()

    def left(self, seconds: int) -> None:
        """Show how many seconds are left, now or as soon as the screen is there."""
        self._seconds = seconds
        for line in self.query("#countdown").results(Static):
            line.update(_countdown(seconds))


def _countdown(seconds: int) -> str:
    return ngettext(
        "This screen clears in {n} second.",
        "This screen clears in {n} seconds.",
        seconds,
    ).format(n=seconds)
