"""Which language a person wants, as far as their machine tells."""

from collections.abc import Iterator, Mapping

from screener.language.speech import ENGLISH, LANGUAGES

_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


def preferred(environ: Mapping[str, str]) -> str:
    """The code of the language to begin with; English where nothing else is said.

    Args:
        environ: The environment: `SCREENER_LANG` first, then `LANGUAGE` and the names
            of the locale, each as gettext reads them.
    """
    return next((one for one in _wanted(environ) if one in LANGUAGES), ENGLISH)


def _wanted(environ: Mapping[str, str]) -> Iterator[str]:
    """The codes that are wished for, the dearest first."""
    yield _code(environ.get("SCREENER_LANG", ""))
    locale = next((environ[one] for one in _NAMES if environ.get(one)), "")
    # A locale without a language wants none, whatever LANGUAGE says.
    if _code(locale) not in ("", "c", "posix"):
        yield from map(_code, environ.get("LANGUAGE", "").split(":"))
    yield _code(locale)


def _code(locale: str) -> str:
    """The language of a locale: `es` of `es_US.UTF-8`."""
    return locale.partition(".")[0].partition("@")[0].partition("_")[0].lower()
