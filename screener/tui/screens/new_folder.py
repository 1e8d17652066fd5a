"""A screen that asks before a new folder is created."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.tui.screens.confirm import ConfirmScreen
from screener.tui.screens.page import words
from screener.tui.widgets import Action


class NewFolderScreen(ConfirmScreen):
    """Ask whether to create a folder; the subject is its full path."""

    def compose_body(self) -> ComposeResult:
        """Show the whole path."""
        yield words(_("Make a new folder?"), classes="title")
        yield words(_("This folder does not exist yet:"), classes="text")
        yield words(self._subject, classes="lead")
        yield words(
            _("Your summary will be saved in it. Nothing is written until you choose."),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Both by number, not Enter: the key that led here may still be held down."""
        yield Action(_("Make it and save"), "confirm", key="1", main=True)
        yield Action(_("Back"), "decline", key="2", also="escape,left,backspace")
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))
