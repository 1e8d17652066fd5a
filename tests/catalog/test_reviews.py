"""`review.toml`: read as written, told when wrong, and apart from the content."""

import datetime
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire, load_reviews
from screener.errors import QuestionnaireError
from screener.model import Review
from tests.catalog.broken import copy
from tests.small import SMALL

HASH = "0123456789abcdef" * 4
REVIEW = f"""
[[review]]
name = "Ada Reyes"
role = "psychiatrist"
date = 2026-11-23
version = "2026.1"
hash = "{HASH}"
"""


def refusal(folder: Path, text: str) -> QuestionnaireError:
    (folder / "review.toml").write_text(text)
    with pytest.raises(QuestionnaireError) as caught:
        load_reviews(folder)
    return caught.value


def test_reviews_are_read_as_written(tmp_path: Path) -> None:
    (tmp_path / "review.toml").write_text(REVIEW + REVIEW.replace("Ada", "Bo"))
    ada, bo = load_reviews(tmp_path)
    assert (ada.name, bo.name) == ("Ada Reyes", "Bo Reyes")
    assert ada == Review(
        name="Ada Reyes",
        role="psychiatrist",
        date=datetime.date(2026, 11, 23),
        version="2026.1",
        hash=HASH,
    )


def test_no_file_is_no_review(tmp_path: Path) -> None:
    assert load_reviews(tmp_path) == ()


def test_nobody_has_reviewed_the_questionnaire_of_the_tests() -> None:
    assert load_reviews(SMALL) == ()


def test_a_review_does_not_change_what_is_reviewed(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    before = load_questionnaire(folder).content_hash
    (folder / "review.toml").write_text(REVIEW)
    assert load_questionnaire(folder).content_hash == before


@pytest.mark.parametrize(
    ("was", "becomes", "place", "what", "mend"),
    [
        ('name = "Ada Reyes"\n', "", "review 1", "`name` is missing", "add it"),
        ('role = "psychiatrist"\n', "", "review Ada Reyes", "`role` is", "add it"),
        ("date = 2026-11-23\n", "", "review Ada Reyes", "`date` is", "add it"),
        ('version = "2026.1"\n', "", "review Ada Reyes", "`version` is", "add it"),
        (f'hash = "{HASH}"\n', "", "review Ada Reyes", "`hash` is missing", "add it"),
        ("name =", "nmae =", "review 1", "`nmae` is not known", "`name`?"),
        ("role =", "rolle =", "review Ada Reyes", "`rolle` is not", "`role`?"),
        ("hash =", "hsah =", "review Ada Reyes", "`hsah` is not known", "`hash`?"),
        ('"Ada Reyes"', '" "', "review , name", "at least 1 character", "README"),
        ('"Ada Reyes"', "7", "review 7, name", "a valid string", "README"),
        ('"psychiatrist"', '""', "review Ada Reyes, role", "at least 1", "README"),
        ('"psychiatrist"', "[]", "review Ada Reyes, role", "valid string", "README"),
        ('"2026.1"', "2026.1", "review Ada Reyes, version", "valid string", "README"),
        ("2026-11-23", '"today"', "review Ada Reyes, date", "valid date", "README"),
        ("2026-11-23", "2026", "review Ada Reyes, date", "valid date", "README"),
        ("2026-11-23", "09:30:00", "review Ada Reyes, date", "valid date", "README"),
        (
            "2026-11-23",
            "2026-11-23T09:30:00Z",
            "review Ada Reyes, date",
            "valid date",
            "README",
        ),
        ("2026-11-23", "2026-11-31", "file", "It is not TOML", "at that line"),
        ("2026-11-23", "YYYY-MM-DD", "file", "It is not TOML", "at that line"),
        (HASH, "0123", "review Ada Reyes, hash", "`0123` is not a content", "64"),
        (HASH, "", "review Ada Reyes, hash", "is not a content hash", "64"),
        (HASH, f"{HASH}0", "review Ada Reyes, hash", "not a content hash", "64"),
        (HASH, f"{HASH}\\n", "review Ada Reyes, hash", "not a content hash", "64"),
        (HASH, HASH.upper(), "review Ada Reyes, hash", "not a content hash", "64"),
        (f'"{HASH}"', "64", "review Ada Reyes, hash", "a valid string", "README"),
        ("[[review]]", "[review]", "review", "a valid array", "README"),
        ("[[review]]", "[[reveiw]]", "file", "`reveiw` is not known", "`review`?"),
        (REVIEW, "review = 1", "review", "a valid array", "README"),
        (REVIEW, "", "file", "The key `review` is missing", "add it"),
        (REVIEW, f"{REVIEW}\nq = 1", "review Ada Reyes", "`q`", "remove it"),
    ],
    ids=range(30),
)
def test_a_review_that_is_wrong_is_one_problem(
    was: str, becomes: str, place: str, what: str, mend: str, tmp_path: Path
) -> None:
    assert was in REVIEW
    (problem,) = refusal(tmp_path, REVIEW.replace(was, becomes)).problems
    assert (problem.file, problem.place) == ("review.toml", place)
    assert what in problem.what
    assert mend in problem.mend


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    wrong = REVIEW.replace("Ada Reyes", "").replace(HASH, "x")
    error = refusal(tmp_path, wrong + wrong.replace("2026-11-23", "1"))
    assert [one.place for one in error.problems] == [
        "review 1, name",
        "review 1, hash",
        "review 2, name",
        "review 2, date",
        "review 2, hash",
    ]
    assert str(tmp_path) in str(error)
    assert "described in questions/README.md" in str(error)


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"\xff", "It is not UTF-8 text."), (b"x", "It is not TOML")],
)
def test_a_file_that_is_not_toml(content: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / "review.toml").write_bytes(content)
    with pytest.raises(QuestionnaireError, match=what):
        load_reviews(tmp_path)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "review.toml").mkdir()
    with pytest.raises(QuestionnaireError, match="It is a folder"):
        load_reviews(tmp_path)
