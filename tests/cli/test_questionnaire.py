"""`screener questionnaire --format review` writes the sheet to standard output."""

from pathlib import Path

import pytest

from screener.catalog import load_cases
from screener.catalog.supporter import in_supporter_words, supporter_file
from screener.cli import main
from screener.review import sheet
from tests.catalog.broken import copy
from tests.cli.command import ON_SMALL, screener
from tests.small import SMALL, small

REVIEW = f"""
[[review]]
name = "Ada Reyes"
role = "psychiatrist"
date = 2026-11-03
version = "2026.1"
hash = "{small().review_hash}"
"""


def run_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["questionnaire", "--questionnaire", str(folder)])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_it_writes_the_sheet_and_nothing_else() -> None:
    run = screener("questionnaire", "--format", "review", *ON_SMALL)
    assert (run.code, run.err) == (0, "")
    supporter = in_supporter_words(small(), supporter_file(SMALL))
    assert run.out == sheet(small(), load_cases(SMALL), (), supporter)


def test_the_core_questionnaire_is_written_unless_another_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["questionnaire"]) == 0
    assert "- Questionnaire: `level-of-care`, " in capsys.readouterr().out


def test_a_review_beside_the_questionnaire_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path)
    (folder / "review.toml").write_text(REVIEW)
    code, out, err = run_on(folder, capsys)
    assert (code, err) == (0, "")
    assert "reviewed by Ada Reyes, psychiatrist, November 3, 2026.**" in out


def test_after_an_edit_the_review_is_of_an_earlier_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, ("guidance.toml", "Family sessions.", "Family talks."))
    (folder / "review.toml").write_text(REVIEW)
    _, out, _ = run_on(folder, capsys)
    assert (
        "**Reviewed in an earlier version (2026.1, November 3, 2026, by Ada Reyes); "
        "not yet reviewed in this one.**"
    ) in out


def test_what_the_sheet_says_to_write_is_a_review_that_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path)
    _, out, _ = run_on(folder, capsys)
    written = out.split("```toml\n")[1].split("```")[0]
    written = written.replace('name = ""', 'name = "Ada Reyes"')
    written = written.replace('role = ""', 'role = "psychiatrist"')
    written = written.replace("YYYY-MM-DD", "2026-11-03")
    (folder / "review.toml").write_text(written)
    _, out, _ = run_on(folder, capsys)
    assert "reviewed by Ada Reyes, psychiatrist, November 3, 2026.**" in out


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("review.toml", "[[review]]\n", "review.toml: review 1: The key `name` is"),
        ("cases.toml", "x", "cases.toml: file: It is not TOML"),
        (
            "cases.toml",
            '[[case]]\nid = "odd"\nabout = "x"\nanswers = { days = 99 }\n',
            "cases.toml: case odd: these answers cannot be placed",
        ),
        ("guidance.toml", "x", "guidance.toml: file: It is not TOML"),
    ],
)
def test_a_file_that_is_wrong_is_told_and_no_sheet_is_written(
    file: str,
    text: str,
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = copy(tmp_path)
    (folder / file).write_text(text)
    code, out, err = run_on(folder, capsys)
    assert (code, out) == (1, "")
    assert told in err


def test_a_questionnaire_without_cases_has_a_sheet_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path)
    (folder / "cases.toml").unlink()
    code, out, _ = run_on(folder, capsys)
    assert code == 0
    assert "Worked cases\n\nNone.\n" in out


def test_an_unknown_questionnaire_is_told() -> None:
    run = screener("questionnaire", "--questionnaire", "/nowhere")
    assert (run.code, run.out) == (1, "")
    assert "/nowhere is not a usable questionnaire" in run.err
