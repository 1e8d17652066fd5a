"""Something that went wrong and stops nothing: read it, and go on."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class NoticeScreen(Page[None]):
    """Say it until the person goes on."""

    MUST_BE_READ = True

    def __init__(
        self, help_lines: HelpLines, told: str, *, said_once: bool = True
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            told: What to say.
            said_once: Whether it is there in one language only.
        """
        super().__init__(help_lines)
        self.said_once = said_once
        self._told = told

    def compose_body(self) -> ComposeResult:
        """The words."""
        yield words(_("Please note"), classes="title")
        yield words(self._told, classes="text")

    def actions(self) -> Iterable[Action]:
        """On."""
        yield Action(_("Go on"), "go_on", key="Enter", also="escape", main=True)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_go_on(self) -> None:
        """Go on."""
        self.decide(None)
