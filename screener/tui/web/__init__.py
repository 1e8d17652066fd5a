"""A visit on the screen of a browser."""

from screener.tui.web.visit import BrowserVisit

__all__ = ["BrowserVisit"]
