"""The screens of a kiosk, and one visit to it."""

from screener.tui.kiosk.visit import KioskVisit, allowed_ways

__all__ = ["KioskVisit", "allowed_ways"]
