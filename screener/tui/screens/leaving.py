"""Asks before answers are given up."""

from collections.abc import Iterable
from enum import Enum

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class Leaving(Enum):
    """Whether to leave, and what becomes of the answers."""

    STAY = "stay"
    LEAVE = "leave"
    FORGET = "forget"
    """Leave, and remove what was saved as the visit went."""


class LeavingScreen(Page[Leaving]):
    """Ask; the result is what the person chose."""

    def __init__(self, help_lines: HelpLines, *, saved: bool = False) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            saved: Whether the answers were saved as the visit went.
        """
        super().__init__(help_lines)
        self._saved = saved

    def compose_body(self) -> ComposeResult:
        """What leaving means."""
        yield words(_("Leave now?"), classes="title")
        yield words(
            _(
                "Your answers so far are saved. Next time you can pick up here, unless "
                "you forget them now."
            )
            if self._saved
            else self._not_saved(),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Enter stays, other keys leave."""
        yield Action(
            _("Stay"), "stay", key="Enter", also="escape,left,backspace", main=True
        )
        if self._saved:
            yield Action(_("Leave"), "leave", key=keys.OTHERWISE)
            label = _("Forget my answers and leave")
            yield Action(label, "forget", short=_("Forget"))
        else:
            label = _("Leave without saving") if self.keeps else _("Leave")
            yield Action(label, "leave", key=keys.OTHERWISE, short=_("Leave"))

    def _not_saved(self) -> str:
        if self.keeps:
            return _("Your answers are not saved. If you leave, they are gone.")
        return _("If you leave, your answers are gone.")

    def action_stay(self) -> None:
        """Stay where one was."""
        self.decide(Leaving.STAY)

    def action_leave(self) -> None:
        """Leave the answers as they are, or give them up."""
        self.decide(Leaving.LEAVE)

    def action_forget(self) -> None:
        """Remove what was saved too."""
        self.decide(Leaving.FORGET)
