"""A screen that asks before a new folder is created."""

from collections.abc import Iterable
from pathlib import Path

from textual.app import ComposeResult

from screener.harmless import on_one_line
from screener.language import _
from screener.model import HelpLines
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class NewFolderScreen(Page[bool]):
    """Ask whether to create a folder; the result is the answer."""

    MUST_BE_READ = True

    def __init__(self, help_lines: HelpLines, folder: Path) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            folder: The full path of the folder.
        """
        super().__init__(help_lines)
        self._folder = folder

    def compose_body(self) -> ComposeResult:
        """Show the whole path."""
        yield words(_("Make a new folder?"), classes="title")
        yield words(_("This folder does not exist yet:"), classes="text")
        yield words(on_one_line(self._folder), classes="lead")
        yield words(
            _("Your summary will be saved in it. Nothing is written until you choose."),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Both by number, not Enter: the key that led here may still be held down."""
        yield Action(_("Make it and save"), "make", key="1", main=True)
        yield Action(_("Back"), "go_back", key="2", also="escape,left,backspace")
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_make(self) -> None:
        """Create the folder, and save there."""
        self.decide(True)

    def action_go_back(self) -> None:
        """Go back without writing anything."""
        self.decide(False)
