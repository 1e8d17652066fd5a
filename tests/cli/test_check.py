"""`screener check` on the shipped questionnaire."""

import json

from screener.catalog import questions_folder
from tests.cli.command import screener


def test_all_that_the_shipped_questionnaires_promise_holds() -> None:
    for folder in sorted(questions_folder().glob("*/questionnaire.toml")):
        run = screener("check", folder.parent, "--json")
        table = json.loads(run.out)
        assert (run.code, table["holds"]) == (0, True), run.out
        skipped = [one["id"] for one in table["checks"] if one["how"] == "skipped"]
        assert skipped == []
        assert all(one["tried"] for one in table["checks"])


def test_it_is_told_on_eighty_columns() -> None:
    run = screener("check")
    assert run.code == 0
    assert "proved  A worse answer never lowers a ladder." in run.out
    assert "x 10^21 answer sets" in run.out
    assert "What is not proved: that the rules are right." in run.out
    assert max(len(line) for line in run.out.splitlines()) <= 80


def test_a_folder_that_is_none_is_told() -> None:
    run = screener("check", "/nowhere")
    assert run.code == 1
    assert "There is no such folder." in run.err
