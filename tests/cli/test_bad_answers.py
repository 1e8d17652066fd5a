"""Every way a file of answers can be wrong gets a message, never a traceback."""

from pathlib import Path

import pytest

from screener.cli import main
from tests.cli.command import ON_SMALL


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["score", str(path), *ON_SMALL]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"{path}: these answers") or path.name in shown.err
    return shown.err


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "It does not exist." in refused(tmp_path / "none.toml", capsys)


def test_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "It is a folder." in refused(tmp_path, capsys)


def test_a_name_that_is_too_long(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "the name is too long" in refused(tmp_path / ("x" * 300), capsys)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "There is no table [answers]."),
        (b"days = 1", "There is no table [answers]."),
        (b"answers = 1", "There is no table [answers]."),
        (b"[[answers]]\ndays = 1", "There is no table [answers]."),
        (b"hello", "It is not TOML"),
        (b"[answers]\ndays = 1\ndays = 2", "It is not TOML"),
        (b"[answers]\ndays = null", "It is not TOML"),
        (b"[answers]\nx = " + b"[" * 5000, "On line 2, more than 16 tables"),
        (b"\xff\xfe[\0a\0", "It is not UTF-8 text."),
        (b"#" * 6_000_000, "It is larger than 1 MB."),
        (b"PK\x03\x04\0\0", "It is not TOML"),
    ],
    ids=range(11),
)
def test_a_file_that_is_no_sheet_of_answers(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(content)
    assert told in refused(path, capsys)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ('nothing = "x"', "nothing: There is no such question."),
        ('thoughts = "maybe"', "give one of: no, better-off, yes."),
        ('thoughts = ["no"]', "give one of: no, better-off, yes."),
        ("thoughts = 1", "give one of"),
        ("thoughts = true", "give one of"),
        ("thoughts = {x = 1}", "give one of"),
        ('thoughts = ""', "give one of"),
        ("thoughts = 2026-11-23", "give one of"),
        ("days = 31", "give a whole number from 0 to 30."),
        ("days = -1", "give a whole number from 0 to 30."),
        ("days = 3.0", "give a whole number from 0 to 30."),
        ("days = nan", "give a whole number from 0 to 30."),
        ("days = inf", "give a whole number from 0 to 30."),
        ("days = true", "give a whole number from 0 to 30."),
        ('days = "3"', "give a whole number from 0 to 30."),
        ("days = 99999999999999999999999", "give a whole number from 0 to 30."),
        ('problems = "gaps"', "give a list of: cravings"),
        ('problems = ["dog"]', "give a list of: cravings"),
        ("problems = [1]", "give a list of: cravings"),
        ('problems = [["gaps"]]', "give a list of: cravings"),
        ("problems = [{a = 1}]", "give a list of: cravings"),
        ('problems = ["none", "gaps"]', "`none` stands beside others."),
        ('problems = ["gaps", "gaps"]', "An option is there twice."),
        ("words = 1", "give words, at most 500 characters."),
        (f'words = "{"x" * 501}"', "give words, at most 500 characters."),
    ],
    ids=range(25),
)
def test_an_answer_that_does_not_fit_its_question(
    answer: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(f"[answers]\n{answer}\n")
    assert told in refused(path, capsys)


def test_all_that_is_wrong_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('[answers]\nx = 1\ndays = 99\nthoughts = "q"\n')
    assert refused(path, capsys).count("To mend it") == 3
