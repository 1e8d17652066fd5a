"""A QR code in half blocks, black on white whatever the colors are."""

from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from screener.summary import QrCode

_DARK, _LIGHT = "#000000", "#ffffff"
_CELLS = {
    (False, False): "█",
    (False, True): "▀",
    (True, False): "▄",
    (True, True): " ",
}
"""By whether the upper and the lower module are dark."""


class QrPicture(Widget):
    """Two rows of modules in each row of cells."""

    DEFAULT_CSS = "QrPicture { width: auto; height: auto; }"

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._code: QrCode | None = None

    def show(self, code: QrCode | None) -> None:
        """Show a code, or nothing."""
        self._code = code
        self.refresh(layout=True)

    def get_content_width(self, *_: object) -> int:
        """A cell for a module."""
        return self._code.side if self._code else 0

    def get_content_height(self, *_: object) -> int:
        """Half a cell for a module."""
        return (self._code.side + 1) // 2 if self._code else 0

    def render_line(self, y: int) -> Strip:
        """A row of cells."""
        if self._code is None:
            return Strip.blank(self.size.width)
        upper, *rest = self._code.modules[2 * y : 2 * y + 2]
        lower = rest[0] if rest else (False,) * len(upper)
        cells = groupby(zip(upper, lower, strict=True))
        return Strip([_segment(cell, len(list(same))) for cell, same in cells])


def _segment(cell: tuple[bool, bool], length: int) -> Segment:
    """Cells that are alike.

    Their characters alone tell light from dark, for a console without colors. Where
    both modules are light the ground is light too, so that no seam shows between cells.
    """
    ground = _DARK if any(cell) else _LIGHT
    return Segment(_CELLS[cell] * length, Style(color=_LIGHT, bgcolor=ground))
