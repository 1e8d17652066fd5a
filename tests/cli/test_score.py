"""`screener score` places answers without a screen."""

import json
from pathlib import Path

import pytest

from screener.cli import main
from tests.cli.command import ON_SMALL

SHEET = """
[answers]
thoughts = "yes"
plan = "yes"
days = 12
problems = ["gaps"]
tried = "no"
ended = "early"
limits = ["cost"]
"""

REPLY = {
    "ladders": {
        "level-of-care": {
            "rung": "residential",
            "low": "residential",
            "high": "residential",
            "stands": "settled",
        },
        "urgency": {"rung": "now", "low": "now", "high": "now", "stands": "settled"},
    },
    "scales": {"mood-scale": {"score": None, "band": None}},
    "rules": ["danger-now", "danger-today", "some-use", "heavy-use", "heavy-danger"],
    "unknown": ["home-safe", "interest", "low", "support", "living"],
    "unused": ["ended"],
    "alternatives": ["iop-instead"],
}


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "answers.toml"
    path.write_text(SHEET)
    return str(path)


def score(*arguments: str) -> int:
    return main(["score", *arguments, *ON_SMALL])


def test_the_reply_is_one_object_a_line(
    sheet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(sheet, "--json") == 0
    out = capsys.readouterr().out
    assert json.loads(out) == REPLY
    assert out.count("\n") == 1


def test_several_files_are_told_apart(
    sheet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(sheet, sheet, "--json") == 0
    replies = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert replies == [{"file": sheet, **REPLY}] * 2


def test_the_text_tells_rungs_ranges_reasons_and_what_is_open(
    sheet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(sheet) == 0
    shown = capsys.readouterr().out
    for told in (
        "!! Call or text 988 now",
        "Level of care: Residential care\n",
        "(heavy-danger)",
        "No answer yet to: home-safe, interest, low, support, living\n",
        "Kept, but not counted: ended\n",
        "Another way: If you cannot stay",
        "A starting point to discuss, not a diagnosis.",
    ):
        assert told in shown


def test_an_open_range_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("[answers]\n")
    assert score(str(path)) == 0
    shown = capsys.readouterr().out
    assert "Level of care: Not known yet, maybe Residential" in shown


def test_a_bad_file_does_not_stop_the_others(
    sheet: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(str(tmp_path / "none.toml"), sheet, "--json") == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)["file"] == sheet
    assert "It does not exist." in shown.err
