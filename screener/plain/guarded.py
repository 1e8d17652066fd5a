"""Holds a visit line by line; says what is left, and helps, if the program breaks."""

from contextlib import suppress

from screener.crash_words import crash_words, kept_words
from screener.errors import ScreenerError
from screener.plain.talk import Gone, Talk
from screener.plain.visit import PlainVisit

BROKE = 1
"""The exit code of a visit in which the program broke."""


def hold(visit: PlainVisit, talk: Talk) -> int:
    """Hold a visit; a traceback, which may show answers, is never printed.

    Args:
        visit: The visit.
        talk: Whom to talk with.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If something is wrong that people can fix.
    """
    try:
        return visit.hold()
    except ScreenerError:
        raise
    except Exception:
        with suppress(Gone):  # nobody reads it
            _say_what_is_left(visit, talk)
        return BROKE


def _say_what_is_left(visit: PlainVisit, talk: Talk) -> None:
    has_answers = bool(visit.interview.answers)
    kept = kept_words(visit.saved.files, has_answers=has_answers)
    talk.say("")
    for line in crash_words(kept, ()).splitlines():
        talk.say_whole(line)
    talk.say_crisis()
