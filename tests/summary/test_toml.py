"""A summary written as TOML is read back exactly, and is harmless to look at."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screener.model import Answer
from screener.summary import read_summary, to_toml
from tests.small import CALM, GRAVE, HALF, any_answers, summary_of

HOSTILE = [
    "\x1b[2J\x1b]0;title\x07\x9b31m",
    "\x00\x01\x08\x0c\x1f\x7f\x80\x9f",
    '"""\n\'\'\'\\u0041 \\ # [table] = "x"\r\n\t',
    "safe\u202egnirts\u202c \u2066x\u2069 \u200e\u200f\u061c",
    "[bold red]markup[/] [@click=app.quit]x[/]",
    "👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 שלום 你好",
    "\u2028\u2029\ufeff\ufffe\ue000\U000e0041",
    "lone \ud800 half",
    "x" * 10_000,
    "\u0301" * 10_000,
    "\n" * 10_000,
]


def read_back(content: bytes, folder: Path) -> bytes:
    path = folder / "summary.toml"
    path.write_bytes(content)
    return to_toml(read_summary(path))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_read_back_as_they_were(words: str, tmp_path: Path) -> None:
    summary = summary_of({**CALM, "words": words})
    path = tmp_path / "summary.toml"
    path.write_bytes(to_toml(summary))
    assert read_summary(path) == summary


@pytest.mark.parametrize("words", HOSTILE)
def test_a_file_holds_no_character_that_steers_a_terminal(words: str) -> None:
    text = to_toml(summary_of({"words": words})).decode()
    kinds = {unicodedata.category(one) for one in text if one not in "\n\t\u200c\u200d"}
    assert not kinds & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=any_answers(), words=st.text(), topics=st.sets(st.just("self-harm")))
def test_any_summary_is_read_back_exactly(
    answers: dict[str, Answer], words: str, topics: set[str], tmp_path: Path
) -> None:
    summary = summary_of({**answers, "words": words}, *topics)
    path = tmp_path / "summary.toml"
    path.write_bytes(to_toml(summary))
    assert read_summary(path) == summary


@pytest.mark.parametrize("answers", [CALM, HALF, GRAVE, {}])
def test_writing_what_was_read_gives_the_same_bytes(
    answers: dict[str, Answer], tmp_path: Path
) -> None:
    content = to_toml(summary_of(answers))
    assert read_back(content, tmp_path) == content


def test_what_is_not_there_is_left_out_and_the_format_is_told() -> None:
    data = tomllib.loads(to_toml(summary_of(HALF)).decode())
    assert data["format"] == 1
    assert "score" not in data["scales"][0]
    assert "code" not in data["answers"][0]
