"""Where bold means bright, dark words on a light ground cannot be bold."""

from collections.abc import Iterable

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_PLAIN = Style(bold=False)


class NoBoldOnLight(LineFilter):
    """Takes bold from dark words: of 16 colors, black would become grey."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Take it from a line.

        Args:
            segments: The line.
            background: What it stands on where it does not say so.
        """
        return list(_plain(segments))


def _plain(segments: Iterable[Segment]) -> Iterable[Segment]:
    for text, style, control in segments:
        dark = style is not None and style.bold and _is_dark_on_light(style)
        yield Segment(text, style + _PLAIN if style and dark else style, control)


def _is_dark_on_light(style: Style) -> bool:
    front, ground = _brightness(style.color), _brightness(style.bgcolor)
    return ground < front if style.reverse else front < ground


def _brightness(color: RichColor | None) -> float:
    return Color.from_rich_color(color).brightness if color else 0.0
