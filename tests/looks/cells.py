"""What stands in the cells of a screen, and how kinds of terminals show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.color import Color, ColorSystem
from rich.palette import Palette
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.filter import monochrome_style

Rgb = tuple[int, int, int]

_EIGHT = 8
"""Colors that a Linux console has for grounds, and from where on colors are bright."""

_XTERM = Palette(
    [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255, 255, 255),
    ]
)
_VGA = Palette(
    [
        (0, 0, 0),
        (170, 0, 0),
        (0, 170, 0),
        (170, 85, 0),
        (0, 0, 170),
        (170, 0, 170),
        (0, 170, 170),
        (170, 170, 170),
        (85, 85, 85),
        (255, 85, 85),
        (85, 255, 85),
        (255, 255, 85),
        (85, 85, 255),
        (255, 85, 255),
        (85, 255, 255),
        (255, 255, 255),
    ]
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colors that meet in a cell."""

    front: Rgb
    back: Rgb

    @property
    def contrast(self) -> float:
        """The ratio of WCAG 2, from 1 to 21."""
        light, dark = sorted(map(_luminance, (self.front, self.back)), reverse=True)
        return (light + 0.05) / (dark + 0.05)


Show = Callable[[Style], Pair]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of terminal, by the colors it has."""

    name: str
    show: Show
    """Which colors it shows where a style is asked for."""
    sixteen: bool = False
    """Whether the program has but 16 colors there."""


def segments_of(app: App[None]) -> list[list[Segment]]:
    """The styled words of an app's screen, line by line."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()[:height]
    return [list(strip.crop(0, width)) for strip in strips]


def _true_color(style: Style) -> Pair:
    front, back = _asked_for(style)
    return Pair(_rgb(front), _rgb(back))


def _256_colors(style: Style) -> Pair:
    front, back = (
        _rgb(one.downgrade(ColorSystem.EIGHT_BIT)) for one in _asked_for(style)
    )
    return Pair(front, back)


def _greys(show: Show) -> Show:
    """As `NO_COLOR` has it."""
    return lambda style: show(monochrome_style(style))


def _linux_console(style: Style) -> Pair:
    """Bold is bright, and a ground never is, as in the kernel's `vt.c`."""
    front, back = _numbers(style)
    return Pair(_VGA[_bold(front, style)], _VGA[back % _EIGHT])


def _xterm(style: Style) -> Pair:
    """Bold is bright, as is usual where there are 16 colors."""
    front, back = _numbers(style)
    return Pair(_XTERM[_bold(front, style)], _XTERM[back])


def _bold(number: int, style: Style) -> int:
    return number + _EIGHT if style.bold and number < _EIGHT else number


def _numbers(style: Style) -> Iterator[int]:
    for color in _asked_for(style):
        yield color.downgrade(ColorSystem.STANDARD).number or 0


def _asked_for(style: Style) -> tuple[Color, Color]:
    """Front and ground; what has no front is blank."""
    assert style.bgcolor is not None, style
    front, ground = style.color or style.bgcolor, style.bgcolor
    return (ground, front) if style.reverse else (front, ground)


def _rgb(color: Color) -> Rgb:
    return color.get_truecolor()


def _luminance(color: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


KINDS = (
    Kind("true color", _true_color),
    Kind("256 colors", _256_colors),
    Kind("NO_COLOR", _greys(_true_color)),
    Kind("NO_COLOR, 256 colors", _greys(_256_colors)),
    Kind("Linux console", _linux_console, sixteen=True),
    Kind("Linux console, NO_COLOR", _greys(_linux_console), sixteen=True),
    Kind("xterm, 16 colors", _xterm, sixteen=True),
    Kind("xterm, 16 colors, NO_COLOR", _greys(_xterm), sixteen=True),
)
