"""`screener show` prints a summary that was saved."""

from pathlib import Path

import pytest

from screener.cli import main
from screener.summary import save, to_text
from tests.small import GRAVE, summary_of


def test_it_prints_what_the_text_file_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml, txt = save(summary_of(GRAVE), tmp_path)
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
    toml, _ = save(summary_of(GRAVE), tmp_path)
    toml.write_text(toml.read_text().replace("Residential", "\\u001b[2J\\u009b\\u202e"))
    assert main(["show", str(toml)]) == 0
    assert not set(capsys.readouterr().out) & set("\x1b\x9b\u202e")
