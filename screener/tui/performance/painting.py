"""Lines painted straight from words: what changes with every key is painted often."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


def painted(widget: Widget, width: int, *parts: tuple[str, *tuple[str, ...]]) -> Strip:
    """One line of a widget, at a tenth of what Textual's content takes.

    Args:
        widget: The widget, in whose colors it is.
        width: How wide the line is, in cells.
        parts: Words, which are shown as they are, and the styles over the widget's own,
            such as `bold $primary`, the last on top.
    """
    parse = widget.app.stylesheet.parse_style
    base, segments, left = widget.visual_style, list[Segment](), width
    for words, *styles in parts:
        look = sum(map(parse, styles), start=base)
        segments.append(Segment(words, look.rich_style))
        left -= cell_len(words)
    if left > 0:
        segments.append(Segment(" " * left, look.rich_style))
    return Strip(segments, width)
