"""The language that is spoken, and the words of the interface in it."""

from screener.language.days import date_words
from screener.language.speech import (
    ENGLISH,
    LANGUAGES,
    N_,
    _,
    ngettext,
    read_catalog,
    speak,
    speaking,
    spoken,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "N_",
    "_",
    "date_words",
    "ngettext",
    "read_catalog",
    "speak",
    "speaking",
    "spoken",
]
