"""The first screen: what this is, what it is not, and how to leave."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screener.interview import progress
from screener.model import HelpLines, Questionnaire
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class WelcomeScreen(Page[bool]):
    """Invite; the result is whether the person starts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,s", "start", show=False),
        Binding("l", "leave", show=False),
    ]

    def __init__(self, help_lines: HelpLines, questionnaire: Questionnaire) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            questionnaire: What will be asked.
        """
        super().__init__(help_lines)
        self._questionnaire = questionnaire

    def compose_body(self) -> ComposeResult:
        """Say what a person wants to know before they start."""
        asked = self._questionnaire
        ahead = progress(asked, {})
        minutes = f"about {ahead.minutes} minutes"
        span = f"{ahead.fewest_left} to {ahead.most_left} questions, {minutes}."
        yield words(asked.title, classes="title")
        yield words(asked.about, classes="text")
        yield words(asked.limits, classes="text")
        yield words(f"{span} You can skip any of them.", classes="text")
        yield words(asked.seen_by, classes="text")
        yield words(
            "To leave fast at any time, hold Ctrl and press X. The screen clears at "
            "once and your answers are gone. Nothing is saved unless you save it.",
            classes="lead",
        )
        yield words(
            "Keys: a number or the arrows choose, Enter goes on, c changes the "
            "colors. A mouse or a touch screen works too.",
            classes="muted",
        )

    def actions(self) -> Iterable[Action]:
        """Start, leave, help."""
        yield Action("Start", "start", key="Enter", main=True)
        yield Action("Leave", "leave", key="l")
        yield Action("Help lines", "app.show_help", key="h")

    def action_start(self) -> None:
        """Go on to the questions."""
        self.decide(True)

    def action_leave(self) -> None:
        """Go away."""
        self.decide(False)
