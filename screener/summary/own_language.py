"""Tells a summary in the language it was made in, whatever is spoken now."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from screener.language import speaking
from screener.summary.model import Summary

P = ParamSpec("P")
T = TypeVar("T")


def in_its_language(
    write: Callable[Concatenate[Summary, P], T],
) -> Callable[Concatenate[Summary, P], T]:
    """Make a writer put its own words in the language of what it writes.

    Args:
        write: Tells a summary; what it gives back is whole, and not told later on.
    """

    @wraps(write)
    def told(summary: Summary, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with speaking(summary.questionnaire.language):
            return write(summary, *args, **kwargs)

    return told
