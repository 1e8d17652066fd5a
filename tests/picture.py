"""A picture of a terminal's screen, drawn from its cells as an emulator has them."""

import pyte
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 8, 16
"""Of a cell, in pixels."""

_BLOCKS = {"█": (0, HEIGHT), "▀": (0, HEIGHT // 2), "▄": (HEIGHT // 2, HEIGHT)}
"""From where to where down the cell they reach."""

_NAMED = {
    "default": "0a0a0a",
    "black": "000000",
    "white": "c0c0c0",
    "brightblack": "808080",
    "brightwhite": "ffffff",
}


def picture_of(screen: pyte.Screen, *, colors: bool = True) -> Image.Image:
    """Draw what stands on the screen.

    Args:
        screen: The screen.
        colors: Whether the terminal has any; else all is light on dark.
    """
    size = (screen.columns * WIDTH, screen.lines * HEIGHT)
    picture = Image.new("RGB", size)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default()
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            if not colors:
                cell = cell._replace(fg="default", bg="default", reverse=False)
            _draw(pen, font, cell, column, row)
    return picture


def _draw(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    cell: pyte.screens.Char,
    column: int,
    row: int,
) -> None:
    front = _color(cell.fg if cell.fg != "default" else "white")
    back = _color(cell.bg)
    if cell.reverse:
        front, back = back, front
    x, y = column * WIDTH, row * HEIGHT
    pen.rectangle((x, y, x + WIDTH - 1, y + HEIGHT - 1), fill=back)
    if cell.data in _BLOCKS:
        top, bottom = _BLOCKS[cell.data]
        pen.rectangle((x, y + top, x + WIDTH - 1, y + bottom - 1), fill=front)
    elif cell.data.strip():
        pen.text((x, y), cell.data, fill=front, font=font)


def _color(name: str) -> str:
    return f"#{_NAMED.get(name, name if len(name) == 6 else '808080')}"
