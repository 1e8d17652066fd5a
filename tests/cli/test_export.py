"""`screener export` and `screener questionnaire --format fhir`: JSON, or a reason."""

import json
from pathlib import Path

import pytest

from screener.cli import main
from screener.fhir import bundle_resource, questionnaire_resource, to_json
from screener.summary import reopen, save
from tests.catalog.broken import copy
from tests.cli.command import ON_SMALL, screener
from tests.small import GRAVE, HALF, small, summary_of


def saved(tmp_path: Path) -> Path:
    return save(summary_of(HALF), tmp_path).files[0]


def test_a_saved_summary_becomes_a_bundle(tmp_path: Path) -> None:
    run = screener("export", saved(tmp_path), "--format", "fhir", *ON_SMALL)
    assert (run.code, run.err) == (0, "")
    summary = summary_of(HALF)
    answers = reopen(small(), summary).answers
    assert run.out == to_json(bundle_resource(small(), answers, summary))


def test_a_questionnaire_is_written_alone() -> None:
    run = screener("questionnaire", "--format", "fhir", *ON_SMALL)
    assert (run.code, run.err) == (0, "")
    assert run.out == to_json(questionnaire_resource(small()))


def test_the_core_questionnaire_is_written_unless_another_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["questionnaire", "--format", "fhir"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "LevelOfCare"


def test_another_version_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, ("guidance.toml", "Family sessions.", "Family talks."))
    file = saved(tmp_path)
    assert main(["export", str(file), "--questionnaire", str(folder)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"made with: small 2026.1, hash {small().content_hash}" in shown.err
    assert "`--questionnaire FOLDER`" in shown.err


def test_without_naming_a_folder_the_core_questionnaire_is_not_the_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(saved(tmp_path))]) == 1
    assert "found here: level-of-care " in capsys.readouterr().err


def test_an_answer_that_was_changed_by_hand_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(tmp_path)
    file.write_text(file.read_text().replace('"afraid"', '"gone"'))
    assert main(["export", str(file), *ON_SMALL]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "home-safe: The answer does not fit the question." in shown.err


def test_what_is_no_summary_is_told(tmp_path: Path) -> None:
    run = screener("export", tmp_path / "none.toml", *ON_SMALL)
    assert (run.code, run.out) == (1, "")
    assert "cannot be read as a summary" in run.err


def test_an_unknown_format_is_wrong_usage(tmp_path: Path) -> None:
    assert screener("export", saved(tmp_path), "--format", "csv").code == 2


def test_nothing_in_the_output_steers_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {**GRAVE, "words": "x\x1b[2J\u202ey"}
    file = save(summary_of(words), tmp_path).files[0]
    assert main(["export", str(file), *ON_SMALL]) == 0
    assert not set(capsys.readouterr().out) & set("\x1b\u202e")
