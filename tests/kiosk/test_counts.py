"""Visits are counted in a file that says nothing of anyone."""

import datetime
from pathlib import Path

from screener.kiosk.counts import Counts, How


def test_a_line_a_visit_with_day_how_where_and_minutes(tmp_path: Path) -> None:
    counts = Counts(tmp_path / "visits.csv")
    counts.add(How.FINISHED, "result", 420)
    counts.add(How.STOPPED, "safety", 12)
    today = datetime.date.today().isoformat()
    assert (tmp_path / "visits.csv").read_text() == (
        "day,how,where,minutes\n"
        f"{today},finished,result,5-10\n"
        f"{today},stopped,safety,0-5\n"
    )


def test_nothing_is_counted_unless_a_file_is_named() -> None:
    Counts(None).add(How.FINISHED, "result", 420)


def test_what_cannot_be_counted_disturbs_nobody(tmp_path: Path) -> None:
    Counts(tmp_path / "gone" / "visits.csv").add(How.BROKE, "safety", 1)
    Counts(tmp_path).add(How.BROKE, "safety", 1)
    assert list(tmp_path.iterdir()) == []
