"""Draws a screen as an SVG picture, cell by cell, as a kind of terminal shows it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from rich.cells import cell_len

from screener.tui.safe_app import SafeApp
from tests.looks.cells import Kind, Pair, Rgb, segments_of

WIDTH, HEIGHT = 8.4, 18
"""Of a cell, at a size of letters of 14."""

_EDGE = 12
_BASE = 13
"""How far down a cell letters stand."""

_BLOCKS = {"█": (0, HEIGHT), "▀": (0, HEIGHT // 2), "▄": (HEIGHT // 2, HEIGHT)}
"""From where to where down the cell they reach."""

_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
 xml:space="preserve">
<style>
text {{ font: 14px "DejaVu Sans Mono", Menlo, Consolas, monospace;
  white-space: pre }}
path {{ shape-rendering: crispEdges }}
.b {{ font-weight: bold }}
.u {{ text-decoration: underline }}
</style>
<rect width="{width}" height="{height}" rx="6" fill="{fill}"/>
"""


@dataclass(frozen=True, slots=True)
class _Run:
    """Cells of one look, side by side."""

    text: str
    column: int
    row: int
    pair: Pair
    classes: str

    @property
    def block(self) -> str:
        """The block that fills it; drawn as a shape, so that no font leaves gaps."""
        glyphs = set(self.text)
        return glyphs.pop() if len(glyphs) == 1 and glyphs <= set(_BLOCKS) else ""

    @property
    def x(self) -> float:
        return _EDGE + self.column * WIDTH

    @property
    def y(self) -> int:
        return _EDGE + self.row * HEIGHT


def picture(app: SafeApp, kind: Kind) -> str:
    """Draw what an app shows.

    Args:
        app: The app.
        kind: The kind of terminal.
    """
    columns, rows = app.size
    runs = list(_runs(app, kind))
    ground = runs[0].pair.back
    head = _HEAD.format(
        width=_short(2 * _EDGE + columns * WIDTH),
        height=2 * _EDGE + rows * HEIGHT,
        fill=_hex(ground),
    )
    grounds, blocks = defaultdict[Rgb, str](str), defaultdict[Rgb, str](str)
    for run in runs:
        if run.pair.back != ground:
            grounds[run.pair.back] += _box(run, 0, HEIGHT)
        if run.block:
            blocks[run.pair.front] += _box(run, *_BLOCKS[run.block])
    shapes = [*grounds.items(), *blocks.items()]
    paths = (f'<path fill="{_hex(color)}" d="{boxes}"/>\n' for color, boxes in shapes)
    return "".join([head, *paths, *map(_words, runs), "</svg>\n"])


def _runs(app: SafeApp, kind: Kind) -> Iterator[_Run]:
    for row, line in enumerate(segments_of(app)):
        column, last = 0, None
        for text, style, _ in line:
            assert style is not None
            bold, under = style.bold or False, style.underline or False
            classes = "b" * bold + " " * (bold and under) + "u" * under
            run = _Run(text, column, row, kind.show(style), classes)
            column += cell_len(text)
            if last and _may_join(last, run):
                last = _Run(last.text + text, last.column, row, run.pair, classes)
            else:
                yield from (last,) if last else ()
                last = run
        yield from (last,) if last else ()


def _may_join(one: _Run, other: _Run) -> bool:
    return (one.pair, one.classes) == (other.pair, other.classes)


def _words(run: _Run) -> str:
    words = run.text.strip()
    if run.block or not words:
        return ""
    x = run.x + WIDTH * cell_len(run.text[: run.text.index(words[0])])
    length = WIDTH * cell_len(words)
    classes = f' class="{run.classes}"' if run.classes else ""
    return (
        f'<text x="{_short(x)}" y="{run.y + _BASE}" textLength="{_short(length)}" '
        f'fill="{_hex(run.pair.front)}"{classes}>{escape(words)}</text>\n'
    )


def _box(run: _Run, top: int, bottom: int) -> str:
    """A part of its cells, as a path."""
    width = _short(WIDTH * cell_len(run.text))
    return f"M{_short(run.x)} {run.y + top}h{width}v{bottom - top}h-{width}z"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _hex(color: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
