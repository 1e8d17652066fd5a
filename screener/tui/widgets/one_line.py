"""A field for a few words, as quiet as the rest of the screen."""

from textual.widgets import Input


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
