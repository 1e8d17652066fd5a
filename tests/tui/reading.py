"""Reads what an app shows."""

from textual.app import App


def text_of(app: App[None]) -> str:
    """The words on the screen, line by line."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()[:height]
    return "\n".join(strip.text[:width].rstrip() for strip in strips)
