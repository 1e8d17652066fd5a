"""Asks whether an answer that was begun counts, before a question is left open."""

from collections.abc import Iterable
from enum import Enum, auto

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class Fate(Enum):
    """What becomes of it."""

    KEEP = auto()
    TAKE_BACK = auto()
    LOOK = auto()
    """To look at the question again, as it was."""


class TickedScreen(Page[Fate]):
    """Ask; the result is what becomes of the answer."""

    def __init__(self, help_lines: HelpLines, told: str) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            told: What was ticked or typed, in a sentence.
        """
        super().__init__(help_lines)
        self._told = told

    def compose_body(self) -> ComposeResult:
        """What was begun."""
        yield words(_("Keep your answer?"), classes="title")
        yield words(self._told, classes="lead")
        yield words(
            _("Nothing is lost yet. Keep it, and it counts. Or take it back."),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Keeping it is the way of Enter."""
        yield Action(_("Keep my answer"), "keep", key="1", also="enter", main=True)
        yield Action(_("Take it back"), "take_back", key="2")
        yield Action(_("Back"), "look", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", key=keys.HELP, short=_("Help"))

    def action_keep(self) -> None:
        """It counts."""
        self.decide(Fate.KEEP)

    def action_take_back(self) -> None:
        """It does not count."""
        self.decide(Fate.TAKE_BACK)

    def action_look(self) -> None:
        """Look at the question again."""
        self.decide(Fate.LOOK)
