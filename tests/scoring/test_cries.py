"""Cries for help are found however they are typed, and ordinary sentences are not."""

import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
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


CRISIS, EMERGENCY = Reply.CRISIS, Reply.EMERGENCY
EXPECTED: Mapping[str, AbstractSet[Reply | None]] = {
    "cry": {CRISIS, EMERGENCY},
    "crisis": {CRISIS},
    "emergency": {EMERGENCY},
    "emergency_now": {EMERGENCY},
    "danger": {Reply.PRIVATE},
    "danger_at_home": {Reply.PRIVATE},
    "any": {*Reply},
    "in_some_way": {*Reply},
    "ordinary": {None},
    "more_ordinary": {None},
    "harmless": {None},
}
"""The replies that fit the sentences of each list in the files."""


@pytest.mark.parametrize("kind", EXPECTED)
def test_every_sentence_gets_a_reply_that_fits(kind: str) -> None:
    sentences = _phrases(kind)
    assert sentences
    wrong = {
        words: reply
        for words in sentences
        if (reply := reply_to(words)) not in EXPECTED[kind]
    }
    assert wrong == {}


def _without_accents(words: str) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", words)
        if not unicodedata.combining(letter)
    )


@pytest.mark.slow
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
