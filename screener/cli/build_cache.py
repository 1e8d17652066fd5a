"""Caches all that is shipped, in every language, as read and checked.

`make run` does it once: python -m screener.cli.build_cache
"""

from contextlib import suppress

from screener.catalog.cache import ORIGINAL, store
from screener.catalog.cries_for_help import cache_cries_for_help
from screener.catalog.folders import help_lines_folder
from screener.catalog.help_lines import has_help_lines, load_help_lines, regions
from screener.catalog.selection import Selection, installed, supporter_key
from screener.errors import ScreenerError
from screener.interview.length import LENGTH, length_of
from screener.language import LANGUAGES


def build_cache() -> None:
    """Write the cache of all that is shipped.

    What cannot be used as written is passed over: an error says why when it is read.

    Raises:
        OSError: If nothing can be written where the program lies.
    """
    for folder in installed():
        with suppress(ScreenerError):
            _cache_questionnaire(Selection(folder))
    for region in regions():
        with suppress(ScreenerError):
            _cache_help_lines(region)
    with suppress(ScreenerError):
        cache_cries_for_help()


def _cache_questionnaire(selection: Selection) -> None:
    (part,) = selection.load_parts()
    store(part, selection.folder, ORIGINAL)
    store(length_of(part), selection.folder, LENGTH)
    editions = [part]
    for language in selection.languages():
        translated = selection.translate(part, [part], language)
        store(translated, selection.folder, language)
        editions.append(translated)
    for own in editions if part.supporter else ():
        with suppress(ScreenerError):
            worded = selection.in_supporter_words(own, [part])
            store(worded, selection.folder, supporter_key(own.language, part.language))


def _cache_help_lines(region: str) -> None:
    for language in LANGUAGES:
        if has_help_lines(region, language):
            lines = load_help_lines(region, language=language)
            store(lines, help_lines_folder(), f"{region}.{language}")


if __name__ == "__main__":
    build_cache()
