"""Cries for help are found however they are typed, and ordinary sentences are not."""

import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.model import Reply
from screener.scoring.cries import reply_to

_FOLDER = Path(__file__).parent.parent / "data" / "cries"
_FILES = {path.stem: tomllib.loads(path.read_text()) for path in _FOLDER.glob("*.toml")}


def _phrases(*kinds: str) -> list[str]:
    return [
        phrase
        for file in _FILES.values()
        for kind in kinds
        for phrase in file.get(kind, ())
    ]


@pytest.mark.parametrize("words", _phrases("cry"))
def test_a_cry_for_help_is_answered(words: str) -> None:
    assert reply_to(words) in (Reply.CRISIS, Reply.EMERGENCY)


@pytest.mark.parametrize("words", _phrases("crisis"))
def test_a_wish_to_die_or_to_harm_is_answered_with_988_first(words: str) -> None:
    assert reply_to(words) is Reply.CRISIS


@pytest.mark.parametrize("words", _phrases("emergency", "emergency_now"))
def test_a_body_in_danger_is_answered_with_911_first(words: str) -> None:
    assert reply_to(words) is Reply.EMERGENCY


@pytest.mark.parametrize("words", _phrases("danger", "danger_at_home"))
def test_danger_from_another_is_answered_privately(words: str) -> None:
    assert reply_to(words) is Reply.PRIVATE


@pytest.mark.parametrize("words", _phrases("any", "in_some_way"))
def test_a_cry_for_help_is_answered_in_some_way(words: str) -> None:
    assert reply_to(words) is not None


@pytest.mark.parametrize("words", _phrases("ordinary", "more_ordinary", "harmless"))
def test_an_ordinary_sentence_is_left_alone(words: str) -> None:
    assert reply_to(words) is None


def _without_accents(words: str) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", words)
        if not unicodedata.combining(letter)
    )


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, lambda words: f"{words}!!!", _without_accents],
    ids=["upper case", "title case", "marks", "no accents"],
)
def test_case_marks_and_accents_make_no_difference(
    change: Callable[[str], str],
) -> None:
    words = _phrases("crisis", "emergency_now", "danger_at_home")
    changed = [text for text in words if reply_to(change(text)) is not reply_to(text)]
    assert changed == []


@pytest.mark.parametrize("name", sorted(_FILES))
def test_what_matches_wrongly_is_rare(name: str) -> None:
    """Each is known and harmless: a calm page with numbers to call."""
    file = _FILES[name]
    assert all(reply_to(words) for words in file["may_match"])
    assert len(file["may_match"]) < len(file["harmless"]) / 100


@pytest.mark.parametrize("name", sorted(_FILES))
def test_what_is_not_found_is_known(name: str) -> None:
    assert not any(reply_to(words) for words in _FILES[name]["not_found"])
    assert len(_FILES[name]["not_found"]) <= 1
