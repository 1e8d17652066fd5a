"""The words of published instruments are locked: compared with their sources once."""

import hashlib

import pytest

from screener.catalog import Editions, select
from screener.model import ChoiceItem, Questionnaire

LOCKED = {
    "phq-9": "025531dbd69e9ff9",
    "phq-2": "025531dbd69e9ff9",
    "gad-7": "9b36bb194277157d",
    "audit-c": "1d340f750ba67935",
    "pc-ptsd-5": "9c7c6b35b4b241bb",
}


IN_SPANISH = {
    "phq-9": "e08efe952de34fb7",
    "phq-2": "e08efe952de34fb7",
    "gad-7": "c9ba7f389ec1ccf2",
    "audit-c": "2e5ec2180dff4e4c",
}
"""Those whose owner has a Spanish version, compared in several copies of it."""


def digest(questionnaire: Questionnaire) -> str:
    """A short digest of all that is asked, and of each option with its score."""
    words = [
        (item.question, [(one.text, one.score) for one in item.option])
        for item in questionnaire.item
        if item.instrument is not None and isinstance(item, ChoiceItem)
    ]
    return hashlib.sha256(repr(words).encode()).hexdigest()[:16]


@pytest.mark.parametrize("id", LOCKED)
def test_no_word_of_an_instrument_has_changed(id: str) -> None:
    found = digest(select(id).load())
    assert found == LOCKED[id], "compare it with its sources, word for word"


@pytest.mark.parametrize("id", LOCKED)
def test_in_spanish_they_are_asked_only_in_their_owners_words(id: str) -> None:
    editions = Editions(select(id), "us")
    assert ("es" in editions.languages) == (id in IN_SPANISH)
    if id in IN_SPANISH:
        found = digest(editions.edition("es").questionnaire)
        assert found == IN_SPANISH[id], "compare it with its form, word for word"


@pytest.mark.parametrize("id", IN_SPANISH)
def test_added_to_the_core_they_are_told_in_spanish_too(id: str) -> None:
    editions = Editions(select("level-of-care", [id]), "us")
    told, original = editions.edition("es"), editions.original
    assert told.questionnaire.content_hash == original.questionnaire.content_hash


def test_with_one_that_is_not_there_in_spanish_no_screen_has_two_languages() -> None:
    assert Editions(select("level-of-care", ["pc-ptsd-5"]), "us").languages == ("en",)
