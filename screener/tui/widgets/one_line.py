"""A field for a few words, as quiet as the rest of the screen."""

from textual import events
from textual.widgets import Input

from screener.tui.widgets.room import Full, pasted, typed


class OneLine(Input):
    """One line of words."""

    DEFAULT_CSS = """
    OneLine {
        border: none;
        height: 1;
        max-width: 92;
        margin-bottom: 1;
        background: $panel;
        color: $foreground;
        &:focus { border: none; background-tint: $background 0%; }
    }
    """

    async def _on_key(self, event: events.Key) -> None:
        """Insert a character, or report that the field is full."""
        character = typed(event)
        if not character:
            await super()._on_key(event)
        elif self._room > 0:
            event.stop()
            event.prevent_default()
            self.replace(character, *self.selection)
        else:
            event.stop()
            event.prevent_default()
            self.post_message(Full(self.max_length or 0))

    def _on_paste(self, event: events.Paste) -> None:
        """Insert the harmless characters of a paste, as far as there is room.

        A password is inserted unchanged and completely, or not at all, as nobody could
        see that it was cut.
        """
        event.stop()
        event.prevent_default()
        words, was_cut = pasted(event.text, self._room)
        if self.password:
            line, *_others = event.text.splitlines() or [""]
            words, was_cut = line, len(line) > self._room
        if words and not (self.password and was_cut):
            self.replace(words, *self.selection)
        if was_cut:
            self.post_message(Full(self.max_length or 0))

    @property
    def _room(self) -> int:
        """How many characters can still replace the selection."""
        left = (self.max_length or 0) - len(self.value)
        return left + len(self.selected_text)


def one_line(
    max_length: int, words: str = "", *, id: str | None = None, hidden: bool = False
) -> OneLine:
    """Make one.

    Args:
        max_length: How many characters it takes.
        words: What stands in it.
        id: Its id.
        hidden: Whether what is typed is not shown.
    """
    field = OneLine(words, max_length=max_length, compact=True, id=id, password=hidden)
    field.cursor_blink = False
    return field
