"""`screener check` on the shipped questionnaire."""

import json
import re

import pytest

from screener.catalog import CORE, questions_folder
from tests.cli.command import screener
from tests.small import SMALL

OPTIONAL = {"decisions", "first-person", "supporter"}
"""The checks of what a questionnaire may do without."""


def test_all_that_the_shipped_questionnaires_promise_holds() -> None:
    for folder in sorted(questions_folder().glob("*/questionnaire.toml")):
        run = screener("check", folder.parent, "--json")
        table = json.loads(run.out)
        assert (run.code, table["holds"]) == (0, True), run.out
        skipped = [one["id"] for one in table["checks"] if one["how"] == "skipped"]
        told = (folder.parent / "es.toml").exists()
        others = [id for id in skipped if id not in OPTIONAL]
        assert others == ([] if told else ["translations"])
        table["checks"] = [one for one in table["checks"] if one["id"] not in skipped]
        idle = {one["id"] for one in table["checks"] if not one["tried"]}
        # An instrument alone may have no red flag, no line with a condition, no
        # question in words of ours, and name nothing that must not be together.
        assert idle <= {"red-flags", "lines", "easier", "coherence"}
        assert not idle or folder.parent.name != CORE


def test_every_check_is_told_in_columns() -> None:
    run = screener("check", SMALL, "--json")
    claims = [one["claim"] for one in json.loads(run.out)["checks"]]
    assert max(map(len, claims)) < 50


@pytest.mark.slow
def test_it_is_told_on_eighty_columns() -> None:
    run = screener("check")
    assert run.code == 0
    assert "proved  A worse answer never lowers a ladder." in run.out
    assert re.search(r"x 10\^\d\d answer sets", run.out)
    assert "What is not proved: that the rules are right." in run.out
    assert max(len(line) for line in run.out.splitlines()) <= 80


@pytest.mark.slow
def test_so_is_a_visit_with_everything_added() -> None:
    added = ("phq-9", "gad-7", "audit-c", "pc-ptsd-5")
    run = screener("check", *(word for one in added for word in ("--add", one)))
    assert run.code == 0, run.out
    assert "skipped Every worked case" in run.out
    assert max(len(line) for line in run.out.splitlines()[2:]) <= 80


def test_a_folder_that_is_none_is_told() -> None:
    run = screener("check", "/nowhere")
    assert run.code == 1
    assert "There is no such folder." in run.err
