"""`screener compare` and `screener rescore`."""

import json
from pathlib import Path

import pytest

from screener.catalog import Editions, select
from screener.cli import main
from screener.summary import save
from tests.cli.command import ON_SMALL, screener
from tests.languages import answers, made_in
from tests.small import CALM, GRAVE, HALF, SMALL, summary_of

IOP = "intensive-outpatient"


@pytest.fixture
def calm(tmp_path: Path) -> Path:
    return save(summary_of(CALM), tmp_path / "calm").files[0]


@pytest.fixture
def half(tmp_path: Path) -> Path:
    return save(summary_of(HALF), tmp_path / "half").files[0]


def test_compare_tells_what_changed(calm: Path, half: Path) -> None:
    run = screener("compare", calm, half)
    assert run.code == 0
    assert "Days of use:\n    before: 0 days\n    after:  12 days" in run.out
    assert max(len(line) for line in run.out.splitlines()) <= 80


def test_compare_tells_tools_too(calm: Path, half: Path) -> None:
    table = json.loads(screener("compare", calm, half, "--json").out)
    days = next(one for one in table["answers"] if one["id"] == "days")
    assert days == {
        "id": "days",
        "before": "0 days",
        "after": "12 days",
        "changed": True,
    }
    assert set(table) == {"before", "after", "answers", "ladders", "ratings"}


@pytest.mark.slow
def test_compare_finds_no_change_in_another_language(tmp_path: Path) -> None:
    """It is told in the language of the later one."""
    editions = Editions(select(), "us")
    grave = answers(editions, grave=True)
    english, spanish = (
        save(made_in(one, editions, 3, grave), tmp_path / one).files[0]
        for one in ("en", "es")
    )
    table = json.loads(screener("compare", english, spanish, "--json").out)
    changed = [one for kind in ("answers", "ratings", "ladders") for one in table[kind]]
    assert changed
    assert not any(one["changed"] for one in changed)
    told = screener("compare", spanish, english).out
    assert "Every question is answered as before." in told
    told = screener("compare", english, spanish).out
    assert "Every question" not in told
    assert editions.edition("es").questionnaire.ladder[0].name in told


def test_compare_says_which_file_is_no_summary(calm: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("a = 1")
    run = screener("compare", calm, other)
    assert run.code == 1
    assert "other.toml" in run.err
    assert run.out == ""


def test_rescore_with_the_same_questions_changes_nothing(half: Path) -> None:
    run = screener("rescore", half, *ON_SMALL)
    assert run.code == 0
    assert "placed with small 2026.1, the same" in run.out
    assert "->" not in run.out


def softer(tmp_path: Path) -> Path:
    """A version in which heavy use alone leads to less."""
    folder = tmp_path / "softer"
    folder.mkdir()
    for file in SMALL.iterdir():
        text = file.read_text()
        if file.name == "guidance.toml":
            old = f'id = "heavy-use"\nladder = "level-of-care"\nrung = "{IOP}"'
            assert old in text
            text = text.replace(old, old.replace(IOP, "outpatient"))
        (folder / file.name).write_text(text)
    return folder


def at_least(rung: str) -> dict[str, str]:
    return {"rung": rung, "low": rung, "high": "residential", "stands": "at-least"}


def test_rescore_tells_then_and_now(half: Path, tmp_path: Path) -> None:
    version = ("--questionnaire", softer(tmp_path))
    run = screener("rescore", half, *version, "--json")
    table = json.loads(run.out)
    assert table["same_questionnaire"] is False
    assert table["ladders"]["level-of-care"] == {
        "then": at_least(IOP),
        "now": at_least("outpatient"),
        "changed": True,
    }
    told = screener("rescore", half, *version).out
    assert "Intensive outpatient care, maybe Residential care -> Outpatient" in told


def test_rescore_goes_on_after_a_file_that_is_none(
    half: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("x")
    assert main(["rescore", str(bad), str(half), *ON_SMALL]) == 1
    shown = capsys.readouterr()
    assert "bad.toml" in shown.err
    assert "as before" in shown.out


def test_rescore_says_that_answers_were_left_out(tmp_path: Path) -> None:
    file = save(summary_of(GRAVE, "self-harm"), tmp_path).files[0]
    told = screener("rescore", file, *ON_SMALL).out
    assert "Some answers were left out of this file" in told


def test_rescore_remembers_a_cry_for_help(tmp_path: Path) -> None:
    file = save(summary_of({**CALM, "words": "I want to die"}), tmp_path).files[0]
    told = screener("rescore", file, *ON_SMALL).out
    assert "Level of care: Not known yet; help comes first, as before" in told
