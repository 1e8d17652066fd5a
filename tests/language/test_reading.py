"""Everyone can read what the program itself says, and whom it says to call."""

import re

import pytest

from screener.catalog import load_help_lines
from screener.checking.readability import (
    FEWEST_WORDS,
    FORMULAS,
    count_words,
    syllables_of,
)
from screener.language import LANGUAGES
from tests.language.messages import messages, read
from tests.language.test_catalogs import told

_PLACE = re.compile(r"\{[^}]*\}")
_NOT_FOR_VISITORS = re.compile(r"screener |pip install|FHIR|TOML|format")
"""What only counselors, staff and whoever opens files read."""


def sentences(language: str) -> list[str]:
    """What the program says in a language; what it fills in is a short word."""
    catalog = messages(read("es"))
    found = [
        words
        for message in catalog
        for words in told(message.id if language == "en" else message.string)
    ]
    return [_PLACE.sub("it", words) for words in found]


def help_told(language: str) -> list[str]:
    lines = load_help_lines("us-ct", language=language).line
    return [f"{line.about} {line.hours}." for line in lines]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_can_read_what_it_says(language: str) -> None:
    formula = FORMULAS[language]
    syllables = syllables_of(formula)
    hard = [
        f"{formula.of(words, syllables):.1f}: {words}"
        for words in (*sentences(language), *help_told(language))
        if count_words(words) >= FEWEST_WORDS
        and not _NOT_FOR_VISITORS.search(words)
        and formula.is_harder(formula.of(words, syllables), formula.told)
    ]
    assert not hard, "\n".join(hard)
