"""Cries for help are found however they are typed, and ordinary sentences are not."""

import tomllib
from pathlib import Path

import pytest

from screener.model import Reply
from screener.scoring.cries import reply_to

_FOLDER = Path(__file__).parent / "cries"
_FILES = {path.stem: tomllib.loads(path.read_text()) for path in _FOLDER.glob("*.toml")}


def _phrases(kind: str) -> list[str]:
    return [phrase for file in _FILES.values() for phrase in file[kind]]


@pytest.mark.parametrize("words", _phrases("cry"))
def test_a_cry_for_help_is_answered(words: str) -> None:
    assert reply_to(words) in (Reply.CRISIS, Reply.EMERGENCY)


@pytest.mark.parametrize("words", _phrases("emergency"))
def test_a_body_in_danger_is_answered_with_911_first(words: str) -> None:
    assert reply_to(words) is Reply.EMERGENCY


@pytest.mark.parametrize("words", _phrases("danger"))
def test_danger_from_another_is_answered_privately(words: str) -> None:
    assert reply_to(words) is Reply.PRIVATE


@pytest.mark.parametrize("words", _phrases("any"))
def test_a_cry_for_help_is_answered_in_some_way(words: str) -> None:
    assert reply_to(words) is not None


@pytest.mark.parametrize("words", _phrases("ordinary") + _phrases("more_ordinary"))
def test_an_ordinary_sentence_is_left_alone(words: str) -> None:
    assert reply_to(words) is None


@pytest.mark.parametrize("language", sorted(_FILES))
def test_at_least_150_sentences_are_tried_in_each_language(language: str) -> None:
    assert sum(map(len, _FILES[language].values())) >= 150
