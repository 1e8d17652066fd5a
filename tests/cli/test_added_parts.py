"""Visits with added instruments: the file names its parts, and they are found."""

import csv
import io
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog import (
    load_help_lines,
    load_questionnaire,
    questions_folder,
    select,
)
from screener.model import ChoiceItem, Respondent
from screener.summary import Summary, summarize, to_toml
from tests.cli.command import screener
from tests.small import CREATED

BOTH = ["phq-9", "gad-7"]


def visit(added: Sequence[str], client: str | None = None, days: int = 0) -> Summary:
    """Return a visit in which every choice is answered with its last option."""
    asked = select(add=added).load()
    answers = {
        item.link_id: item.option[-1].code
        for item in asked.item
        if isinstance(item, ChoiceItem)
    }
    return summarize(
        asked,
        answers,
        load_help_lines("us"),
        respondent=Respondent.WITH_COUNSELOR,
        created=CREATED.replace(day=1 + days),
        client=client,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "visit.toml"
    path.write_bytes(to_toml(visit(BOTH)))
    return path


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--add", "phq-9"],
        ["--add", "gad-7", "--add", "phq-9"],
        ["--questionnaire", "level-of-care"],
        ["--questionnaire", "level-of-care.phq-9.gad-7"],
        ["--questionnaire", str(questions_folder() / "level-of-care")],
        ["--add", "audit-c"],
    ],
    ids=" ".join,
)
def test_it_is_exported_whatever_is_named_of_its_parts(
    options: list[str], file: Path
) -> None:
    run = screener("export", file, *options)
    assert (run.code, run.err) == (0, "")
    resources = [one["resource"] for one in json.loads(run.out)["entry"]]
    (response,) = (
        one for one in resources if one["resourceType"] == "QuestionnaireResponse"
    )
    assert "phq-9" in json.dumps(response)
    assert "gad-7" in json.dumps(response)


@pytest.mark.slow
def test_a_part_that_is_not_here_is_named(tmp_path: Path) -> None:
    made = visit(["phq-9"])
    origin = replace(made.questionnaire, id="level-of-care.phq-9.pcl-5")
    path = tmp_path / "visit.toml"
    path.write_bytes(to_toml(replace(made, questionnaire=origin)))
    run = screener("export", path)
    assert run.code == 1
    assert run.out == ""
    assert "Not here: pcl-5." in run.err
    assert "--questions" in run.err
    again = screener("rescore", path)
    assert again.code == 0
    assert "Not here, so that its answers do not count: pcl-5" in again.out
    assert "phq-9" in again.out


def test_a_part_of_another_version_is_taken_from_the_folder_that_is_named(
    tmp_path: Path,
) -> None:
    own = tmp_path / "older"
    shutil.copytree(questions_folder() / "phq-9", own)
    version = load_questionnaire(own).version
    head = own / "questionnaire.toml"
    head.write_text(
        head.read_text().replace(f'version = "{version}"', 'version = "0.9"')
    )
    made = select(add=[str(own), "gad-7"]).load()
    summary = summarize(
        made,
        {},
        load_help_lines("us"),
        respondent=Respondent.SELF,
        created=CREATED,
    )
    path = tmp_path / "visit.toml"
    path.write_bytes(to_toml(summary))
    refused = screener("export", path)
    assert refused.code == 1
    assert "phq-9-0.9" in refused.err
    assert f"phq-9-{version}" in refused.err
    assert "--add FOLDER" in refused.err
    assert screener("export", path, "--add", own).code == 0


def test_rescore_places_the_added_instruments_too(file: Path) -> None:
    run = screener("rescore", file, "--json")
    assert run.code == 0
    table = json.loads(run.out)
    assert table["misfits"] == []
    assert table["missing"] == []
    assert table["same_questionnaire"] is True
    assert not any(one["changed"] for one in table["ladders"].values())


def test_rescore_takes_the_core_that_is_named_and_the_parts_of_the_file(
    file: Path, tmp_path: Path
) -> None:
    own = tmp_path / "newer"
    shutil.copytree(questions_folder() / "level-of-care", own)
    head = own / "questionnaire.toml"
    version = select().load().version
    assert f'version = "{version}"' in head.read_text()
    head.write_text(head.read_text().replace(f'"{version}"', '"9.9"', 1))
    run = screener("rescore", file, "--questionnaire", own, "--json")
    table = json.loads(run.out)
    assert table["placed_with"].startswith("level-of-care.phq-9.gad-7 9.9.phq-9-")
    assert table["misfits"] == []


@pytest.mark.slow
def test_a_history_has_visits_with_different_instruments(tmp_path: Path) -> None:
    for place, added in enumerate((["phq-9"], [], ["gad-7", "phq-9"])):
        content = to_toml(visit(added, "K1", place))
        (tmp_path / f"{place}.toml").write_bytes(content)
    run = screener("export", tmp_path, "--client", "K1")
    assert (run.code, run.err) == (0, "")
    kinds = [one["resource"]["resourceType"] for one in json.loads(run.out)["entry"]]
    assert kinds.count("QuestionnaireResponse") == 3
    assert kinds.count("Questionnaire") == 3
    table = screener("export", tmp_path, "--client", "K1", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table.out)))
    assert [bool(row["scale.phq-9"]) for row in rows] == [True, False, True]
    assert rows[1]["level-of-care.low"]


@pytest.mark.parametrize("command", ["show", "compare"])
def test_other_commands_read_it(command: str, file: Path) -> None:
    run = screener(command, *([file] * (2 if command == "compare" else 1)))
    assert (run.code, run.err) == (0, "")
