"""Summaries of several languages, seen side by side in the one that is spoken."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from screener.caseload import read_entries, read_summaries
from screener.catalog import Edition, Editions, select
from screener.language import speak
from screener.summary import save
from screener.tui.caseload import CaseloadApp
from screener.tui.history import HistoryApp
from screener.tui.screens.reading import ReadingScreen
from screener.tui.screens.shelf import ShelfScreen
from screener.tui.screens.trend import curves
from tests.languages import answers, made_in
from tests.tui.reading import text_of
from tests.tui.walking import until

WIDE = (160, 40)
OPEN_RANGE = {"en": "Not known yet, maybe", "es": "Todavía no se sabe; quizá:"}


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture(scope="module")
def editions() -> Editions:
    return Editions(select(), "us")


@pytest.fixture
def folder(tmp_path: Path, editions: Editions) -> Path:
    """One in English that is open from end to end, and one grave in Spanish."""
    save(made_in("en", editions, 3, {}), tmp_path)
    save(made_in("es", editions, 9, answers(editions, grave=True)), tmp_path)
    return tmp_path


def history(folder: Path, edition: Edition, editions: Editions) -> HistoryApp:
    speak(edition.language)
    return HistoryApp(folder, edition.help_lines, "dark", editions)


async def to_table(pilot: Pilot[None]) -> None:
    def is_filled() -> bool:
        screen = pilot.app.screen
        has_table = isinstance(screen, ShelfScreen) and screen.is_whole
        return has_table and bool(screen.query_one(DataTable).row_count)

    await until(pilot, is_filled)
    await pilot.pause()


def rungs(edition: Edition) -> list[str]:
    return [one.name for one in edition.questionnaire.ladder[0].rung]


@pytest.mark.parametrize(("spoken", "other"), [("en", "es"), ("es", "en")])
async def test_every_rung_is_told_in_the_language_that_is_spoken(
    folder: Path, editions: Editions, spoken: str, other: str
) -> None:
    edition = editions.edition(spoken)
    app = history(folder, edition, editions)
    async with app.run_test(size=WIDE) as pilot:
        await to_table(pilot)
        await pilot.pause()
        shown = text_of(app)
        names = rungs(edition)
        assert f"{OPEN_RANGE[spoken]} {names[-1]}" in shown
        assert OPEN_RANGE[other] not in shown
        assert not [one for one in rungs(editions.edition(other)) if one in shown]


async def test_the_table_follows_a_change_of_language(
    folder: Path, editions: Editions
) -> None:
    app = history(folder, editions.original, editions)
    async with app.run_test(size=WIDE) as pilot:
        await to_table(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: OPEN_RANGE["es"] in text_of(app))


async def test_a_comparison_tells_both_in_one_language(
    folder: Path, editions: Editions
) -> None:
    spanish = editions.edition("es")
    app = history(folder, spanish, editions)
    async with app.run_test(size=(100, 200)) as pilot:
        await to_table(pilot)
        await pilot.press("space", "down", "space", "ctrl+k")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        shown = " ".join(text_of(app).split())
        for item in editions.original.questionnaire.item:
            assert f"{item.short}:" not in shown
        assert not [one for one in rungs(editions.original) if one in shown]
        assert f"{OPEN_RANGE['es']} {rungs(spanish)[-1]}" in shown


async def test_what_is_opened_stays_as_it_was_saved(
    folder: Path, editions: Editions
) -> None:
    app = history(folder, editions.edition("es"), editions)
    async with app.run_test(size=WIDE) as pilot:
        await to_table(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert rungs(editions.original)[-1] in text_of(app)


def test_visits_in_two_languages_are_on_one_curve(
    folder: Path, editions: Editions
) -> None:
    app = history(folder, editions.original, editions)
    summaries = read_summaries(folder, read_entries(folder))
    assert len(curves(summaries)[0].points) == 1
    level = curves([*map(app.retold, summaries)])[0]
    assert [point.day for point in level.points] == ["2026-03-03", "2026-09-03"]
    assert list(level.steps) == rungs(editions.original)


def test_other_questions_keep_their_words(folder: Path, editions: Editions) -> None:
    """Nobody knows whether a code still means the same in them."""
    app = history(folder, editions.edition("es"), editions)
    made = made_in("en", editions, 3, answers(editions, grave=False))
    others = replace(made.questionnaire, hash="0" * 64)
    changed = replace(made, questionnaire=others)
    assert app.retold(made) != made
    assert app.retold(changed) == changed


def test_a_code_that_is_unknown_keeps_its_words(
    folder: Path, editions: Editions
) -> None:
    app = history(folder, editions.edition("es"), editions)
    made = made_in("en", editions, 3, answers(editions, grave=False))
    first, *rest = made.answers
    odd = replace(first, code=("odd",))
    unknown = replace(made.ladders[0], id="odd")
    edited = replace(made, answers=(odd, *rest), ladders=(unknown, *made.ladders[1:]))
    told = app.retold(edited)
    assert told.answers[0].answer == first.answer
    assert told.ladders[0] == unknown
    assert told.answers[1].short != rest[0].short


async def listed(pilot: Pilot[None]) -> str:
    """What the list of a caseload shows once it is read."""
    table = pilot.app.screen.query_one(DataTable)
    await until(pilot, lambda: bool(table.row_count))
    return text_of(pilot.app)


@pytest.mark.parametrize(("spoken", "other"), [("en", "es"), ("es", "en")])
async def test_a_caseload_tells_its_clients_in_one_language(
    folder: Path, editions: Editions, spoken: str, other: str
) -> None:
    """So it does when it reads its index again, whoever had it written."""
    edition = editions.edition(spoken)
    for first in (other, spoken):
        speak(first)
        app = CaseloadApp(folder, edition.help_lines, "dark", editions)
        async with app.run_test(size=WIDE) as pilot:
            shown = await listed(pilot)
    assert OPEN_RANGE[spoken] in shown
    assert not [one for one in rungs(editions.edition(other)) if one in shown]


async def test_why_a_file_cannot_be_read_follows_a_change_of_language(
    folder: Path, editions: Editions
) -> None:
    (folder / "odd.toml").write_text("x")
    app = history(folder, editions.original, editions)
    async with app.run_test(size=WIDE) as pilot:
        await to_table(pilot)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until(pilot, lambda: "The file was not changed" in text_of(app))
        app.action_next_language()
        await until(pilot, lambda: "El archivo no se cambi" in text_of(app))
        assert "The file was not changed" not in text_of(app)
