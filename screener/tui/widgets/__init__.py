"""Widgets: each shows one thing and posts what the person did.

Those that few screens show are in their modules alone.
"""

from screener.tui.widgets.action import Action
from screener.tui.widgets.actions import Actions
from screener.tui.widgets.crisis_line import CrisisLine

__all__ = [
    "Action",
    "Actions",
    "CrisisLine",
]
