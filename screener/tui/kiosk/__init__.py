"""The screens of a kiosk, and one visit to it."""

from screener.tui.kiosk.visit import KioskVisit

__all__ = ["KioskVisit"]
