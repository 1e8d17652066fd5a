"""Two people at one screen: a counselor walks a client through."""

from screener.tui.counselor.app import CounselorApp

__all__ = ["CounselorApp"]
