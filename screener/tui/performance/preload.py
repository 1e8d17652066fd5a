"""What a screen leads to, loaded while that screen is read.

The welcome shows sooner without it and takes less memory, and nobody waits for it.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any

from textual.app import App
from textual.css.errors import StylesheetError

AFTER = 0.25
"""Seconds until it begins: once the welcome is painted whole, and before it is read."""


def load_later(
    app: App[Any],
    load: Callable[[], Sequence[str]],
    then: Callable[[], object] = lambda: None,
) -> None:
    """Load beside whatever goes on.

    Args:
        app: The app that will need it.
        load: Loads modules; gives the names of the style sheets that go with them.
        then: What the app does when all is loaded.
    """

    def begin() -> None:
        for name in load():  # one by one, so that no key waits for all of them
            app.call_later(read_style_sheet, app, name)
        app.call_later(then)

    Thread(target=begin).start()


def read_style_sheet(app: App[Any], name: str) -> None:
    """Read a screen's style sheet now, and not when the screen is wanted.

    Then all sheets would be read anew, and all that is shown would be styled anew.

    Args:
        app: The app whose screen it is.
        name: The name of the sheet.
    """
    from screener.tui.screens.page import PAGE_CSS

    path = PAGE_CSS.with_name(f"{name}.tcss")
    if app.stylesheet.has_source(str(path)):
        return
    with suppress(StylesheetError):  # whoever opens the screen is told
        app.stylesheet.read(path)
        app.stylesheet.parse()


def load_all() -> None:
    """Load all that a visit needs, where many visits begin from one process."""
    import screener.tui.widgets.number_field
    import screener.tui.widgets.words_field  # noqa: F401 - loading them is all

    load_questions()
    load_result()
    load_keep()


def load_questions() -> Sequence[str]:
    """Load what a visit needs until its answers are checked."""
    import screener.interview.interview
    import screener.tui.screens.help
    import screener.tui.screens.leaving
    import screener.tui.screens.notice
    import screener.tui.screens.question
    import screener.tui.screens.respondent
    import screener.tui.screens.review
    import screener.tui.screens.settled
    import screener.tui.screens.under_age
    import screener.tui.screens.urgent  # noqa: F401 - loading them is all

    return "question", "review"


def load_result() -> Sequence[str]:
    """Load what tells its result."""
    import screener.summary.builder
    import screener.tui.screens.result  # noqa: F401 - loading them is all

    return ("result",)


def load_keep() -> Sequence[str]:
    """Load what keeps it."""
    import screener.tui.screens.goodbye
    import screener.tui.screens.keep  # noqa: F401 - loading them is all

    return ("keep",)
