"""In lines, too, a supporter is asked in a supporter's words."""

import io
from pathlib import Path

import pytest

from screener.catalog import Editions, Selection
from screener.catalog.supporter import supporter_file
from screener.language import speak
from screener.model import Respondent
from screener.plain import PlainVisit, Talk
from screener.summary import read_summary
from tests.supporters import copy_of_small

SELF, SUPPORTER = "1", "3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_small(tmp_path, spanish=True)


def visit(folder: Path, *lines: str) -> tuple[str, PlainVisit]:
    """Hold a visit; return what was said, and the visit."""
    editions = Editions(Selection(folder), "us-ct")
    asked, help_lines = editions.original
    said = io.StringIO()
    talk = Talk(io.StringIO("".join(f"{line}\n" for line in lines)), said, help_lines)
    kept = folder.parent / "kept"
    kept.mkdir()
    held = PlainVisit(talk, asked, help_lines, kept, editions=editions)
    try:
        assert held.hold() == 0
    finally:
        speak("en")
    return " ".join(said.getvalue().split()), held


@pytest.mark.parametrize(
    ("who", "question", "not_said"),
    [
        (SELF, "have you thought about ending your life?", "have they thought"),
        (SUPPORTER, "have they thought about ending their life?", "have you thought"),
    ],
)
def test_questions_are_in_the_words_of_who_answers(
    who: str, question: str, not_said: str, folder: Path
) -> None:
    said, _ = visit(folder, who, "1")
    assert question in said
    assert not_said not in said


def test_a_change_of_language_keeps_them(folder: Path) -> None:
    said, held = visit(folder, SUPPORTER, "language", "1", "language", "1")
    assert "apoyo In the last month, have they thought" in said
    assert "apoyo Do they feel safe where they live?" in said
    assert " Do they feel safe where they live?" in said.replace("apoyo Do", "")
    assert "Do you feel safe" not in said
    assert held.respondent is Respondent.SUPPORTER


def test_the_words_before_who_answers_are_for_everybody(folder: Path) -> None:
    said, _ = visit(folder, "español", SUPPORTER, "1")
    assert "es A few questions on safety" in said
    assert "apoyo In the last month, have they thought" in said
    assert "es In the last month" not in said


def test_help_the_result_and_the_file_are_in_them(folder: Path) -> None:
    said, held = visit(folder, SUPPORTER, "3", "3", "s", "k", "", "", "", "")
    assert "Stay with them. Call or text 988 now" in said
    assert "not being sure they can stay safe" in said
    assert "you can stay safe" not in said
    files = [path for path in held.saved.files if path.suffix == ".toml"]
    saved = read_summary(files[0])
    assert saved.respondent is Respondent.SUPPORTER
    assert saved.steps[0].text.startswith("Stay with them.")


def test_words_that_cannot_be_used_are_reported_and_the_visit_goes_on(
    folder: Path,
) -> None:
    path = supporter_file(folder)
    path.write_text(path.read_text().replace('of = "', 'of = "0'))
    said, _ = visit(folder, SUPPORTER, "1")
    assert "supporter.toml" in said
    assert "have you thought" in said
