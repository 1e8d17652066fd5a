"""What follows the welcome, loaded while that is read.

The welcome shows sooner without it, and the first question does not wait for it either.
"""

import threading
from typing import Any

from textual.app import App

AFTER = 0.1
"""Seconds until it begins: once the welcome is painted whole, and before it is read."""


def load_later(app: App[Any]) -> None:
    """Load beside whatever goes on, once the first screen stands.

    Args:
        app: The app that will need it.
    """
    app.set_timer(AFTER, threading.Thread(target=load).start)


def load() -> None:
    """Load what a visit needs from its first question to its last screen."""
    import screener.interview
    import screener.summary
    import screener.tui.screens.goodbye
    import screener.tui.screens.help
    import screener.tui.screens.keep
    import screener.tui.screens.leaving
    import screener.tui.screens.notice
    import screener.tui.screens.question
    import screener.tui.screens.respondent
    import screener.tui.screens.result
    import screener.tui.screens.review
    import screener.tui.screens.settled
    import screener.tui.screens.under_age
    import screener.tui.screens.urgent  # noqa: F401 - loading them is all
