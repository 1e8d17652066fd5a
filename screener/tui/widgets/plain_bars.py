"""A scroll bar that any terminal can draw, readable without colors."""

from typing import ClassVar

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

_UP, _DOWN = "↑", "↓"
_GRAY, _BRIGHT = Color.parse("#555555"), Color.parse("bright_magenta")
"""Textual's own defaults."""


class PlainBars(ScrollBarRender):
    """Draws whole blocks, as a Linux console has no eighths of them.

    An arrow at either end shows that there is more in that direction.
    """

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = _GRAY,
        bar_color: Color = _BRIGHT,
    ) -> Segments:
        """Return Textual's bar with the arrows added."""
        bar = super().render_bar(
            size,
            virtual_size,
            window_size,
            position,
            thickness,
            vertical,
            back_color,
            bar_color,
        )
        if not (vertical and thickness == 1 and window_size and bar.segments):
            return bar
        cells = list(bar.segments)
        colors = Style(color=bar_color, bgcolor=back_color)
        if position > 0:
            cells[0] = _arrow(_UP, cells[0], colors)
        if position + window_size < virtual_size:
            cells[-1] = _arrow(_DOWN, cells[-1], colors)
        return Segments(cells, new_lines=True)


def _arrow(glyph: str, cell: Segment, colors: Style) -> Segment:
    """Return a cell with an arrow, clickable as before."""
    meta = cell.style.meta if cell.style else {}
    return Segment(glyph, colors + Style(meta=meta))
