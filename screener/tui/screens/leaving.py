"""Asks before answers are given up."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class LeavingScreen(Page[bool]):
    """The result is whether to leave without saving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,left,backspace", "stay", show=False),
        Binding("l", "leave", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        """What leaving means."""
        yield words("Leave now?", classes="title")
        yield words(
            "Your answers are not saved. If you leave, they are gone.", classes="text"
        )

    def actions(self) -> Iterable[Action]:
        """Stay is the way of Enter."""
        yield Action("Stay", "stay", key="Enter", main=True)
        yield Action("Leave without saving", "leave", key="l", short="Leave")

    def action_stay(self) -> None:
        """Stay where one was."""
        self.decide(False)

    def action_leave(self) -> None:
        """Give the answers up."""
        self.decide(True)
