"""A summary written as TOML is read back exactly, and is harmless to look at."""

import tomllib
import unicodedata
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from screener.model import Answer
from screener.summary import Summary, read_summary, to_toml
from tests.small import CALM, GRAVE, HALF, any_answers, summary_of

HOSTILE = {
    "\x1b[2J\x1b]0;title\x07\x9b31m": "",
    "a\x00\x01\x08\x7f\x80\x9f\u03b2": "a\u03b2",
    '"""\n\'\'\'\\u0041 \\ # [table] = "x"\r\n\t': None,
    "safe\u202egnirts\u202c \u2066x\u2069 \u200e\u200f\u061c": "safegnirts x ",
    "[bold red]markup[/] [@click=app.quit]x[/]": None,
    "👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 שלום 你好": None,
    "\u0645\u06cc\u200c\u062e\u0648": None,
    "\ufeff\ufffe\ue000\U000e0041": None,
    "lone \ud800 half": None,
    "x" * 10_000: None,
    "\u0301" * 10_000: None,
    "\n" * 10_000: None,
}
"""Texts, and what is read back if that differs."""

STEERING = frozenset(
    map(
        chr,
        chain(
            set(range(0x20)) - {0x09, 0x0A},
            range(0x7F, 0xA0),
            [0x061C, 0x200E, 0x200F],
            range(0x2028, 0x202F),
            range(0x2066, 0x206A),
        ),
    )
)
"""Control characters, line separators and marks of direction.

A carriage return before a line feed is harmless.
"""


def read_back(content: bytes, folder: Path) -> bytes:
    path = folder / "summary.toml"
    path.write_bytes(content)
    return to_toml(read_summary(path))


def words_of(summary: Summary) -> str:
    """Return the free text; empty without an answer."""
    lines = (line for line in summary.answers if line.link_id == "words")
    return "".join(word for line in lines for word in line.answer)


def without_words(summary: Summary) -> Summary:
    others = tuple(line for line in summary.answers if line.link_id != "words")
    return replace(summary, answers=others)


@pytest.mark.many_cases
@pytest.mark.parametrize(("words", "kept"), HOSTILE.items())
def test_hostile_words_lose_only_what_steers(
    words: str, kept: str | None, tmp_path: Path
) -> None:
    summary = summary_of({**CALM, "words": words})
    path = tmp_path / "summary.toml"
    path.write_bytes(to_toml(summary))
    read = read_summary(path)
    assert words_of(read) == (words_of(summary) if kept is None else kept)
    assert without_words(read) == without_words(summary)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_file_holds_no_character_that_steers_a_terminal(words: str) -> None:
    text = to_toml(summary_of({"words": words})).decode()
    kinds = {unicodedata.category(one) for one in text if one not in "\n\t\u200c\u200d"}
    assert not kinds & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=any_answers(), words=st.text(), topics=st.sets(st.just("self-harm")))
@example(answers={}, words="a\r", topics=set())
@example(answers={}, words="a\r\nb\x1f\r", topics=set())
def test_any_summary_is_read_back_but_for_what_steers(
    answers: dict[str, Answer], words: str, topics: set[str], tmp_path: Path
) -> None:
    summary = summary_of({**answers, "words": words}, *topics)
    path = tmp_path / "summary.toml"
    path.write_bytes(to_toml(summary))
    read = read_summary(path)
    if not steering_in(words_of(summary)):
        assert read == summary
    assert without_words(read) == without_words(summary)
    assert not steering_in(words_of(read))
    if not {"\x1b", "\x9b"} & {*words}:  # the characters after these are removed too
        assert letters(words_of(read)) == letters(words_of(summary))


def steering_in(words: str) -> frozenset[str]:
    return STEERING & {*words.replace("\r\n", "\n")}


def letters(words: str) -> str:
    """Return a text without control characters."""
    lines = words.replace("\r\n", "\n")
    return "".join(char for char in lines if char not in STEERING)


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
