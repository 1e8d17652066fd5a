"""Which language is spoken, and the words of the interface in it.

English words stand in the code, marked by `_`, `ngettext` or `N_`. A process speaks
one language at a time: that of the person who sits before it. What has a language of
its own, such as a file that was saved in another one, is told inside `speaking`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from screener.language.message_catalog import MessageCatalog

ENGLISH = "en"
"""The language of the words in the code."""

LANGUAGES = {ENGLISH: "English", "es": "Español"}
"""The languages of the interface by code, each by its own name."""

DOMAIN = "screener"
"""The name of the catalogs."""

CATALOGS_FOLDER = Path(__file__).with_name("catalogs")
"""Where the catalogs are, one folder a language."""


class Catalog(Protocol):
    """The words of one language, as gettext has them."""

    def gettext(self, message: str) -> str:
        """The words for some English words."""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The words for a number of things."""


catalogs: dict[str, Catalog] = {}
"""The catalogs that were loaded; English has none."""

_spoken = [ENGLISH]
_here: ContextVar[str | None] = ContextVar("language", default=None)


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _here.get() or _spoken[0]


def speak(language: str) -> None:
    """Speak a language from now on; English where the interface does not know it.

    Args:
        language: Its code, such as `es`.
    """
    _spoken[0] = _known(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread or task alone.

    Args:
        language: Its code; English where the interface does not know it.
    """
    before = _here.set(_known(language))
    try:
        yield
    finally:
        _here.reset(before)


def _(message: str) -> str:
    """The words for some English words, in the language that is spoken now."""
    catalog = catalogs.get(spoken())
    # The catalog's translation of an empty text is its metadata.
    return catalog.gettext(message) if catalog and message else message


def ngettext(one: str, many: str, n: int) -> str:
    """The words for a number of things: its own plural in every language.

    Args:
        one: The English words for one thing.
        many: The English words for any other number of them.
        n: The number.
    """
    if catalog := catalogs.get(spoken()):
        return catalog.ngettext(one, many, n)
    return one if n == 1 else many


def N_(message: str) -> str:
    """Mark English words that are kept as they are, and told by `_` when needed."""
    return message


def _known(language: str) -> str:
    """The language, with its catalog loaded; or English."""
    if language in catalogs:
        return language
    if language not in LANGUAGES or language == ENGLISH:
        return ENGLISH
    catalogs[language] = read_catalog(language)
    return language


def read_catalog(language: str) -> MessageCatalog:
    """The words of the interface in a language that is not English.

    Args:
        language: Its code.
    """
    # Only where they are needed: English starts without them.
    import gettext

    from screener.language.message_catalog import MessageCatalog

    return gettext.translation(
        DOMAIN, CATALOGS_FOLDER, [language], class_=MessageCatalog
    )
