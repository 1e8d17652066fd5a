"""Errors for people and staff are in the current language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.cli import main
from screener.disk import reason_of, system_words
from screener.language import LANGUAGES, _, speak
from tests.tui.tongues import foreign_in

WRONG = [
    "show missing.toml",
    "show bad.toml",
    "show other.toml",
    "show folder",
    "export folder --client K1",
    "export other.toml --format foo",
    "rescore bad.toml",
    "score other.toml",
    "score missing",
    "items --questionnaire nope",
    "items --questionnaire ./other.toml",
    "items --add nope",
    "items --add level-of-care",
    "items --questionnaire phq-9 --add gad-7",
    "score other.toml --region nope",
    "population missing.parquet --to out",
    "population --to folder",
    "serve --port abc",
    "serve --address foo",
    "history missing",
    "--frob",
    "shwo x",
    "show",
    "compare bad.toml other.toml",
]
# Errors within a questionnaire are for its authors, and in English like the format;
# so are the messages of a parser.
_TYPED = r"nope|missing|other|folder|frob|shwo|bad|parquet|toml|foo|pipe|phq|gad|README"
_NAMES = r"level-of-care|audit-c|questions/\S+|https?://\S+|`[^`]*`|--[a-z-]+|<[^>]*>"
_NOT_WORDS = re.compile(
    rf"{_NAMES}|{_TYPED}|\b[A-Z]+\b|\{{[^}}]*\}}|screener|Invalid [^.]*"
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "bad.toml").write_text("a = [")
    (tmp_path / "other.toml").write_text("x = 1")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    yield
    speak("en")


@pytest.mark.parametrize("wrong", WRONG)
def test_an_error_is_in_one_language(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "es", *wrong.split()]) != 0
    words = _NOT_WORDS.sub(" ", capsys.readouterr().err)
    assert words.strip()
    assert foreign_in(words, "es") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_no_words_in_every_language(language: str) -> None:
    speak(language)
    assert _("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_that_no_table_knows_is_told_in_the_words_of_the_system(
    language: str,
) -> None:
    speak(language)
    error = OSError(98_765, "Something odd")
    assert "Something odd" in reason_of(error)
    assert "Project-Id" not in reason_of(error)
    assert system_words(error) == "Something odd"
