"""Words from a keyboard or a file are made harmless and otherwise kept."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.errors import Problem, SaveError, SummaryFileError
from screener.sanitize import clean, clean_lines, steers


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("I sleep badly.", "I sleep badly."),
        ("  two\n\nlines\tand a tab ", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]52;c;aGk=\x1b\\x", "x"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("\x9b31mC1", "C1"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("tired 😞 today", "tired 😞 today"),
        ("אני עייף", "אני עייף"),
        ("safe\u202egnirts", "safegnirts"),
        ("e\u0301", "é"),
        ("shaking \U0001fae8 and \U0001faea", "shaking \U0001fae8 and \U0001faea"),
        ("a\ufdd0b\uffffc\U0010fffed\U000e0fffe\u2065f", "abcdef"),
        ("\ud800x", "x"),
        ("", ""),
        ("\x1b", ""),
    ],
)
def test_what_could_steer_a_terminal_goes_and_words_stay(typed: str, kept: str) -> None:
    assert clean(typed, 100) == kept


def test_a_long_paste_is_cut_to_the_length() -> None:
    assert clean("x" * 10_000, 500) == "x" * 500


@given(st.text(max_size=400))
def test_nothing_unprintable_is_ever_left(typed: str) -> None:
    kept = clean(typed, 200)
    assert len(kept) <= 200
    assert not {unicodedata.category(one) for one in kept} & {"Cc", "Cs", "Zl", "Zp"}
    assert clean(kept, 200) == kept


def test_lines_stay_lines_with_their_indents() -> None:
    assert clean_lines("a\x1b[2J:\n  - b\x07\n\n    c") == "a:\n  - b\n\n    c"


def test_no_error_of_ours_can_steer_a_terminal() -> None:
    problem = Problem("a\x1b[2J.toml", "item \x9b31m", "`\x1b]0;x\x07`.", "mend it.")
    for error in (
        SummaryFileError(Path("b\x1bc"), [problem]),
        SaveError(Path("b\x1bc"), "No\x00"),
    ):
        assert all(one.isprintable() or one == "\n" for one in str(error))
        assert "mend it." in str(error) or "No" in str(error)


def test_no_file_of_the_repository_has_a_name_that_steers_a_terminal() -> None:
    root = Path(__file__).parent.parent
    assert [ascii(path.name) for path in root.iterdir() if steers(path.name)] == []
