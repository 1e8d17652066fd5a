"""Visits are counted in a file that says nothing of anyone."""

import datetime
import os
from pathlib import Path

import pytest

from screener.kiosk.counts import Counts, How, append_line


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


def test_a_disk_that_fills_up_holds_whole_lines_only(small_disk: Path) -> None:
    file = small_disk / "visits.csv"
    (small_disk / "filler").write_bytes(bytes(_room(small_disk) - 4096))
    for _ in range(2000):
        append_line(file, "x" * 70 + "\n", "header\n")
    header, *lines = file.read_text().splitlines(keepends=True)
    assert header == "header\n"
    assert {*lines} == {"x" * 70 + "\n"}


def _room(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def test_a_line_that_is_written_in_part_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "visits.csv"
    append_line(file, "one\n")
    real = os.write
    monkeypatch.setattr("os.write", lambda target, text: real(target, text[:2]))
    append_line(file, "two\n")
    assert file.read_text() == "one\n"


def test_a_pipe_in_its_place_makes_no_one_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "visits.csv")
    append_line(tmp_path / "visits.csv", "one\n")
