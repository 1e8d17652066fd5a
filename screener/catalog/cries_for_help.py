"""Loads the phrases that are cries for help, from the cache or from their file."""

from functools import cache
from pathlib import Path

from screener.catalog.cache import load_cached, store
from screener.catalog.folders import questions_folder
from screener.model import CriesForHelp

_FILE = "cries-for-help.toml"
_CACHED_AS = "phrases"


@cache
def load_cries_for_help() -> CriesForHelp:
    """Return the phrases that are cries for help.

    Raises:
        QuestionnaireError: If their file cannot be used as written.
    """
    return load_cached(CriesForHelp, _path(), _CACHED_AS) or _read()


def cache_cries_for_help() -> None:
    """Write what the file says into the cache of shipped files.

    Raises:
        OSError: If the cache cannot be written.
        QuestionnaireError: If the file cannot be used as written.
    """
    store(_read(), _path(), _CACHED_AS)


def _read() -> CriesForHelp:
    from screener.catalog.cries_file import read_cries_for_help

    return read_cries_for_help(_path())


def _path() -> Path:
    return questions_folder() / _FILE
