"""What the program itself says, and whom it says to call, as texts to read."""

import re
from collections.abc import Iterator

from screener.catalog import load_help_lines, regions
from screener.checking.texts import Passage
from screener.language import ENGLISH, LANGUAGES, read_catalog

_PLACE = re.compile(r"\{[^}]*\}")
_FILLED_IN = "it"
"""What is read in the place of words that are filled in."""

_FOR_STAFF = re.compile(r"screener |not installed|FHIR|TOML|format")
"""Only staff, counselors and whoever opens files read these."""


def interface_words(language: str) -> Iterator[Passage]:
    """Yield what the program says in a language, and about whom to call.

    Args:
        language: The code of one of `LANGUAGES`.
    """
    for english, told in _messages(language):
        if not _FOR_STAFF.search(english):
            yield Passage("interface", _PLACE.sub(_FILLED_IN, told))
    for region in regions():
        for line in load_help_lines(region, language=language).line:
            place = f"help lines {region}, line {line.id}"
            yield Passage(place, f"{line.about} {line.hours}.")


def _messages(language: str) -> Iterator[tuple[str, str]]:
    """The messages, with their words in the language."""
    others = [one for one in LANGUAGES if one != ENGLISH]
    catalog = read_catalog(others[0] if language == ENGLISH else language)
    for english, told in catalog.messages():
        yield english, english if language == ENGLISH else told
