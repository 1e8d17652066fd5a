"""The field for one's own words."""

from textual import events
from textual.widgets import TextArea

from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.room import Full, pasted, typed


class WordsField(TextArea):
    """A few lines of free words; Enter goes on."""

    DEFAULT_CSS = """
    WordsField {
        height: 7;
        margin: 1 0 0 0;
        padding: 0 1;
        border: none;
        background: $panel;
        color: $foreground;
        &:focus { border: none; background-tint: $background 0%; }
        & .text-area--cursor-line { background: $panel; }
    }
    """

    def __init__(self) -> None:
        """Make an empty field."""
        super().__init__(soft_wrap=True, tab_behavior="focus", compact=True)
        self.max_length = 0
        """How many characters it takes at most."""
        self.cursor_blink = False

    def write(self, words: str) -> None:
        """Begin with these words; what stood there before cannot be had back.

        Args:
            words: The words.
        """
        done = self.history.undo_stack or self.history.redo_stack
        if words or self.text or done:  # a fresh field need not be laid out anew
            self.load_text(words)
        self.move_cursor(self.document.end)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Be styled no more: only its cursor shows the focus, and paints itself."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            _take(event)
            self.post_message(AnswerArea.Submitted())
        elif character := typed(event):
            _take(event)
            if self._room > 0:
                self._put(character)
            else:
                self.post_message(Full(self.max_length))
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert the harmless characters of a paste, as far as there is room."""
        _take(event)
        words, was_cut = pasted(event.text, self._room)
        if words:
            self._put(words)
        if was_cut:
            self.post_message(Full(self.max_length))

    def _put(self, words: str) -> None:
        start, end = self.selection
        self.replace(words, start, end, maintain_selection_offset=False)

    @property
    def _room(self) -> int:
        """How many characters can still replace the selection."""
        return self.max_length - len(self.text) + len(self.selected_text)


def _take(event: events.Event) -> None:
    event.stop()
    event.prevent_default()
