"""Wording of the core questionnaire that a check of single words cannot see."""

import re

import pytest

from screener.catalog import Editions, select
from screener.model import Item

COUNTED = re.compile(
    r"\b(last|first) (one|two|three)\b|\b(últimas?|primeras?) (dos|tres)\b"
    r"|\b(dos|tres) (últimas|primeras)\b",
    re.I,
)
"""An option by its place: the last one on a screen is often "None of these"."""


def hints(item: Item) -> list[str]:
    easier = item.easier.hint if item.easier else None
    return [hint for hint in (item.hint, easier) if hint]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_hint_names_an_option_by_its_place(language: str) -> None:
    edition = Editions(select("level-of-care", []), "us").edition(language)
    items = edition.questionnaire.items.values()
    assert [
        hint for item in items for hint in hints(item) if COUNTED.search(hint)
    ] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_level_says_that_a_person_lives_at_home(language: str) -> None:
    """A person who is hurt at home is told to find a safe place on the same page."""
    edition = Editions(select("level-of-care", []), "us").edition(language)
    rungs = edition.questionnaire.ladders["level-of-care"].rung
    about = " ".join(rung.about for rung in rungs)
    assert not re.search(r"\blives? at home\b|\bvive en su casa\b", about, re.I)
