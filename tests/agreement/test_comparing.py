"""A placement is in range, over, under, or open: at every edge."""

from collections.abc import Mapping

import pytest

from screener.agreement import (
    SEVERAL,
    Case,
    Compared,
    Ends,
    Missing,
    Pair,
    Verdict,
    compare,
    ladder_reports,
)
from screener.model import Answer
from screener.scoring import Certainty
from tests.small import CALM, GRAVE, small

IN, OVER, UNDER, OPEN = Verdict.IN, Verdict.OVER, Verdict.UNDER, Verdict.OPEN


@pytest.mark.parametrize(
    ("expected", "placed", "verdict"),
    [
        ((1, 1), (1, 1), IN),
        ((1, 1), (0, 0), UNDER),
        ((1, 1), (2, 2), OVER),
        ((1, 2), (1, 1), IN),
        ((1, 2), (2, 2), IN),
        ((1, 2), (0, 0), UNDER),
        ((1, 2), (3, 3), OVER),
        # A range that is within what is expected meets it for sure.
        ((1, 2), (1, 2), IN),
        ((0, 3), (1, 2), IN),
        # One that is all above or below misses it for sure.
        ((1, 1), (2, 3), OVER),
        ((2, 2), (0, 1), UNDER),
        # All else depends on the answers that are missing.
        ((1, 1), (1, 2), OPEN),
        ((1, 1), (0, 1), OPEN),
        ((1, 1), (0, 3), OPEN),
        ((1, 2), (2, 3), OPEN),
        ((1, 2), (0, 1), OPEN),
    ],
)
def test_a_range_meets_an_expectation_misses_it_or_leaves_it_open(
    expected: tuple[int, int], placed: tuple[int, int], verdict: Verdict
) -> None:
    assert Pair(Ends(*expected), Ends(*placed)).verdict is verdict


def compared(answers: Mapping[str, Answer], *expected: int) -> Compared:
    case = Case("one", answers, {"level-of-care": Ends(*expected)})
    (found,) = compare(small(), case)
    return found


def test_the_rules_that_decided_come_along() -> None:
    found = compared({**CALM, "days": 12}, 1, 1)
    assert found.pair == Pair(Ends(1, 1), Ends(2, 2))
    assert [rule.id for rule in found.rules] == ["heavy-use"]
    assert found.possible == ()


def test_what_is_open_names_the_questions_and_the_rules_that_could_hold() -> None:
    answers = {key: value for key, value in CALM.items() if key != "days"}
    found = compared(answers, 0, 0)
    assert found.pair == Pair(Ends(0, 0), Ends(0, 2))
    assert found.pair.verdict is OPEN
    assert found.rules == ()
    assert [rule.id for rule in found.possible] == ["heavy-use"]
    assert found.unknown == ("days",)


def test_a_mildest_rung_that_nobody_is_told_is_marked() -> None:
    danger = {**CALM, "thoughts": "yes", "plan": "yes"}
    assert compared(danger, 0, 0).stands is Certainty.WAITING


MANY = (
    # id, group, grade, days, expected on the level of care; placed at 0 days: none, at
    # 5: outpatient, at 12: intensive outpatient
    ("a", "x", "strong", 0, (0, 0)),
    ("b", "x", "strong", 5, (1, 1)),
    ("c", "x", "weak", 5, (0, 0)),
    ("d", "y", "weak", 12, (1, 1)),
    ("e", "y", "weak", 5, (2, 2)),
    ("f", "y", "", 5, (1, 2)),
    ("g", "", "", 0, (1, 3)),
    ("h", "", "", None, (0, 0)),
)


def many() -> list[Case]:
    return [
        Case(
            id,
            {k: v for k, v in {**CALM, "days": days}.items() if v is not None},
            {"level-of-care": Ends(*ends)},
            group,
            grade,
        )
        for id, group, grade, days, ends in MANY
    ]


def test_a_report_counts_by_hand() -> None:
    found = [one for case in many() for one in compare(small(), case)]
    level, urgency = ladder_reports(small().ladder, found)
    assert level.tally.cases == 8
    assert level.tally.by == {IN: 3, OVER: 2, UNDER: 2, OPEN: 1}
    assert level.tally.settled == 7
    # Kappa: a 0-0, b 1-1, c 0-1, d 1-2, e 2-1; f and g expect a range, h is open.
    # Squared distances 3/5; means 4/5 and 5/5, mean squares 6/5 and 7/5:
    # 1 - (3/5) / (13/5 - 2 * 4/5 * 1) = 0.4
    assert level.kappa.cases == 5
    assert level.kappa.value == pytest.approx(0.4)
    rows = {tuple(row.expected): row.placed for row in level.rows}
    assert list(rows) == [(0, 0), (1, 1), (2, 2), (3, 3), (1, 2), (1, 3)]
    assert rows[0, 0] == {0: 1, 1: 1, 2: 0, 3: 0, SEVERAL: 1}
    assert rows[1, 1] == {0: 0, 1: 1, 2: 1, 3: 0, SEVERAL: 0}
    assert sum(sum(filter(None, row.values())) for row in rows.values()) == 8
    assert {name: one.cases for name, one in level.groups.items()} == {
        "": 2,
        "x": 3,
        "y": 3,
    }
    assert level.groups["y"].by == {IN: 1, OVER: 1, UNDER: 1, OPEN: 0}
    assert level.grades["strong"].by == {IN: 2, OVER: 0, UNDER: 0, OPEN: 0}
    # What is too low comes first.
    assert [one.case.id for one in level.differ] == ["e", "g", "c", "d", "h"]
    assert urgency.tally.cases == 0
    assert urgency.kappa.missing is Missing.NO_CASES
    assert urgency.groups == urgency.grades == {}


def test_without_cases_every_count_is_nought() -> None:
    for report in ladder_reports(small().ladder, []):
        assert report.tally.cases == 0
        assert {*report.tally.by.values()} == {0}
        assert report.share is None
        assert report.differ == ()


def test_all_on_one_rung_has_no_kappa() -> None:
    cases = [Case(str(n), GRAVE, {"urgency": Ends(3, 3)}) for n in range(3)]
    found = [one for case in cases for one in compare(small(), case)]
    (_, urgency) = ladder_reports(small().ladder, found)
    assert urgency.tally.by[IN] == 3
    assert urgency.kappa.missing is Missing.ONE_RUNG
