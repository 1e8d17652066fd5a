"""A summary that a supporter saved is told again in a supporter's words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.catalog import Editions, Selection
from screener.cli import main
from screener.language import speak, speaking
from screener.model import Answer, Respondent
from screener.summary import (
    Summary,
    all_told_in,
    compare,
    save,
    summarize,
    told_in,
)
from tests.small import CREATED, GRAVE
from tests.supporters import copy_of_small


@pytest.fixture
def editions(tmp_path: Path) -> Iterator[Editions]:
    yield Editions(Selection(copy_of_small(tmp_path, spanish=True)), "us-ct")
    speak("en")


def made(editions: Editions, respondent: Respondent, language: str = "en") -> Summary:
    for_supporter = respondent is Respondent.SUPPORTER
    asked, help_lines = editions.edition(language, for_supporter=for_supporter)
    answers: dict[str, Answer] = dict(GRAVE)
    with speaking(language):
        return summarize(
            asked, answers, help_lines, respondent=respondent, created=CREATED
        )


def words(summary: Summary) -> str:
    return "\n".join(line.question for line in summary.answers)


def test_names_are_told_in_them_in_another_language(editions: Editions) -> None:
    told = told_in("es", made(editions, Respondent.SUPPORTER), editions.same)
    assert "apoyo Do they have a plan?" in words(told)
    told = told_in("es", made(editions, Respondent.SELF), editions.same)
    assert "es Do you have a plan?" in words(told)


def test_what_is_compared_is_told_in_the_same_words(editions: Editions) -> None:
    own, others = (
        made(editions, who) for who in (Respondent.SELF, Respondent.SUPPORTER)
    )
    both = all_told_in("en", (own, others), editions.same)
    assert not compare(*both).answers
    assert "Do you have a plan?" in words(both[1])
    assert compare(own, others).answers  # by their words alone they differ
    both = all_told_in("en", (others, others), editions.same)
    assert "Do they have a plan?" in words(both[0])


def test_a_saved_summary_is_shown_in_them_in_each_language(
    editions: Editions,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def small(id: str) -> Selection:
        return Selection(tmp_path / id)

    monkeypatch.setattr("screener.cli.summary_language.select", small)
    summary = made(editions, Respondent.SUPPORTER)
    toml, *_ = save(summary, tmp_path / "kept").files
    assert main(["show", str(toml)]) == 0
    shown = capsys.readouterr().out
    assert "They have thought about ending their life." in shown
    assert "You have thought" not in shown
    assert main(["--lang", "es", "show", str(toml)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "apoyo They have thought about ending their life." in shown
    assert "es You have thought" not in shown
