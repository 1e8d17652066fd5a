"""The topics that may be left out of the files."""

from screener.tui.widgets.answer_list import AnswerList


class TopicList(AnswerList):
    """A list of topics to tick, which shows its focus even without a cursor."""

    DEFAULT_CSS = """
    TopicList {
        border-left: blank;
        &.-focused { border-left: thick $primary; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Create an empty list, to be filled by `show`."""
        super().__init__(id=id)
        self._unticked = False
        """Whether the last action removed a tick."""

    def action_move(self, steps: int) -> None:
        """Move the cursor."""
        self._unticked = False
        super().action_move(steps)

    def action_mark(self) -> None:
        """Tick or untick the topic under the cursor."""
        before = self.codes
        super().action_mark()
        self._unticked = len(self.codes) < len(before)

    def action_submit(self) -> None:
        """Submit without ticking a topic again that was just unticked."""
        if self._unticked:
            self._tell(self.Submitted(self, self.codes))
        else:
            super().action_submit()

    def on_focus(self) -> None:
        """Show the focus."""
        self.add_class("-focused")

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.remove_class("-focused")
        self._cursor = None
        self._refresh_rows()
