"""Draws a screen as an SVG picture: `python -m tests.looks.gallery` draws them all."""

import io
import re

from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import SVG_EXPORT_THEME

from screener.tui.safe_app import SafeApp
from tests.looks.cells import Kind, look, segments_of


def picture(app: SafeApp, kind: Kind) -> str:
    """Draw what an app shows, as a kind of terminal would.

    Args:
        app: The app.
        kind: The kind of terminal.
    """
    console = Console(
        width=app.size.width,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        record=True,
        legacy_windows=False,
    )
    for line in segments_of(app):
        console.print(Segments([_shown(one, kind) for one in line]), end="")
        console.print()
    svg = console.export_svg(title="screener", theme=SVG_EXPORT_THEME)
    # The picture must not fetch fonts from anywhere.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def _shown(segment: Segment, kind: Kind) -> Segment:
    text, style, _ = segment
    return Segment(text, look(style, kind.show(style)) if style else None)
