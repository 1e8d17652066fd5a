"""`screener show` prints a summary that was saved."""

from pathlib import Path

import pytest

from screener.cli import main
from screener.summary import Paper, save, to_pdf, to_text
from tests.small import GRAVE, summary_of


def test_it_prints_what_the_text_file_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml, txt, _ = save(summary_of(GRAVE), tmp_path).files
    assert main(["show", str(toml)]) == 0
    assert capsys.readouterr().out == txt.read_text() == to_text(summary_of(GRAVE))


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_what_is_no_summary_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(tmp_path / name)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "cannot be read as a summary" in shown.err


def test_a_file_made_to_steer_the_terminal_cannot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml, *_ = save(summary_of(GRAVE), tmp_path).files
    toml.write_text(toml.read_text().replace("Residential", "\\u001b[2J\\u009b\\u202e"))
    assert main(["show", str(toml)]) == 0
    assert not set(capsys.readouterr().out) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("options", "paper"),
    [
        ((), Paper.LETTER),
        (("--paper", "letter"), Paper.LETTER),
        (("--paper", "a4"), Paper.A4),
    ],
)
def test_it_makes_a_pdf_of_a_saved_summary(
    options: tuple[str, ...], paper: Paper, tmp_path: Path
) -> None:
    toml, *_ = save(summary_of(GRAVE), tmp_path).files
    page = tmp_path / "page.pdf"
    assert main(["show", str(toml), "--pdf", str(page), *options]) == 0
    assert page.read_bytes() == to_pdf(summary_of(GRAVE), paper)
    assert page.stat().st_mode & 0o777 == 0o600


def test_a_pdf_is_written_over_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml, *_ = save(summary_of(GRAVE), tmp_path).files
    before = toml.read_bytes()
    assert main(["show", str(toml), "--pdf", str(toml)]) == 1
    assert "is there already, and nothing is written over" in capsys.readouterr().err
    assert toml.read_bytes() == before


def test_a_size_of_paper_without_a_pdf_is_not_understood(tmp_path: Path) -> None:
    assert main(["show", str(tmp_path / "a.toml"), "--paper", "a4"]) == 2
