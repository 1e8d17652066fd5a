"""What follows the welcome, loaded while that is read.

The welcome shows sooner without it, and the first question does not wait for it either.
"""

import threading


def load_later() -> None:
    """Begin to load, beside whatever goes on."""
    threading.Thread(target=load).start()


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
