"""An id names a shipped questionnaire; whatever looks like a path is a path."""

import shutil
from pathlib import Path

import pytest

from screener.catalog import Editions, questionnaire_folder, select
from screener.catalog.folders import is_id
from screener.cli import main
from screener.errors import ScreenerError
from screener.kiosk import load_kiosk_settings

OURS = "GAD-7 of our own"
COMMANDS = {
    "items": lambda name: ["items", "--questionnaire", name],
    "check": lambda name: ["check", name],
    "diff, the old one": lambda name: ["diff", name, "gad-7"],
    "diff, the new one": lambda name: ["diff", "gad-7", name],
    "questionnaire": lambda name: ["questionnaire", "--questionnaire", name],
    "translation": lambda name: ["translation", "es", "--questionnaire", name],
    "added": lambda name: ["items", "--add", name],
    "score": lambda name: ["score", "--jsonl", "none.jsonl", "--questionnaire", name],
}
PATHS = ["./gad-7", "gad-7/", "./gad-7/", "../gad-7", ".", "..", "~/gad-7", "gad-7/."]
NO_IDS = [
    *PATHS,
    "gad-7.toml",
    "~",
    "~nobody/gad-7",
    "GAD-7",
    "/gad-7",
    "gad-7\n",
    "gad-7 ",
    "g" * 300,  # the system takes no such name of a folder
    "",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with nothing in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    return folder


def copy_into(folder: Path) -> Path:
    """Put a questionnaire with the id of a shipped one into a folder."""
    copied = folder / "gad-7"
    shutil.copytree(questionnaire_folder("gad-7"), copied)
    head = copied / "questionnaire.toml"
    title = select("gad-7").load().title
    head.write_text(head.read_text().replace(title, OURS, 1))
    return copied


@pytest.mark.parametrize("name", NO_IDS)
def test_only_words_joined_by_hyphens_are_an_id(name: str) -> None:
    assert not is_id(name)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", PATHS)
@pytest.mark.usefixtures("here")
def test_a_path_with_nothing_there_is_an_error_that_names_the_shipped_ones(
    name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(COMMANDS[command](name)) == 1
    captured = capsys.readouterr()
    assert not captured.out
    if name in (".", ".."):
        assert "questionnaire.toml: file: It does not exist." in captured.err
    else:
        assert "There is no such folder." in captured.err
        assert "one of ours by its id alone: audit-c, gad-7" in captured.err


@pytest.mark.parametrize("name", ["./gad-7", "gad-7/", "~/gad-7"])
def test_a_path_names_the_folder_that_is_there(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_into(here)
    assert main(["items", "--questionnaire", name]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith(OURS)
    assert not captured.err


def test_the_working_directory_itself_can_be_named(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy_into(here))
    assert main(["items", "--questionnaire", "."]) == 0
    assert capsys.readouterr().out.startswith(OURS)


def test_an_id_names_the_shipped_one_and_says_how_to_name_the_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_into(here)
    assert main(["items", "--questionnaire", "gad-7"]) == 0
    captured = capsys.readouterr()
    assert not captured.out.startswith(OURS)
    assert captured.err == (
        "gad-7: this is the shipped questionnaire of that name. To use the folder "
        "here, write ./gad-7\n"
    )


def test_nothing_is_said_where_the_folder_is_the_shipped_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(questionnaire_folder("gad-7").parent)
    assert main(["items", "--questionnaire", "gad-7"]) == 0
    assert not capsys.readouterr().err


def test_a_file_is_no_questionnaire(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = copy_into(here) / "questionnaire.toml"
    assert main(["items", "--questionnaire", str(head)]) == 1
    assert "name the folder that the questionnaire's files" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_an_empty_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["items", "--questionnaire", ""]) == 1
    assert "an empty name" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["./gad-7", "~/gad-7"])
def test_a_kiosks_setting_is_read_in_the_same_way(name: str, here: Path) -> None:
    file = here / "kiosk.toml"
    file.write_text(f'questionnaire = "{name}"')
    copied = copy_into(here)
    selection = select(load_kiosk_settings(file).questionnaire)
    assert selection.folder.resolve() == copied.resolve()
    assert selection.load().title == OURS


@pytest.mark.parametrize("name", ["gad-7 ", " gad-7", "GAD-7", "gad-7/", "."])
def test_a_kiosks_setting_that_is_no_bare_id_names_no_shipped_one(
    name: str, here: Path
) -> None:
    file = here / "kiosk.toml"
    file.write_text(f'questionnaire = "{name}"')
    with pytest.raises(ScreenerError, match="not a usable questionnaire"):
        select(load_kiosk_settings(file).questionnaire).load()


def test_a_saved_summary_cannot_name_a_path(here: Path) -> None:
    copied = copy_into(here)
    hash = select(str(copied)).load().content_hash
    editions = Editions(select(), "us")
    assert editions.same(f"{copied}", hash, "en") is None
