"""Files and folders on the command line: `-`, missing, wrong kind, existing."""

import shutil
from pathlib import Path

import pytest

from tests.cli import every_command
from tests.cli.command import ON_SMALL, screener
from tests.terminal import Terminal


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Return a folder with a summary, a folder and a file."""
    given = every_command.arguments(tmp_path)
    shutil.copy(given["show"][0], tmp_path / "summary.toml")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.svg").mkdir()
    return tmp_path


def everything(folder: Path) -> set[Path]:
    return {*folder.rglob("*")}


CASES = ("agreement", "cases.jsonl", *ON_SMALL)
PEOPLE = ("population", "people.jsonl", *ON_SMALL)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([*PEOPLE, "--to", "-"], 2, "- is standard input or output"),
        ([*PEOPLE, "--to", "missing/replies"], 1, "There is no folder {}/missing."),
        ([*PEOPLE, "--to", "summary.toml"], 1, "summary.toml is a file, not a folder."),
        ([*PEOPLE, "--to", "saved"], 1, "saved is not empty."),
        (["population", "folder", *ON_SMALL], 1, "folder is a folder. Name the files"),
        (["population", "-", *ON_SMALL], 2, "- is standard input or output"),
        (["show", "summary.toml", "--pdf", "missing/x.pdf"], 1, "There is no folder"),
        (["show", "summary.toml", "--pdf", "folder"], 1, "folder is a folder. Name a"),
        (["show", "summary.toml", "--pdf", "answers.toml"], 1, "is there already"),
        (["show", "summary.toml", "--pdf", ""], 2, "the name is empty"),
        ([*CASES, "--plot", "-"], 2, "- is standard input or output"),
        ([*CASES, "--plot", "missing/x.png"], 1, "There is no folder {}/missing."),
        ([*CASES, "--plot", "folder.svg"], 1, "folder.svg is a folder. Name a file."),
        (["agreement", "", *ON_SMALL], 2, "the name is empty"),
        (["agreement", "missing", *ON_SMALL], 1, "no such file"),
        (["agreement", "folder", *ON_SMALL], 1, "is a case or a saved summary"),
        (["show", "-"], 2, "- is standard input or output"),
        (["show", "folder"], 1, "It is a folder."),
        (["show", "missing.toml"], 1, "It does not exist."),
        (["score", "-", *ON_SMALL], 2, "- is standard input or output"),
        (["score", "--jsonl", "folder", *ON_SMALL], 1, "It is a folder."),
        (["score", "--jsonl", "missing", *ON_SMALL], 1, "no such file"),
        (["score", "--jsonl", "", *ON_SMALL], 2, "the name is empty"),
        (["items", "--questions", "missing"], 1, "There is no folder"),
        (["items", "--questions", "summary.toml"], 1, "is a file, not a folder."),
        (["questionnaires", "--questions", "missing"], 1, "There is no folder"),
        (["questionnaires", "--questions", "-"], 2, "- is standard input or output"),
        (["--plain", "--save-to", "-"], 2, "- is standard input or output"),
        (["--plain", "--save-to", "summary.toml"], 1, "is a file, not a folder."),
        (["history", "-"], 2, "- is standard input or output"),
        (["caseload", "-"], 2, "- is standard input or output"),
        (["compare", "-", "summary.toml"], 2, "- is standard input or output"),
        (["serve", "--config", "-"], 2, "- is standard input or output"),
        (["serve", "--config", "folder"], 1, "It is a folder."),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_made(
    arguments: list[str], code: int, words: str, there: Path
) -> None:
    before = everything(there)
    known = {path.name for path in there.iterdir()}
    first, *others = arguments
    named = [
        str(there / word) if word in known or word.startswith("missing") else word
        for word in others
    ]
    run = screener(first, *named)
    assert run.code == code
    assert words.format(there) in run.err
    assert "Traceback" not in run.err
    assert "Your answers" not in run.err
    assert everything(there) == before


def test_a_new_folder_beside_others_is_made(there: Path) -> None:
    to = there / "replies"
    run = screener("population", there / "people.jsonl", *ON_SMALL, "--to", to)
    assert run.code == 0
    assert [path.name for path in to.iterdir()] == ["part-000000.jsonl"]


def test_a_pdf_goes_to_standard_output_where_that_is_no_terminal(there: Path) -> None:
    run = screener("show", there / "summary.toml", "--pdf", "-")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("%PDF")


def test_a_terminal_is_not_filled_with_a_pdf(there: Path) -> None:
    file = str(there / "summary.toml")
    with Terminal("-m", "screener", "show", file, "--pdf", "-", python=True) as shown:
        shown.wait_for("A terminal cannot show it.")
        assert "%PDF" not in shown.screen()


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [".", "/", ".."])
@pytest.mark.parametrize("command", ["show", "export", "rescore", "score"])
def test_a_folder_without_a_name_of_its_own_is_named(command: str, name: str) -> None:
    run = screener(command, name)
    assert run.code == 1
    assert f"  - {name}: file: It is a folder." in run.err
