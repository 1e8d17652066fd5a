"""A client's visits as CSV: no formula in any cell, and accents for Excel."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from screener.caseload import history_csv
from screener.cli import main
from screener.model import Answer, Respondent
from screener.summary import Summary, save, summarize
from tests.cli.command import screener
from tests.small import CREATED, GRAVE, help_lines, small


def visit(client: str, answers: dict[str, Answer]) -> Summary:
    return summarize(
        small(),
        answers,
        help_lines(),
        respondent=Respondent.WITH_COUNSELOR,
        created=CREATED,
        client=client,
    )


def row_of(summary: Summary) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(history_csv([summary])))
    return row


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20SUM(A1)",
        "\ufe66cmd",
        "  =1",
        "\t=1",
        "\r\n=1",
        "\u200b=1",
        "\u3000\uff1d1",
        "\u00a0=1",
        '=HYPERLINK("http://x")',
    ],
)
def test_no_cell_makes_a_spreadsheet_calculate(words: str) -> None:
    told = row_of(visit("K1", {**GRAVE, "words": words}))["answer.words"]
    assert told.startswith("'")
    assert told[1:].lstrip("\u200b")[0] == words.lstrip("\u200b\u3000\u00a0 \t\r\n")[0]


@pytest.mark.parametrize(
    "words", ["3 - 4 times", "a=b", "añil", "\u2212 5", "'quoted'"]
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert row_of(visit("K1", {**GRAVE, "words": words}))["answer.words"] == words


def test_no_other_column_or_head_does_either() -> None:
    summary = visit("K1", dict(GRAVE))
    origin = replace(summary.questionnaire, id="=cmd", version="1\x1b[2J")
    ladders = tuple(replace(one, id=f"={one.id}") for one in summary.ladders)
    row = row_of(replace(summary, questionnaire=origin, ladders=ladders))
    for text in (*row, *row.values()):
        assert not text.startswith(("=", "+", "-", "@"))
        assert "\x1b" not in text
    assert row["questionnaire"] == "'=cmd 1"
    assert "'=level-of-care.low" in row


@pytest.mark.slow
def test_for_excel_it_begins_with_a_byte_order_mark(tmp_path: Path) -> None:
    save(visit("K1", {**GRAVE, "words": "añil"}), tmp_path)
    asked = ("export", tmp_path, "--client", "K1", "--format", "csv")
    plain = screener(*asked, LANG="C.UTF-8")
    assert not plain.out.startswith("\ufeff")
    for locale in ("C.UTF-8", "C"):
        run = screener(*asked, "--excel", LANG=locale, PYTHONCOERCECLOCALE="0")
        assert (run.code, run.out) == (0, f"\ufeff{plain.out}")
    assert "añil" in plain.out


def test_the_mark_is_for_csv_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path), "--client", "K1", "--excel"]) == 2
    assert "--excel goes with --format csv" in capsys.readouterr().err
