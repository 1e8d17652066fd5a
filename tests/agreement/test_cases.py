"""Cases are read as they are documented; all that is wrong with one is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from screener.agreement import (
    MOST_CASES,
    Case,
    Cases,
    Ends,
    Holds,
    case_files,
    what_is_in,
)
from screener.errors import AgreementError, FolderError
from screener.summary import save
from tests.small import CALM, small, summary_of

GOOD: dict[str, Any] = {
    "id": "A1",
    "answers": {"days": 5},
    "expected": {"level-of-care": "outpatient"},
}


def read(*lines: object) -> Cases:
    cases = Cases(small())
    for number, line in enumerate(lines, 1):
        written = line if isinstance(line, bytes) else json.dumps(line).encode()
        cases.add_line(written, f"cases.jsonl, line {number}")
    return cases


def test_a_case_has_answers_and_a_rung_or_a_range_for_each_ladder() -> None:
    expected = {"level-of-care": "outpatient", "urgency": ["routine", "today"]}
    labels = {"group": "clinic", "grade": "two clinicians", "who": "a person of 40"}
    cases = read({**GOOD, "expected": expected, **labels})
    assert cases.problems == []
    assert cases.all == [
        Case(
            "A1",
            {"days": 5},
            {"level-of-care": Ends(1, 1), "urgency": Ends(0, 2)},
            "clinic",
            "two clinicians",
        )
    ]


def test_a_range_of_one_rung_is_that_rung() -> None:
    (case,) = read({**GOOD, "expected": {"urgency": ["now", "now"]}}).all
    assert case.expected == {"urgency": Ends(3, 3)}


def test_an_id_may_be_a_number() -> None:
    assert read({**GOOD, "id": 7}).all[0].id == "7"


@pytest.mark.parametrize(
    ("change", "place", "what", "mend"),
    [
        ({"id": None}, "id", "no id", "an id of its own"),
        ({"id": ""}, "id", "no id", "an id of its own"),
        ({"id": 1.5}, "id", "not the id of a person", "whole number"),
        ({"answers": None}, "answers", "no answers", "link-id and code"),
        ({"answers": []}, "answers", "no answers", "link-id and code"),
        ({"answers": {"dayz": 1}}, "dayz", "no such question", "link_id"),
        ({"answers": {"days": 31}}, "days", "", "30"),
        ({"expected": None}, "expected", "expected", "level-of-care, urgency"),
        ({"expected": {}}, "expected", "expected", "level-of-care, urgency"),
        ({"expected": "now"}, "expected", "expected", "level-of-care, urgency"),
        (
            {"expected": {"level": "outpatient"}},
            "expected.level",
            "no such ladder",
            "level-of-care, urgency",
        ),
        (
            {"expected": {"urgency": "iop"}},
            "expected.urgency",
            "no rung iop",
            "routine, this-week, today, now",
        ),
        (
            {"expected": {"urgency": ["routine", "iop"]}},
            "expected.urgency",
            "no rung iop",
            "routine, this-week, today, now",
        ),
        ({"expected": {"urgency": 2}}, "expected.urgency", "neither", "a rung, or"),
        ({"expected": {"urgency": []}}, "expected.urgency", "neither", "a rung, or"),
        (
            {"expected": {"urgency": ["routine", "today", "now"]}},
            "expected.urgency",
            "neither",
            "a rung, or two",
        ),
        (
            {"expected": {"urgency": ["now", "today"]}},
            "expected.urgency",
            "graver end",
            "milder rung first",
        ),
        ({"group": 3}, "group", "short text", "60 characters"),
        ({"grade": "x" * 61}, "grade", "short text", "60 characters"),
        ({"expect": {}}, "expect", "no such key", "id, who, answers, expected"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_what_to_do(
    change: dict[str, Any], place: str, what: str, mend: str
) -> None:
    cases = read(GOOD, {**GOOD, "id": "B", **change})
    assert len(cases.all) == cases.bad == 1
    (problem,) = cases.problems
    assert problem.file == "cases.jsonl, line 2"
    assert problem.place == place
    assert what in problem.what
    assert mend in problem.mend


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{", "not JSON"),
        (b"[]", "not an object"),
        (b'{"id": 1, "id": 2}', "there twice"),
        (b"\xff", "UTF-8"),
        (b'{"id": "' + b"x" * 1_000_000 + b'"}', "longer than 1 MB"),
    ],
)
def test_a_line_that_is_none_is_named(line: bytes, what: str) -> None:
    cases = read(GOOD, line)
    assert (len(cases.all), cases.bad) == (1, 1)
    assert what in cases.problems[0].what


def test_all_that_is_wrong_with_a_case_is_said_at_once() -> None:
    cases = read({"answers": {"x": 1, "days": "y"}, "expected": {"z": "now"}, "q": 1})
    places = {problem.place for problem in cases.problems}
    assert places == {"id", "x", "days", "expected.z", "q"}
    assert cases.bad == 1


def test_an_id_that_is_there_twice_names_the_first_one() -> None:
    cases = read(GOOD, GOOD, {**GOOD, "id": "B"})
    assert [case.id for case in cases.all] == ["A1", "B"]
    assert "cases.jsonl, line 1" in cases.problems[0].what


def test_there_is_a_limit_to_cases_good_or_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_CASES >= 10_000
    monkeypatch.setattr("screener.agreement.cases.MOST_CASES", 2)
    read(GOOD, b"{")
    with pytest.raises(AgreementError, match="more than 2 cases"):
        read(GOOD, b"{", b"{")


# In TOML

FILE = """
group = "clinic"
[answers]
days = 5
problems = ["cravings"]
[expected]
level-of-care = ["outpatient", "intensive-outpatient"]
"""


def test_a_file_is_a_case_with_its_name_for_an_id(tmp_path: Path) -> None:
    file = tmp_path / "A17.toml"
    file.write_text(FILE)
    cases = Cases(small())
    cases.add_file(file)
    (case,) = cases.all
    assert (case.id, case.group) == ("A17", "clinic")
    assert case.answers == {"days": 5, "problems": ("cravings",)}
    assert case.expected == {"level-of-care": Ends(1, 2)}


def test_a_file_with_an_id_has_that(tmp_path: Path) -> None:
    file = tmp_path / "A17.toml"
    file.write_text('id = "V3"\n' + FILE)
    cases = Cases(small())
    cases.add_file(file)
    assert cases.all[0].id == "V3"


def test_a_file_that_is_torn_is_named(tmp_path: Path) -> None:
    file = tmp_path / "torn.toml"
    file.write_text("[answers")
    cases = Cases(small())
    cases.add_file(file)
    assert (cases.all, cases.bad) == ([], 1)
    assert cases.problems[0].file == "torn.toml"


def test_a_folder_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    cases, caseload, odd = (tmp_path / name for name in ("cases", "load", "odd"))
    for folder in (cases, caseload, odd):
        folder.mkdir()
        (folder / "a torn one.toml").write_text("[")
        (folder / ".hidden.toml").write_text(FILE)
    (cases / "one.toml").write_text(FILE)
    (cases / "two.TOML").write_text(FILE)
    save(summary_of(CALM), caseload)
    assert what_is_in(cases) is Holds.CASES
    assert what_is_in(caseload) is Holds.SUMMARIES
    names = [file.name for file in case_files(cases)]
    assert names == ["a torn one.toml", "one.toml", "two.TOML"]
    for folder in (odd, tmp_path / "nowhere"):
        with pytest.raises(FolderError):
            what_is_in(folder)
    (odd / "locked.toml.age").write_bytes(b"")
    assert what_is_in(odd) is Holds.SUMMARIES
