"""The language that is spoken, and the words of the interface in it."""

from screener.language.days import date_words
from screener.language.speech import (
    ENGLISH,
    LANGUAGES,
    _,
    later,
    ngettext,
    read_catalog,
    speak,
    speaking,
    spoken,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "_",
    "date_words",
    "later",
    "ngettext",
    "read_catalog",
    "speak",
    "speaking",
    "spoken",
]
