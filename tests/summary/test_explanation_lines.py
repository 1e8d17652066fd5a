"""Why, and what could change it, as the summary keeps it."""

from pathlib import Path

import pytest

from screener.model import Answers
from screener.summary import Summary, read_summary, to_toml
from screener.summary.change_lines import Reach, Statement
from tests.small import CALM, GRAVE, HALF, summary_of


def statements(said: tuple[Statement, ...]) -> list[str]:
    return [one.text for one in said]


def test_a_reason_is_told_in_the_questionnaires_own_statements() -> None:
    level = summary_of(GRAVE).ladder("level-of-care")
    assert statements(level.because) == [
        "You have thought about ending your life.",
        "You used on most days.",
    ]
    assert [reason.is_enough for reason in level.reasons] == [False, False, True]


def test_what_only_opened_a_question_is_marked() -> None:
    urgency = summary_of(GRAVE).ladder("urgency")
    assert [(one.link_id, one.opens_only) for one in urgency.because] == [
        ("thoughts", True),
        ("plan", False),
    ]


def test_the_lowest_rung_needs_no_answer_and_the_highest_no_limit() -> None:
    assert summary_of(CALM).ladder("urgency").because == ()
    assert summary_of(GRAVE).ladder("urgency").no_more == ()


def test_no_tick_at_all_is_told_as_none_of_these() -> None:
    level = summary_of(CALM).ladder("level-of-care")
    problems = [one for one in level.no_more if one.link_id == "problems"]
    assert [(one.code, one.text) for one in problems] == [
        ("none", "What use has led to: None of these")
    ]


def test_an_open_question_tells_how_far_it_could_lead() -> None:
    told = {line.link_id: line.could_reach for line in summary_of(HALF).open}
    assert Reach(ladder="urgency", rung="now") in told["thoughts"]


def test_a_change_tells_every_ladder_that_it_moves() -> None:
    found = next(
        change
        for change in summary_of(HALF).changes
        if (change.instead.link_id, change.instead.code) == ("days", "some")
    )
    assert found.instead.text == "You used on some days."
    assert [(m.ladder, m.low, m.high) for m in found.moves] == [
        ("level-of-care", "outpatient", "residential")
    ]


@pytest.mark.parametrize("answers", [CALM, HALF, GRAVE])
def test_all_of_it_is_read_back(answers: Answers, tmp_path: Path) -> None:
    summary: Summary = summary_of(answers)
    file = tmp_path / "summary.toml"
    file.write_bytes(to_toml(summary))
    again = read_summary(file)
    assert again.ladders == summary.ladders
    assert (again.open, again.changes) == (summary.open, summary.changes)
    assert again.change_sets == summary.change_sets
