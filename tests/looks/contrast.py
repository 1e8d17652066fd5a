"""Measures every pair of colors that is drawn on a screen: `make contrast`."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.style import Style
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from screener.tui.safe_app import SafeApp
from screener.tui.themes import HIGH_CONTRAST, THEMES
from tests.looks.cells import KINDS, Kind, Pair, segments_of
from tests.looks.walks import WALKS, Stops, stops

REPORT = Path(__file__).parents[2] / "docs" / "contrast.md"

SHAPES = frozenset("█▀▄░▒▓─│┌┐└┘├┤┬┴┼↑↓")
"""Glyphs that are no words: bars, lines, a picture's parts."""

_ABOUT = """\
# Contrast

Every pair of colors that meets in a cell of a screen, in every theme, on every kind of
terminal by the colors it has. `make contrast` walks through all screens, measures what
is drawn there, and writes this page; the tests hold what it says.

The ratio is that of WCAG 2. Words need 4.5, in the high-contrast theme 7. Shapes (bars,
lines, scroll bars) need 3: they tell nothing that does not stand beside them in words.

Below 16 colors a program names colors by number and the terminal decides how they look:
these are the colors of a Linux console and of xterm, where bold is bright as well.
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Two colors that meet on a screen."""

    kind: str
    theme: str
    is_shape: bool
    pair: Pair

    @property
    def least(self) -> float:
        """What its contrast has to be."""
        if self.is_shape:
            return 3.0
        return 7.0 if self.theme == HIGH_CONTRAST.name else 4.5

    @property
    def row(self) -> str:
        """As it stands in the report."""
        front, back = ("#{:02x}{:02x}{:02x}".format(*one) for one in self._colors)
        what = "shape" if self.is_shape else "words"
        told = (self.theme, what, front, back, f"{self.pair.contrast:.1f}", self.least)
        return "| " + " | ".join(map(str, told)) + " |"

    @property
    def _colors(self) -> tuple[tuple[int, int, int], ...]:
        return self.pair.front, self.pair.back


async def measure(walked: Stops, *, sixteen: bool) -> dict[Drawn, str]:
    """Collect what is drawn on a walk, with where it was seen first.

    Args:
        walked: The stops of the walk.
        sixteen: Whether the terminal has but 16 colors.
    """
    seen: dict[Drawn, str] = {}
    known: set[object] = set()
    kinds = [kind for kind in KINDS if kind.sixteen == sixteen]
    async for name, app in walked:
        here = _colored(app)
        if here <= known:
            continue  # other words in the same colors
        known |= here
        for theme in THEMES:
            app.theme = theme.name
            await app.animator.wait_until_complete()
            app.screen.refresh(layout=True)
            await asyncio.sleep(0.02)
            for style, is_shape in set(_styles(app)):
                for kind in kinds:
                    drawn = _drawn(kind, theme.name, style, is_shape)
                    seen.setdefault(drawn, name)
        app.theme = THEMES[0].name
    return seen


def _colored(app: SafeApp) -> set[object]:
    """What decides about colors: the widgets on the screen, and the styles they use."""
    widgets = (one for one in app.screen.walk_children(Widget) if one.is_on_screen)
    states = ((type(one), one.id, one.classes, one.pseudo_classes) for one in widgets)
    return {*states, *_styles(app)}


def _drawn(kind: Kind, theme: str, style: Style, is_shape: bool) -> Drawn:
    return Drawn(kind.name, theme, is_shape, kind.show(style))


def _styles(app: SafeApp) -> Iterator[tuple[Style, bool]]:
    """The styles of all words and shapes on the screen."""
    for line in segments_of(app):
        for text, style, _ in line:
            if style is not None:
                glyphs = set(text) - {" "}
                # A cell that is all of one color has nothing to tell apart.
                if glyphs == {"█"} and style.color == style.bgcolor:
                    continue
                for is_shape in {glyph in SHAPES for glyph in glyphs}:
                    yield style, is_shape
    for bar in app.screen.query(ScrollBar):
        if bar.display and bar.parent is not None:
            styles = bar.parent.styles
            thumb, ground = styles.scrollbar_color, styles.scrollbar_background
            yield Style.from_color(thumb.rich_color, ground.rich_color), True


def report(seen: dict[Drawn, str]) -> str:
    """The page that tells all of it."""
    parts = [_ABOUT]
    for kind in KINDS:
        here = [drawn for drawn in seen if drawn.kind == kind.name]
        here.sort(key=lambda one: (one.theme, one.is_shape, one.pair.contrast))
        parts += [
            f"## {kind.name[:1].upper()}{kind.name[1:]}\n",
            "| theme | what | front | back | ratio | least | first seen |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *(f"{drawn.row} {seen[drawn]} |" for drawn in here),
            "",
        ]
    return "\n".join(parts)


async def _measure_all() -> dict[Drawn, str]:
    seen: dict[Drawn, str] = {}
    for walk in WALKS:
        for sixteen in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                walked = stops(walk, Path(folder), sixteen=sixteen)
                found = await measure(walked, sixteen=sixteen)
            seen = found | seen
    return seen


def main() -> int:
    """Print and write the report; fail if a pair is too weak."""
    seen = asyncio.run(_measure_all())
    told = report(seen)
    REPORT.write_text(told, encoding="utf-8")
    print(told)
    weak = [drawn for drawn in seen if drawn.pair.contrast < drawn.least]
    for drawn in weak:
        print(f"too weak, {drawn.kind}: {drawn.row} {seen[drawn]}")
    print(f"{len(seen)} pairs, {len(weak)} too weak; see {REPORT.name}")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
