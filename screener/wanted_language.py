"""Which language a person wants, as far as their machine tells.

This imports nothing that takes time: the first words on the screen ask for it.
"""

import os

CODES = ("en", "es")
"""The languages of the interface; the first is spoken where nothing else is wanted."""

_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wanted_language() -> str:
    """The code of the language to begin with.

    `SCREENER_LANG` comes first, then `LANGUAGE` and the names of the locale, each as
    gettext reads them.
    """
    known = (one for one in _wanted() if one in CODES)
    return next(known, CODES[0])


def _wanted() -> list[str]:
    """The codes that are wished for, the dearest first."""
    set_here = os.environ.get("SCREENER_LANG", "")
    locale = next((os.environ[one] for one in _NAMES if os.environ.get(one)), "")
    # A locale without a language wants none, whatever LANGUAGE says.
    has_language = _code(locale) not in ("", "c", "posix")
    listed = os.environ.get("LANGUAGE", "").split(":") if has_language else []
    return [_code(one) for one in (set_here, *listed, locale)]


def _code(locale: str) -> str:
    """The language of a locale: `es` of `es_US.UTF-8`."""
    return locale.partition(".")[0].partition("@")[0].partition("_")[0].lower()
