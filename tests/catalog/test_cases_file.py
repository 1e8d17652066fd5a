"""Worked cases as they are written."""

from pathlib import Path

import pytest

from screener.catalog import load_cases
from screener.errors import QuestionnaireError
from tests.catalog.broken import copy
from tests.small import SMALL

CASES = "cases.toml"


def test_cases_are_read_as_written() -> None:
    nothing, gravest, skipped = load_cases(SMALL)
    assert nothing.expect == {}
    assert gravest.expect == {"level-of-care": "residential", "urgency": "now"}
    assert skipped.expect == {"level-of-care": ("intensive-outpatient", "residential")}
    assert skipped.answers == {"thoughts": "no", "home-safe": "yes", "days": 12}


@pytest.mark.parametrize(
    ("was", "becomes", "place", "what"),
    [
        ('id = "nothing"', "", "case 1", "The key `id` is missing."),
        ('id = "nothing"', 'id = "No"', "case No, id", "`No` is not an id."),
        ("about =", "abuot =", "case nothing", "The key `abuot` is not known."),
        ("days = 12", "days = true", "case skipped, answers, days", "valid string"),
        ("days = 12", "days = 1.5", "case skipped, answers, days", "valid integer"),
        ("days = 12", "days = [1]", "case skipped, answers, days 1", "valid string"),
        ("days = 12", "days = [[]]", "case skipped, answers, days 1", "valid string"),
        ("days = 12", "days = {}", "case skipped, answers, days", "valid array"),
        ("days = 12", "Days = 12", "case skipped, answers, Days", "is not an id"),
        ("[[case]]", "[case]", "file", "It is not TOML"),
        (
            '["intensive-outpatient", "residential"]',
            '["residential"]',
            "case skipped, expect, level-of-care",
            "An entry is missing.",
        ),
        (
            '["intensive-outpatient", "residential"]',
            '["none", "outpatient", "residential"]',
            "case skipped, expect, level-of-care",
            "at most 2",
        ),
        (
            '["intensive-outpatient", "residential"]',
            "3",
            "case skipped, expect, level-of-care",
            "valid string or a valid array",
        ),
    ],
)
def test_a_case_that_is_wrong_is_one_problem(
    was: str, becomes: str, place: str, what: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path, (CASES, was, becomes))
    with pytest.raises(QuestionnaireError) as caught:
        load_cases(folder)
    (problem,) = caught.value.problems
    assert (problem.file, problem.place) == (CASES, place)
    assert what in problem.what


def test_a_missing_file_of_cases(tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireError, match=r"cases\.toml: file: It does not"):
        load_cases(tmp_path)
