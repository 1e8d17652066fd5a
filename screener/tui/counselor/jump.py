"""Every question at a glance; choosing one goes there."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import OptionList

from screener.counselor import Marks
from screener.interview import Interview
from screener.language import _
from screener.model import HelpLines, Item
from screener.tui import keys
from screener.tui.screens.page import PAGE_CSS, CssPath, words
from screener.tui.screens.review import ReviewScreen
from screener.tui.widgets import Action


class JumpScreen(ReviewScreen):
    """The result is a question to go to, or `None` to stay."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, PAGE_CSS.with_name("review.tcss")]

    def __init__(
        self, help_lines: HelpLines, interview: Interview, marks: Marks
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far.
            marks: What the counselor set down.
        """
        super().__init__(help_lines, interview)
        self._marks = marks

    def compose_body(self) -> ComposeResult:
        """The list of the other screen, under another title."""
        yield words(_("Go to a question"), classes="title")
        yield OptionList(*self._options(), markup=False)

    def actions(self) -> Iterable[Action]:
        """Go there, or stay."""
        yield Action(_("Go there"), "go_there", key="Enter", main=True)
        yield Action(_("Stay here"), "stay", key=keys.BACK, short=_("Stay"))
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def on_mount(self) -> None:
        """Begin at the present question."""
        questions = self.query_one(OptionList)
        if self._interview.at:
            questions.highlighted = questions.get_option_index(self._interview.at)

    def action_go_there(self) -> None:
        """Go to the question under the cursor."""
        self.query_one(OptionList).action_select()

    def action_stay(self) -> None:
        """Stay where one was."""
        self.decide(None)

    def _words(self, item: Item) -> Text:
        marks = [
            name
            for name, holds in (
                (_("own rating"), self._marks.rating(item.link_id)),
                (_("note"), self._marks.note_on(item.link_id)),
                (_("ask again"), item.link_id in self._marks.ask_again),
            )
            if holds
        ]
        return super()._words(item).append(f"  [{', '.join(marks)}]" if marks else "")
