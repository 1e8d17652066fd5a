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


def asked_language(arguments: list[str]) -> str:
    """Return the language that a command line asks for, or else the machine's.

    It counts wherever `--lang` stands, and also where the rest is not understood: what
    is said about that is said in this language.

    Args:
        arguments: The command line.
    """
    asked = ""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[place + 1 : place + 2])
    code = language_code(asked)
    return code if code in CODES else wanted_language()


def language_code(locale: str) -> str:
    """Return the language of a locale: `es` of `es_US.UTF-8`.

    Args:
        locale: The name of a locale, or of a language.
    """
    for separator in ".@_-":
        locale = locale.partition(separator)[0]
    return locale.lower()


def _wanted() -> list[str]:
    """The codes that are wished for, the dearest first."""
    set_here = os.environ.get("SCREENER_LANG", "")
    locale = next((os.environ[one] for one in _NAMES if os.environ.get(one)), "")
    # A locale without a language wants none, whatever LANGUAGE says.
    has_language = language_code(locale) not in ("", "c", "posix")
    listed = os.environ.get("LANGUAGE", "").split(":") if has_language else []
    return [language_code(one) for one in (set_here, *listed, locale)]
