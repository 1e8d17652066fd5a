"""Lines fit their columns, whatever the words; wcwidth is the second opinion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from screener.summary.layout import WIDTH, safe, width, wrap


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("plain", 5),
        ("e\u0301", 1),
        ("你好", 4),
        ("😞", 2),
        ("❤\ufe0f", 2),
        ("שלום", 4),
        ("", 0),
    ],
)
def test_words_are_measured_in_columns(words: str, columns: int) -> None:
    assert width(words) == columns


@settings(deadline=None)
@given(st.text())
def test_words_are_never_wider_than_measured(words: str) -> None:
    shown = safe(words)
    assert wcswidth(shown) <= width(shown)


@settings(deadline=None)
@given(st.text(), st.sampled_from(["", "  - ", " " * 20]))
def test_every_line_fits_and_ends_in_no_space(words: str, indent: str) -> None:
    for line in wrap(words, indent):
        assert wcswidth(line) <= WIDTH
        assert line == line.rstrip()


@settings(deadline=None)
@given(st.text())
def test_wrapping_loses_no_word(words: str) -> None:
    assert "".join(wrap(words)).replace(" ", "") == safe(words).replace(" ", "")


def test_words_break_between_words_and_hang_under_the_first() -> None:
    first, second = wrap("word " * 20, "  - ")
    assert first == "  - " + " ".join(["word"] * 15)
    assert second == "    " + " ".join(["word"] * 5)


@pytest.mark.parametrize("word", ["x" * 10_000, "\u0301" * 10_000, "你" * 10_000])
def test_a_word_longer_than_a_line_is_cut(word: str) -> None:
    lines = wrap(word, "  ")
    assert "".join(line.strip() for line in lines) == safe(word)
    assert max(map(len, lines)) <= 4 * WIDTH + 2


def test_what_steers_a_terminal_is_not_shown() -> None:
    assert wrap("a\x1b[31mb\x07c\u202ed\ne") == ["abcd e"]
