"""Something that went wrong and stops nothing: read it, and go on."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class NoticeScreen(Page[None]):
    """Show a message until the person goes on."""

    MUST_BE_READ = True

    def __init__(
        self, help_lines: HelpLines, message: str, *, said_once: bool = True
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            message: The message.
            said_once: Whether the message exists in one language only.
        """
        super().__init__(help_lines)
        self.said_once = said_once
        self._message = message

    def compose_body(self) -> ComposeResult:
        """The message."""
        yield words(_("Please note"), classes="title")
        yield words(self._message, classes="text")

    def actions(self) -> Iterable[Action]:
        """Go on."""
        yield Action(_("Go on"), "go_on", key="Enter", also="escape", main=True)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_go_on(self) -> None:
        """Go on."""
        self.decide(None)
