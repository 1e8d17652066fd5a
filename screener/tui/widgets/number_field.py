"""The field for a whole number."""

from textual.widgets import Input

from screener.tui.widgets.answer_area import AnswerArea


class NumberField(Input):
    """A whole number; Enter goes on."""

    DEFAULT_CSS = """
    NumberField {
        width: 20;
        margin: 1 0 0 0;
        border: none;
        height: 1;
        background: $panel;
        color: $foreground;
        &:focus { border: none; background-tint: $background 0%; }
    }
    """

    def __init__(self) -> None:
        """Take digits only."""
        super().__init__(restrict=r"-?[0-9]*", max_length=6, compact=True)
        self.cursor_blink = False

    def write(self, words: str) -> None:
        """Begin with these words.

        Args:
            words: The words.
        """
        self.value = words

    async def action_submit(self) -> None:
        """Go on with what stands here."""
        self.post_message(AnswerArea.Submitted())
