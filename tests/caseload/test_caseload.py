"""A folder as a caseload: the list is the same with, without or despite an index."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.caseload import (
    clients_of,
    history_csv,
    is_client_code,
    read_caseload,
)
from screener.caseload.clients import Order
from screener.caseload.index import INDEX
from screener.cli import main
from screener.errors import FolderError
from screener.model import Answer, Respondent
from screener.summary import Summary, summarize, to_toml
from tests.caseload.cases import two_savers
from tests.fhir.exported import of_kind, questionnaire_json
from tests.fhir.fitting import response_problems
from tests.small import CALM, CREATED, GRAVE, HALF, SMALL, help_lines, small


def visit(
    client: str | None, answers: dict[str, Answer], days: int = 0, *left_out: str
) -> Summary:
    return summarize(
        small(),
        answers,
        help_lines(),
        respondent=Respondent.WITH_COUNSELOR,
        created=CREATED.replace(day=1 + days),
        left_out=frozenset(left_out),
        client=client,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    visits = {
        "a": visit("K1", dict(GRAVE)),
        "b": visit("K1", dict(CALM), 8),
        "c": visit("K2", dict(HALF), 3),
        "d": visit(None, dict(CALM), 2),
    }
    for name, one in visits.items():
        (tmp_path / f"{name}.toml").write_bytes(to_toml(one))
    (tmp_path / "torn.toml").write_text("format = 1\n[")
    (tmp_path / "else.txt").write_text("not one of them")
    return tmp_path


def test_each_file_is_told_and_nothing_else(folder: Path) -> None:
    entries = read_caseload(folder)
    assert [one.file[0] for one in entries] == ["a", "b", "c", "d", "t"]
    assert entries[0].client == "K1"
    assert "urgent" in entries[0].flags
    assert "open safety" in entries[2].flags
    assert entries[4].problem
    assert not any("I want this" in repr(one) for one in entries)


def test_the_index_holds_no_answer_and_only_its_owner_reads_it(folder: Path) -> None:
    read_caseload(folder)
    index = folder / INDEX
    assert index.stat().st_mode & 0o777 == 0o600
    assert "I want this to change" not in index.read_text()


def test_with_an_index_no_file_is_parsed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_caseload(folder)
    monkeypatch.setattr("screener.caseload.folder.parse_summary", None)
    assert read_caseload(folder) == first


@pytest.mark.slow
@settings(max_examples=30)
@given(data=st.data())
def test_the_index_never_hides_a_change(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("caseload")
    kinds = [to_toml(visit(f"K{n}", dict(one))) for n, one in enumerate((CALM, GRAVE))]
    for step in range(data.draw(st.integers(1, 6))):
        file = folder / f"{data.draw(st.sampled_from('abc'))}.toml"
        if data.draw(st.booleans()):
            file.write_bytes(data.draw(st.sampled_from(kinds)))
            os.utime(file, ns=(step, step * 1_000_000_007))
        else:
            file.unlink(missing_ok=True)
        listed = read_caseload(folder)
        (folder / INDEX).unlink(missing_ok=True)
        assert read_caseload(folder) == listed


def test_a_folder_that_cannot_be_written_to_does_without_an_index(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("os.write", refuse)
    assert len(read_caseload(folder)) == 5
    assert not (folder / INDEX).exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderError):
        read_caseload(tmp_path / "nowhere")


# Clients


def test_visits_are_put_together_the_last_one_first(folder: Path) -> None:
    clients = clients_of(read_caseload(folder))
    assert [one.name for one in clients] == ["K1", "K2", "d.toml", "torn.toml"]
    assert [one.file for one in clients[0].visits] == ["b.toml", "a.toml"]


def test_they_are_sorted_by_what_is_asked_for(folder: Path) -> None:
    entries = read_caseload(folder)
    by_level = clients_of(entries, Order.LEVEL)
    places = [one.last.level_place for one in by_level]
    assert places == sorted(places, reverse=True)
    by_code = clients_of(entries, Order.CODE)
    names = [one.name.lower() for one in by_code]
    assert names == sorted(names)
    soon = [one.last.soon_place for one in clients_of(entries, Order.SOON)]
    assert soon == sorted(soon, reverse=True)


def test_they_are_found_by_any_word_that_is_shown(folder: Path) -> None:
    clients = clients_of(read_caseload(folder))
    found = [one.name for one in clients if one.fits("k2")]
    assert found == ["K2"]
    assert [one.name for one in clients if one.fits("open safety")] == ["K2"]
    assert [one.name for one in clients if one.fits("k2 k1")] == []
    assert len([one for one in clients if one.fits("")]) == 4


@pytest.mark.parametrize("code", ["K1", "a", "7-22-B", "x" * 20])
def test_a_code_is_letters_digits_and_hyphens(code: str) -> None:
    assert is_client_code(code)


@pytest.mark.parametrize("code", ["", "Jane Doe", "-a", "x" * 21, "é", "a\n", "../a"])
def test_anything_else_is_none(code: str) -> None:
    assert not is_client_code(code)


# For other programs


def test_a_history_is_a_row_for_each_visit() -> None:
    visits = [visit("K1", dict(GRAVE), 5), visit("K1", dict(CALM), 1, "self-harm")]
    rows = list(csv.DictReader(io.StringIO(history_csv(visits))))
    assert [row["answers_left_out"] for row in rows] == ["yes", "no"]
    assert rows[0]["answer.thoughts"] == ""
    assert rows[1]["answer.days"].startswith("30")
    assert rows[1]["level-of-care.low"]


def test_the_command_prints_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small_one = ["--questionnaire", str(SMALL)]
    client = [str(folder), "--client", "K1"]
    assert main(["export", *client, "--format", "csv"]) == 0
    assert capsys.readouterr().out.count("\r\n") == 3
    assert main(["export", *client, "--format", "fhir", *small_one]) == 0
    bundle = json.loads(capsys.readouterr().out)
    kinds = [one["resource"]["resourceType"] for one in bundle["entry"]]
    assert kinds.count("QuestionnaireResponse") == 2
    assert kinds.count("Questionnaire") == 1
    for one in of_kind(bundle, "QuestionnaireResponse"):
        assert [*response_problems(questionnaire_json(small()), one)] == []


def test_where_one_visit_leaves_answers_out_no_question_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, one in {
        "a": visit("K1", dict(GRAVE)),
        "b": visit("K1", dict(CALM), 1, "self-harm"),
    }.items():
        (tmp_path / f"{name}.toml").write_bytes(to_toml(one))
    fhir = ["--client", "K1", "--questionnaire", str(SMALL)]
    assert main(["export", str(tmp_path), *fhir]) == 0
    kinds = {
        one["resource"]["resourceType"]
        for one in json.loads(capsys.readouterr().out)["entry"]
    }
    assert "QuestionnaireResponse" in kinds
    assert not kinds & {"Questionnaire", "CodeSystem"}


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (["--client", "K9"], "has no visit of the client K9", 1),
        (["--client", "K1"], "Name the folder of the version", 1),
        (["--client", "Jane Doe"], "never a name", 2),
        (["--format", "csv"], "goes with --client", 2),
    ],
)
def test_what_cannot_be_exported_is_told(
    arguments: list[str],
    told: str,
    code: int,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", str(folder), *arguments]) == code
    assert told in " ".join(capsys.readouterr().err.split())


@pytest.mark.slow
def test_two_who_save_at_once_lose_nothing_and_tear_nothing(tmp_path: Path) -> None:
    assert two_savers(tmp_path, 15) == {"A1": 15, "B2": 15}
