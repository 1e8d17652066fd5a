"""The topics that may be left out of the files."""

from screener.tui.widgets.answer_list import AnswerList


class TopicList(AnswerList):
    """A list of topics to tick; that it has the focus is seen without a cursor too."""

    DEFAULT_CSS = """
    TopicList {
        border-left: blank;
        &.-focused { border-left: thick $primary; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id=id)
        self._unticked = False
        """Whether the last thing done was to take a tick away."""

    def action_move(self, steps: int) -> None:
        """Move the cursor."""
        self._unticked = False
        super().action_move(steps)

    def action_mark(self) -> None:
        """Tick the topic under the cursor, or take its tick away."""
        before = self.codes
        super().action_mark()
        self._unticked = len(self.codes) < len(before)

    def action_submit(self) -> None:
        """Go on; a tick that was just taken away does not come back."""
        if self._unticked:
            self._tell(self.Submitted(self, self.codes))
        else:
            super().action_submit()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.add_class("-focused")

    def on_blur(self) -> None:
        """Show no cursor: the focus is elsewhere."""
        self.remove_class("-focused")
        self._cursor = None
        self._refresh_rows()
