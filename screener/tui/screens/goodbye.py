"""The last screen: where the files are; then everything is cleared."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screener.model import HelpLines
from screener.summary import Saved
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class GoodbyeScreen(Page[None]):
    """Say what was saved where."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", show=False)]

    def __init__(self, help_lines: HelpLines, saved: Saved) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            saved: What was written; no files where nothing was.
        """
        super().__init__(help_lines)
        self._saved = saved

    def compose_body(self) -> ComposeResult:
        """The files, and thanks."""
        yield words("Thank you for answering", classes="title")
        if self._saved.files:
            yield words("Saved to:", classes="lead")
            for file in self._saved.files:
                yield words(str(file), classes="text")
            yield words("To read it again: screener show FILE", classes="muted")
            if self._saved.problem:
                yield words(self._saved.problem, classes="muted")
        else:
            yield words("Nothing was saved.", classes="lead")
        yield words(
            "Talking with someone is the next step. Bring the summary, or just what "
            "you remember.",
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Clear the screen and leave."""
        yield Action(
            "Clear the screen and leave",
            "leave",
            key="Enter",
            short="Leave",
            main=True,
        )
        yield Action("Help lines", "app.show_help", key="h")

    def action_leave(self) -> None:
        """Leave."""
        self.decide(None)
