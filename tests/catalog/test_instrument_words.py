"""The words of published instruments are locked: compared with their sources once."""

import hashlib

import pytest

from screener.catalog import select
from screener.model import ChoiceItem

LOCKED = {
    "phq-9": "025531dbd69e9ff9",
    "phq-2": "025531dbd69e9ff9",
    "gad-7": "9b36bb194277157d",
    "audit-c": "1d340f750ba67935",
    "pc-ptsd-5": "9c7c6b35b4b241bb",
}


def digest(id: str) -> str:
    """A short digest of all that is asked, and of each option with its score."""
    words = [
        (item.question, [(one.text, one.score) for one in item.option])
        for item in select(id).load().item
        if item.instrument is not None and isinstance(item, ChoiceItem)
    ]
    return hashlib.sha256(repr(words).encode()).hexdigest()[:16]


@pytest.mark.parametrize("id", LOCKED)
def test_no_word_of_an_instrument_has_changed(id: str) -> None:
    assert digest(id) == LOCKED[id], "compare it with its sources, word for word"
