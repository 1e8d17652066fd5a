"""One visit: the way through the questions and what was said."""

from typing import TYPE_CHECKING

from screener.lazy import attach

if TYPE_CHECKING:
    from screener.interview.interview import Interview
    from screener.interview.length import length_of
    from screener.interview.place import Place, place_in_words, place_of
    from screener.interview.progress import (
        Progress,
        left_in_a_sentence,
        left_in_short,
        left_in_words,
        progress_of,
    )

__getattr__ = attach(
    __name__,
    {
        "progress": "Progress left_in_a_sentence left_in_short left_in_words "
        "progress_of",
        "interview": "Interview",
        "length": "length_of",
        "place": "Place place_in_words place_of",
    },
)

__all__ = [
    "Interview",
    "Place",
    "Progress",
    "left_in_a_sentence",
    "left_in_short",
    "left_in_words",
    "length_of",
    "place_in_words",
    "place_of",
    "progress_of",
]
