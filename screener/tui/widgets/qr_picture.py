"""A QR code in half blocks, black on white whatever the colors are."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from screener.summary import QrCode

_UPPER = "▀"
_DARK, _LIGHT = "#000000", "#ffffff"


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
        rows = self._code.modules
        upper = rows[2 * y]
        lower = rows[2 * y + 1] if 2 * y + 1 < len(rows) else (False,) * len(upper)
        return Strip(
            [
                Segment(_UPPER, Style(color=_color(above), bgcolor=_color(below)))
                for above, below in zip(upper, lower, strict=True)
            ]
        )


def _color(is_dark: bool) -> str:
    return _DARK if is_dark else _LIGHT
