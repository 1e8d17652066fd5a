"""A caseload on screens: who is in it, and what to do next."""

from screener.tui.caseload.app import CaseloadApp, NextVisit

__all__ = ["CaseloadApp", "NextVisit"]
