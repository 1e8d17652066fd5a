"""Everyone can read what the program itself says, and whom it says to call."""

import pytest

from screener.checking.readability import FORMULAS, count_words, syllables_of
from screener.language import LANGUAGES
from tests.language.interface import interface_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_can_read_what_it_says(language: str) -> None:
    formula = FORMULAS[language]
    syllables = syllables_of(formula)
    passages = list(interface_words(language))
    assert len(passages) > 400
    hard = [
        text
        for _, text in passages
        if count_words(text) > 5
        and formula.is_harder(formula.of(text, syllables), formula.told)
    ]
    assert hard == []
