"""A table that breaks words, so that nothing is cut at its right edge."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import DataTable

from screener.summary import safe


class Column(NamedTuple):
    """The heading of a column, and what stands in it, row by row."""

    heading: str
    cells: Sequence[str]
    most: int = 999
    """How wide it may be at most."""


Columns: TypeAlias = Callable[[int], Iterable[Column]]
"""Gives what is shown at a width of the terminal."""

_SCROLLBAR = 1


class FittedTable(DataTable[Text]):
    """Rows of as many lines as their longest cell needs at this width."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(cursor_type="row", zebra_stripes=False)
        self._columns_of: Columns = lambda width: ()
        self._fitted_to = 0

    def show(self, columns: Columns, row: int = 0) -> None:
        """Show other rows.

        Args:
            columns: What is in them.
            row: Where the cursor stands then.
        """
        self._columns_of = columns
        self._fit(row)

    def on_resize(self) -> None:
        """Break the words again where the width has changed."""
        if self.size.width != self._fitted_to:
            self._fit(self.cursor_row)
        else:
            self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.move_cursor(row=self.cursor_row)

    def _fit(self, row: int) -> None:
        self._fitted_to = self.size.width
        columns = [*self._columns_of(self.app.size.width)]
        room = self.size.width - _SCROLLBAR - 2 * self.cell_padding * len(columns)
        widths = fitted_widths(columns, max(room, 1))
        self.clear(columns=True)
        if not any(column.cells for column in columns):
            return  # hidden, it would lose the focus, and keys would go elsewhere
        for column, width in zip(columns, widths, strict=True):
            self.add_column(column.heading, width=width)
        for cells in zip(*(column.cells for column in columns), strict=True):
            broken = [
                broken_words(cell, width)
                for cell, width in zip(cells, widths, strict=True)
            ]
            height = max(cell.count("\n") for cell in broken) + 1
            self.add_row(*map(Text, broken), height=height)
        if self.row_count:
            self.move_cursor(row=min(row, self.row_count - 1))


def stacked(*cells: Sequence[str]) -> list[str]:
    """Return one cell a row, with those of several columns under each other.

    Args:
        cells: The cells of each column.
    """
    rows = zip(*cells, strict=True)
    return ["\n".join(filter(None, row)) for row in rows]


def fitted_widths(columns: Sequence[Column], room: int) -> list[int]:
    """Return how wide each column is: as its cells where there is room for all.

    Otherwise the widest give way first, as far as their longest words let them.

    Args:
        columns: The columns.
        room: How wide all of them may be together.
    """
    natural = [min(_widest(column, "\n"), column.most) for column in columns]
    least = [
        min(max(_widest(column), cell_len(column.heading)), column.most, room // 2)
        for column in columns
    ]
    cap = max(natural, default=0)
    widths = natural
    while sum(widths) > room and cap > 1:
        cap -= 1
        widths = [
            min(own, max(floor, cap)) for own, floor in zip(natural, least, strict=True)
        ]
        if cap < min(least, default=1):
            least = [cap] * len(least)
    return [max(1, width) for width in widths]


def _widest(column: Column, separator: str | None = None) -> int:
    """Return the width of a column's longest line, or of its longest word."""
    pieces = (
        piece
        for cell in {column.heading, *column.cells}
        for piece in cell.split(separator)
    )
    return max(map(cell_len, pieces), default=0)


@lru_cache(maxsize=2000)
def broken_words(words: str, width: int) -> str:
    """Return words in lines of a width at most, made safe to show.

    Args:
        words: One line or more.
        width: In columns of the terminal.
    """
    lines: list[str] = []
    for line in words.split("\n"):
        lines += _lines(safe(line).split(" "), width)
    return "\n".join(lines)


def _lines(words: Iterable[str], width: int) -> list[str]:
    lines = [""]
    for word in words:
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        rest = word
        while cell_len(rest) > width:
            part = _beginning(rest, width)
            lines.append(part)
            rest = rest[len(part) :]
        lines.append(rest)
    return [line for line in lines if line] or [""]


def _beginning(word: str, width: int) -> str:
    for length in range(len(word), 1, -1):
        if cell_len(word[:length]) <= width:
            return word[:length]
    return word[:1]
