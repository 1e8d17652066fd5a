"""What follows the welcome, loaded while that is read.

The welcome shows sooner without it, and the first question does not wait for it either.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from textual.app import App
from textual.css.errors import StylesheetError

AFTER = 0.25
"""Seconds until it begins: once the welcome is painted whole, and before it is read."""

SHEETS = ("question", "review", "result", "keep")
"""The style sheets of the screens that every visit comes to, in that order."""


def load_later(app: App[Any], then: Callable[[], object]) -> None:
    """Load beside whatever goes on, once the first screen stands.

    Args:
        app: The app that will need it.
        then: What the app does when all is loaded.
    """

    def begin() -> None:
        load()
        for name in SHEETS:  # one by one, so that no key waits for all of them
            app.call_later(read_style_sheet, app, name)
        app.call_later(then)

    app.set_timer(AFTER, Thread(target=begin).start)


def read_style_sheet(app: App[Any], name: str) -> None:
    """Read a screen's style sheet now, and not when the screen is wanted.

    Then all sheets would be read anew, and all that is shown would be styled anew.

    Args:
        app: The app whose screen it is.
        name: The name of the sheet.
    """
    from screener.tui.screens.page import PAGE_CSS

    with suppress(StylesheetError):  # whoever opens the screen is told
        app.stylesheet.read(PAGE_CSS.with_name(f"{name}.tcss"))
        app.stylesheet.parse()


def load() -> None:
    """Load what a visit needs from its first question to its last screen."""
    import screener.interview.interview
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
