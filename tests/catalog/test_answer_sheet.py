"""Answers from outside: those that fit are read, every other is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.catalog import load_answers, read_answers
from screener.errors import AnswerError
from screener.model import Given, Unknown
from tests.small import small


def refusal(raw: dict[str, object]) -> AnswerError:
    with pytest.raises(AnswerError) as caught:
        read_answers(small(), raw, "line 1")
    return caught.value


@pytest.mark.parametrize(
    ("link_id", "raw", "read"),
    [
        ("thoughts", "no", "no"),
        ("thoughts", "yes", "yes"),
        ("days", 0, 0),
        ("days", 30, 30),
        ("problems", [], ()),
        ("problems", ["none"], ("none",)),
        ("problems", ["gaps", "cravings"], ("cravings", "gaps")),
        ("problems", ("gaps",), ("gaps",)),
        ("limits", ["work", "cost"], ("cost", "work")),
        ("words", "", ""),
        ("words", "x" * 500, "x" * 500),
        ("words", "[bold]\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}", None),
    ],
)
def test_an_answer_that_fits_is_read(
    link_id: str, raw: object, read: Given | None
) -> None:
    expected = raw if read is None else read
    assert read_answers(small(), {link_id: raw}, "x") == {link_id: expected}


@pytest.mark.parametrize("link_id", list(small().items))
def test_null_is_unknown(link_id: str) -> None:
    assert read_answers(small(), {link_id: None}, "x") == {}


ONE_OF = "give one of: no, better-off, yes."
NUMBER = "give a whole number from 0 to 30."
TICKS = "give a list of: cravings, lost-work, gaps, none."
WORDS = "give words, at most 500 characters."
MISFIT = "The answer does not fit the question."
HUGE = 10**4000


@pytest.mark.parametrize(
    ("link_id", "raw", "what", "mend"),
    [
        ("dog", "no", "There is no such question.", "correct the link_id."),
        ("dog", None, "There is no such question.", "correct the link_id."),
        ("Thoughts", "no", "There is no such question.", "correct the link_id."),
        ("", "no", "There is no such question.", "correct the link_id."),
        *(
            ("thoughts", raw, MISFIT, ONE_OF)
            for raw in ["maybe", "", "No", "no ", 0, True, 1.0, ["no"], {}, [], b"no"]
        ),
        *(
            ("days", raw, MISFIT, NUMBER)
            for raw in [-1, 31, HUGE, -HUGE, 3.0, 3.5, float("nan"), float("inf")]
        ),
        *(
            ("days", raw, MISFIT, NUMBER)
            for raw in [True, False, "3", "some", "", [3], [], {"days": 3}]
        ),
        *(
            ("problems", raw, MISFIT, TICKS)
            for raw in ["gaps", "", 1, True, {}, {"gaps": True}, ["dog"], [1], [True]]
        ),
        *(
            ("problems", raw, MISFIT, TICKS)
            for raw in [[["gaps"]], [{}], ["gaps", None], [""], {"gaps"}, [HUGE]]
        ),
        ("problems", ["gaps", "gaps"], "there twice", "name each once."),
        ("problems", ["none", "none"], "there twice", "name each once."),
        ("problems", ["none", "gaps"], "`none` stands beside others.", "alone"),
        ("problems", ["gaps", "none"], "`none` stands beside others.", "alone"),
        *(
            ("words", raw, MISFIT, WORDS)
            for raw in [1, True, 1.5, [], ["words"], {}, "x" * 501, "x" * 10_000]
        ),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_an_answer_that_does_not_fit_is_told(
    link_id: str, raw: object, what: str, mend: str
) -> None:
    (problem,) = refusal({link_id: raw}).problems
    assert (problem.file, problem.place) == ("line 1", link_id)
    assert what in problem.what
    assert mend in problem.mend


def test_all_that_does_not_fit_is_told_at_once() -> None:
    error = refusal({"thoughts": 1, "days": 3, "dog": 1, "limits": "cost", "low": None})
    assert str(error) == (
        "line 1: these answers cannot be placed:\n"
        "  - line 1: thoughts: The answer does not fit the question. "
        "To mend it: give one of: no, better-off, yes.\n"
        "  - line 1: dog: There is no such question. "
        "To mend it: correct the link_id.\n"
        "  - line 1: limits: The answer does not fit the question. "
        "To mend it: give a list of: cost, work, none.\n"
        "`screener items` lists the questions and their options."
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(max_size=9), inside),
    max_leaves=6,
)


@pytest.mark.slow
@given(raw=st.dictionaries(st.sampled_from(list(small().items)) | st.text(), JSON))
def test_anything_at_all_is_read_or_told(raw: dict[str, object]) -> None:
    try:
        answers = read_answers(small(), raw, "x")
    except AnswerError:
        return
    assert answers.keys() <= small().items.keys()
    assert not any(isinstance(one, bool | float | list) for one in answers.values())


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('[answers]\nthoughts = "no"\ndays = 3\nproblems = ["gaps"]\n')
    answers: dict[str, Given | Unknown] = {"thoughts": "no", "days": 3}
    assert load_answers(small(), path) == {**answers, "problems": ("gaps",)}


@pytest.mark.parametrize(
    ("content", "what", "mend"),
    [
        (b"", "There is no table [answers].", "under [answers]"),
        (b"[answer]\ndays = 1", "There is no table [answers].", "under [answers]"),
        (b"answers = 3", "There is no table [answers].", "under [answers]"),
        (b"[[answers]]\ndays = 1", "There is no table [answers].", "under [answers]"),
        (b"\xff", "It is not UTF-8 text.", "save it as UTF-8"),
        (b"days", "It is not TOML", "correct it at that line"),
        (b"[answers]\ndays = 0x" + b"f" * 190, MISFIT, NUMBER),
        (
            b"[answers]\ndays = " + b"9" * 9000,
            "longer than 200 characters",
            "right file",
        ),
        (b"[answers]\ndays = 2026-11-23", MISFIT, NUMBER),
        (b"[answers]\ndays.some = 3", MISFIT, NUMBER),
    ],
    ids=range(10),
)
def test_a_file_that_does_not_fit(
    content: bytes, what: str, mend: str, tmp_path: Path
) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(content)
    with pytest.raises(AnswerError) as caught:
        load_answers(small(), path)
    (problem,) = caught.value.problems
    assert problem.file == "answers.toml"
    assert what in problem.what
    assert mend in problem.mend


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="It does not exist"):
        load_answers(small(), tmp_path / "answers.toml")
