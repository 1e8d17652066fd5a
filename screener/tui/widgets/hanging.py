"""Rows of text behind marks: list points, or options; each wraps under itself."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from screener.phone_numbers import keep_numbers_whole
from screener.tui.performance.painting import painted


class Row(NamedTuple):
    """A mark and the words behind it, which keep their left edge where they wrap."""

    head: str
    """The mark, with the space after it."""
    text: str
    """The words, shown as they are: no markup."""
    head_style: str = ""
    """How the mark looks, such as `$primary`."""
    style: str = ""
    """How all of it looks."""


class _Line(NamedTuple):
    row: int
    is_first: bool
    text: str


class Hanging(Widget):
    """Rows in one widget, which costs a screen far less than a widget for each."""

    DEFAULT_CSS = """
    Hanging { height: auto; width: 100%; }
    """

    def __init__(self, *rows: Row, id: str | None = None) -> None:
        """Show rows.

        Args:
            rows: What is shown, from top to bottom.
            id: Its id.
        """
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = rows
        self._fitted: tuple[int, list[_Line]] = (0, [])
        """The lines of all rows, in the width before them."""
        self._theme = ""

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    @rows.setter
    def rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; only what has changed is painted, or laid out, anew."""
        before, self._rows = self._rows, tuple(rows)
        if [_words(row) for row in before] != [_words(row) for row in self._rows]:
            self._fitted = (0, [])
            self.refresh(layout=True)
            return
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.refresh(self.region_of(place))

    def region_of(self, place: int) -> Region:
        """Where a row stands within the widget, as it was laid out.

        Args:
            place: Which one.
        """
        width = self.content_size.width
        at = [y for y, line in enumerate(self._lines(width)) if line.row == place]
        left, top = self.gutter.left, self.gutter.top
        return Region(left, top + at[0], width, len(at)) if at else Region()

    def row_at(self, y: int) -> int | None:
        """Which row stands on a line of the widget, if any.

        Args:
            y: The line, from its upper edge.
        """
        lines = self._lines(self.content_size.width)
        line = y - self.gutter.top
        return lines[line].row if 0 <= line < len(lines) else None

    def render_line(self, y: int) -> Strip:
        """One line, in all its width."""
        width = self.content_size.width
        lines = self._lines(width)
        if y >= len(lines):
            return painted(self, width, ("", ""))
        row = self._rows[lines[y].row]
        head = row.head if lines[y].is_first else " " * len(row.head)
        return painted(
            self, width, (head, row.head_style, row.style), (lines[y].text, row.style)
        )

    def notify_style_update(self) -> None:
        """Be drawn anew in another theme: a row's own colors are in no style sheet."""
        super().notify_style_update()
        if self._theme != self.app.theme:
            self._theme = self.app.theme
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[_Line]:
        if self._fitted[0] != width:
            fitted = (_fit(n, row, width) for n, row in enumerate(self._rows))
            self._fitted = (width, [line for lines in fitted for line in lines])
        return self._fitted[1]


def _words(row: Row) -> tuple[int, str]:
    """What decides how many lines a row takes."""
    return len(row.head), row.text


def _fit(place: int, row: Row, width: int) -> list[_Line]:
    text = keep_numbers_whole(row.text)
    wrapped = Content(text).wrap(max(4, width - len(row.head)))
    lines = [line.plain.rstrip() for line in wrapped] or [""]
    return [_Line(place, n == 0, text) for n, text in enumerate(lines)]
