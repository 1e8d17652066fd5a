"""Words to read, laid out for the width of the screen."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from screener.language import _
from screener.model import HelpLines
from screener.summary.layout import WIDTH
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action

_MARGIN = 2
"""Columns beside the text."""


class ReadingScreen(Page[None]):
    """Show a text until the person goes back."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "reading.tcss"]

    def __init__(
        self,
        help_lines: HelpLines,
        title: str,
        text: Callable[[int], str],
        note: str = "",
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            title: What is read.
            text: Returns its lines for a number of columns, made harmless before.
            note: What else to know about the text, in a sentence.
        """
        super().__init__(help_lines)
        self._title = title
        self._text = text
        self._note = note

    def compose_body(self) -> ComposeResult:
        """The title and the text."""
        yield words(self._title, classes="title")
        if self._note:
            yield words(self._note, classes="muted")
        yield words(self._text(self._columns), id="text", classes="text")

    @property
    def _columns(self) -> int:
        return min(WIDTH, self.app.size.width - _MARGIN)

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        text, shown = self._text(self._columns), self.query_one("#text", Static)
        if shown.content != text:
            shown.update(text)

    def actions(self) -> Iterable[Action]:
        """Back, and on."""
        also = "left,backspace,escape"
        yield Action(_("Back"), "go_back", key="Enter", also=also, main=True)
        yield Action(_("Read on"), "scroll_pages(1)", key="Space", short=_("More"))
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_go_back(self) -> None:
        """Go back to the folder."""
        self.decide(None)
