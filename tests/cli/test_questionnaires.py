"""Published instruments on the command line: listed, alone, added."""

import json
import re
import shutil
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.cli import main

SHIPPED = ["audit-c", "gad-7", "level-of-care", "pc-ptsd-5", "phq-2", "phq-9"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a questionnaire of one's own."""
    folder = tmp_path / "own" / "worry"
    shutil.copytree(questionnaire_folder("gad-7"), folder)
    head = folder / "questionnaire.toml"
    head.write_text(head.read_text().replace('id = "gad-7"', 'id = "worry"', 1))
    return folder.parent


def listed(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["questionnaires", *arguments, "--json"]) == 0
    return [one["id"] for one in json.loads(capsys.readouterr().out)]


def test_what_is_installed_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys=capsys) == SHIPPED


def test_so_are_ones_own(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed("--questions", str(own), capsys=capsys) == [*SHIPPED, "worry"]


def test_the_list_says_who_made_each_and_under_which_terms(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["questionnaires"]) == 0
    told = capsys.readouterr().out
    phq = load_questionnaire(questionnaire_folder("phq-9"))
    assert f"phq-9 {phq.version}: Mood over the last 2 weeks (PHQ-9)\n" in told
    assert "--add phq-9 asks it in a visit" in told
    assert "--add level-of-care" not in told
    assert "not for sale" in told


def test_one_that_is_broken_is_told_and_the_others_are_listed(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "worry" / "sources.toml").unlink()
    assert main(["questionnaires", "--questions", str(own)]) == 1
    told = capsys.readouterr()
    assert "worry is not a usable questionnaire" in told.err
    assert re.search(r"^gad-7 \d", told.out, re.MULTILINE)


def answers(tmp_path: Path, **given: str) -> str:
    path = tmp_path / "answers.toml"
    lines = (f'{key.replace("_", "-")} = "{code}"' for key, code in given.items())
    path.write_text("\n".join(["[answers]", *lines]))
    return str(path)


def scales(path: str, *options: str, capsys: pytest.CaptureFixture[str]) -> object:
    """Return the scales of a reply, without those of the core."""
    assert main(["score", *options, path, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["scales"]
    core = {scale.id for scale in load_questionnaire(questionnaire_folder()).scale}
    return {id: scale for id, scale in found.items() if id not in core}


def test_a_reply_has_scores_and_bands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = answers(
        tmp_path, audit_often="4-a-week", audit_amount="3-or-4", audit_six="never"
    )
    (scale,) = load_questionnaire(questionnaire_folder("audit-c")).scale
    band = next(band.name for band in reversed(scale.band) if band.from_ <= 5)
    expected = {"audit-c": {"score": 5, "band": band}}
    assert scales(path, "--questionnaire", "audit-c", capsys=capsys) == expected
    assert scales(path, "--add", "audit-c", capsys=capsys) == expected


def test_a_reply_has_no_score_while_an_answer_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = answers(tmp_path, audit_often="4-a-week", audit_amount="3-or-4")
    nothing = {"audit-c": {"score": None, "band": None}}
    assert scales(path, "--questionnaire", "audit-c", capsys=capsys) == nothing


def test_ones_own_can_be_added(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = answers(tmp_path, gad_nervous="several-days")
    more = ("--questions", str(own), "--add", "worry", "--add", "phq-9")
    assert scales(path, *more, capsys=capsys) == {
        "gad-7": {"score": None, "band": None},
        "phq-9": {"score": None, "band": None},
    }


def test_two_that_do_not_go_together_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["items", "--add", "phq-2", "--add", "phq-9"]) == 1
    told = capsys.readouterr().err
    assert "These cannot be asked together: level-of-care, phq-2, phq-9" in told


@pytest.mark.many_cases
@pytest.mark.parametrize("id", [one for one in SHIPPED if one != "level-of-care"])
def test_each_is_proved_alone_and_in_a_visit(
    id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", id]) == 0
    assert main(["check", "--add", id]) == 0
    assert "All hold" in capsys.readouterr().out
