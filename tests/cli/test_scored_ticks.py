"""Scales that count ticks, as the commands place and print them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import screener
from tests.scored_ticks import write_scored_ticks
from tests.small import CALM

USED = {**CALM, "days": 5, "interest": "some"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_scored_ticks(tmp_path_factory.mktemp("questions") / "ticks")


def replies(folder: Path, *people: dict[str, Any]) -> list[dict[str, Any]]:
    lines = "\n".join(json.dumps(one) for one in people).encode()
    run = screener("score", "--jsonl", "-", "--questionnaire", folder, stdin=lines)
    assert run.code == 0
    return [json.loads(line) for line in run.out.splitlines()]


def test_each_line_is_placed_by_the_sum_of_its_ticks(folder: Path) -> None:
    signs: list[dict[str, Any]] = [
        {"problems": ["none"], "signs": ["none"], "low": "never"},
        {"problems": ["cravings", "gaps"], "signs": ["none"], "low": "some"},
        {"problems": ["lost-work"], "signs": ["more", "time"], "low": "never"},
        {"problems": ["cravings"], "signs": ["risky", "more", "time"], "low": "often"},
        {"problems": ["cravings"], "signs": None, "low": "never"},
    ]
    found = [
        one["scales"]["trouble"] for one in replies(folder, *(USED | s for s in signs))
    ]
    assert found == [
        {"score": 0, "band": "None or one"},
        {"score": 2, "band": "Some"},
        {"score": 4, "band": "Much"},
        {"score": 8, "band": "Severe"},
        {"score": None, "band": None},
    ]


def test_the_ticks_are_listed_and_told_on_the_sheet_and_in_the_form(
    folder: Path,
) -> None:
    listed = screener("items", "--questionnaire", folder).out
    assert "risky  Used while driving" in listed
    asked = ("questionnaire", "--questionnaire", folder, "--format")
    assert "Each tick adds its score." in screener(*asked, "review").out
    form = json.loads(screener(*asked, "fhir").out)
    assert "scale:trouble" in json.dumps(form)
