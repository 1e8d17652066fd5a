"""The folder of a summary, line by line: full path first, created after a yes."""

import io
import os
from pathlib import Path
from typing import NoReturn

import pytest

from screener.cli import main
from screener.clock import local_now
from screener.model import HelpLines, Questionnaire, Respondent
from screener.plain.keeping import keep
from screener.plain.talk import Gone, Talk
from screener.sanitize import steers
from screener.scoring import mildest
from screener.summary import Summary, summarize
from tests.folders import TYPED, home_and_working_folder


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "kept").mkdir()
    return home_and_working_folder(tmp_path, monkeypatch)


@pytest.fixture
def summary(core: Questionnaire, help_lines: HelpLines) -> Summary:
    first = core.item[0]
    answer = mildest(first)
    assert answer is not None
    return summarize(
        core,
        {first.link_id: answer},
        help_lines,
        respondent=Respondent.SELF,
        created=local_now(),
    )


def told(help_lines: HelpLines, summary: Summary, folder: Path, *lines: str) -> str:
    """Return the output until the files are saved or the input ends."""
    says = io.StringIO()
    talk = Talk(io.StringIO("".join(f"{line}\n" for line in lines)), says, help_lines)
    try:
        keep(talk, folder, lambda: summary)
    except Gone:
        says.write("(nothing more)")
    return says.getvalue()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [*TYPED, ("./y", "here/y"), ("./1", "here/1"), ("./no", "here/no")],
)
def test_the_whole_path_is_said_and_asked_for_before_a_folder_is_made(
    help_lines: HelpLines, summary: Summary, tmp_path: Path, typed: str, meant: str
) -> None:
    usual, folder = tmp_path / "kept", tmp_path / meant
    said = told(help_lines, summary, usual, typed, "")
    assert f"\n{folder}\n" in said
    assert "This folder does not exist yet" in said
    assert not folder.exists()
    said = told(help_lines, summary, usual, typed, "", "n", str(usual), "")
    assert "Saved to:" in said
    assert not folder.exists()
    assert len(list(usual.glob("*.toml"))) == 1
    assert "Saved to:" in told(help_lines, summary, usual, typed, "", "y")
    assert len(list(folder.glob("*.toml"))) == 1


@pytest.mark.parametrize("typed", ["y", "OK", "save", "here", "guardar", "Aquí", "sí"])
def test_agreeing_in_words_saves_in_the_folder_that_was_said(
    help_lines: HelpLines, summary: Summary, here: Path, tmp_path: Path, typed: str
) -> None:
    said = told(help_lines, summary, tmp_path / "kept", typed)
    assert "Saved to:" in said
    assert len(list((tmp_path / "kept").glob("*.toml"))) == 1
    assert not list(here.iterdir())


@pytest.mark.parametrize("typed", ["s", "k", "d", "g", "x", "1", "42"])
def test_a_letter_or_a_number_alone_names_no_folder(
    help_lines: HelpLines, summary: Summary, here: Path, tmp_path: Path, typed: str
) -> None:
    said = told(help_lines, summary, tmp_path / "kept", typed, "")
    assert "To name a folder so short, type ./ before it." in said
    assert str(here / typed) not in said
    assert len(list((tmp_path / "kept").glob("*.toml"))) == 1


@pytest.mark.parametrize("typed", ["$NOT_SET_ANYWHERE", "~nobody-of-that-name/x"])
def test_what_is_no_folder_is_said_and_another_one_can_be_typed(
    help_lines: HelpLines, summary: Summary, here: Path, tmp_path: Path, typed: str
) -> None:
    said = told(help_lines, summary, tmp_path / "kept", typed)
    assert "(nothing more)" in said
    assert typed in said
    assert not list(here.iterdir())
    assert not list((tmp_path / "kept").iterdir())


@pytest.mark.parametrize("typed", ["$NOT_SET_ANYWHERE/x", "~nobody-of-that-name", " "])
def test_a_folder_named_at_the_start_is_refused_in_the_same_words(
    typed: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--plain", "--save-to", typed]) == 2
    error = capsys.readouterr().err
    assert "--save-to" in error
    assert "not set" in error or "no such home" in error or "No folder is" in error
    assert not list(here.iterdir())


@pytest.mark.parametrize("name", [b"a\x1b[31mb", b"a\xff", b"a\nb"])
def test_a_folder_of_any_name_is_said_harmlessly_and_saved_in(
    help_lines: HelpLines, summary: Summary, tmp_path: Path, name: bytes
) -> None:
    folder = tmp_path / os.fsdecode(name)
    said = told(help_lines, summary, folder, "", "y")
    assert not steers(said.replace("\n", ""))
    assert said.encode()
    assert len(list(folder.glob("*.toml"))) == 1


def test_what_is_saved_is_named_before_a_typesetter_can_end_the_program(
    help_lines: HelpLines,
    summary: Summary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The typesetter aborts the process if memory runs out."""

    def abort(summary: Summary) -> NoReturn:
        raise SystemExit(134)

    monkeypatch.setattr("screener.summary.saving.to_pdf", abort)
    says, folder = io.StringIO(), tmp_path / "kept"
    with pytest.raises(SystemExit):
        keep(Talk(io.StringIO("\n"), says, help_lines), folder, lambda: summary)
    saved = sorted(folder.iterdir())
    assert [file.suffix for file in saved] == [".toml", ".txt"]
    assert all(f"\n{file}\n" in says.getvalue() for file in saved)
    assert says.getvalue().count("Saved to:") == 1
