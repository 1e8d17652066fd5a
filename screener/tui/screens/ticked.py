"""Asks whether to keep a draft of an answer before a question is left open."""

from collections.abc import Iterable
from enum import Enum, auto

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class Fate(Enum):
    """The possible decisions about a draft."""

    KEEP = auto()
    TAKE_BACK = auto()
    LOOK = auto()
    """Look at the question again, with the draft unchanged."""


class TickedScreen(Page[Fate]):
    """Ask about a draft; the result is the decision."""

    def __init__(self, help_lines: HelpLines, draft: str) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            draft: A sentence on what was ticked or typed.
        """
        super().__init__(help_lines)
        self._draft = draft

    def compose_body(self) -> ComposeResult:
        """The draft, and what can be done with it."""
        yield words(_("Keep your answer?"), classes="title")
        yield words(self._draft, classes="lead")
        yield words(
            _("Nothing is lost yet. Keep it, and it counts. Or take it back."),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Enter keeps the answer."""
        yield Action(_("Keep my answer"), "keep", key="1", also="enter", main=True)
        yield Action(_("Take it back"), "take_back", key="2")
        yield Action(_("Back"), "look", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", key=keys.HELP, short=_("Help"))

    def action_keep(self) -> None:
        """Keep the draft as the answer."""
        self.decide(Fate.KEEP)

    def action_take_back(self) -> None:
        """Discard the draft."""
        self.decide(Fate.TAKE_BACK)

    def action_look(self) -> None:
        """Look at the question again."""
        self.decide(Fate.LOOK)
