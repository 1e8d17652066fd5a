"""A summary that is locked with a passphrase: one file, which is read back with it."""

import io
from pathlib import Path

import pyrage
import pytest

from screener.caseload import read_entries, read_one
from screener.caseload.problems import LOCKED
from screener.cli import main
from screener.errors import PassphraseError, SummaryFileError
from screener.summary import read_summary, save, to_text
from tests.small import GRAVE, summary_of

WORDS = "correct horse"
SUMMARY = summary_of(GRAVE)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (file,) = save(SUMMARY, tmp_path_factory.mktemp("kept"), WORDS).files
    return file


def test_only_the_locked_file_is_written(locked: Path) -> None:
    assert list(locked.parent.iterdir()) == [locked]
    assert locked.name == "summary-2026-11-23.toml.age"
    assert locked.stat().st_mode & 0o777 == 0o600
    assert b"I want this to change" not in locked.read_bytes()


def test_it_is_read_back_with_its_passphrase(locked: Path) -> None:
    asked: list[str] = []

    def ask(file: str) -> str:
        asked.append(file)
        return WORDS

    assert read_summary(locked, ask) == SUMMARY
    assert asked == [locked.name]


def test_any_age_program_opens_it(locked: Path) -> None:
    assert b"I want this to change" in pyrage.passphrase.decrypt(
        locked.read_bytes(), WORDS
    )


def test_another_passphrase_is_told_and_nothing_is_shown(locked: Path) -> None:
    with pytest.raises(PassphraseError, match="does not open it"):
        read_summary(locked, lambda _: "correct house")


@pytest.mark.parametrize("cut", [30, -1])
def test_one_that_is_cut_off_does_not_open(
    locked: Path, cut: int, tmp_path: Path
) -> None:
    torn = tmp_path / "torn.toml.age"
    torn.write_bytes(locked.read_bytes()[:cut])
    with pytest.raises(SummaryFileError, match=r"It is damaged|file is damaged"):
        read_summary(torn, lambda _: WORDS)


def test_where_nobody_can_be_asked_it_says_what_to_do(locked: Path) -> None:
    with pytest.raises(SummaryFileError, match="It is locked with a passphrase"):
        read_summary(locked)
    (entry,) = read_entries(locked.parent)
    assert entry.problem == LOCKED
    with pytest.raises(SummaryFileError, match="screener show"):
        read_one(locked)


@pytest.mark.parametrize("command", ["show", "export"])
def test_commands_ask_for_it(
    command: str,
    locked: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = [str(locked)]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n" * len(files)))
    small = ["--questionnaire", "tests/data/small"]
    given = small if command == "export" else []
    assert main([command, *files, *given]) == 0
    told = capsys.readouterr().out
    assert told
    if command == "show":
        assert told == to_text(SUMMARY)


def test_without_a_passphrase_a_command_says_so(
    locked: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["show", str(locked)]) == 1
    captured = capsys.readouterr()
    assert not captured.out
    assert "does not open it" in captured.err


def test_two_on_one_day_do_not_take_each_others_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.summary.saving.lock", lambda content, _: content)
    first = save(SUMMARY, tmp_path, WORDS).files
    second = save(SUMMARY, tmp_path, WORDS).files
    assert first != second
    assert len(list(tmp_path.iterdir())) == 2
