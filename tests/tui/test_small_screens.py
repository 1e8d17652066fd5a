"""Important parts stay visible on small screens and while the size changes."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from screener.catalog import Editions, select
from screener.language import speak
from screener.scoring import gravest
from screener.tui.app import ScreenerApp
from screener.tui.performance.flat import Body
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.under_age import UnderAgeScreen
from tests.looks.walks import WALKS, stops
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, nearly_through, start

SMALL, COMMON, LARGE = (40, 16), (80, 24), (200, 60)


@pytest.mark.parametrize("size", [COMMON, LARGE])
@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_welcome_is_there_as_a_whole(
    language: str, size: tuple[int, int], tmp_path: Path
) -> None:
    edition = Editions(select(), "us").edition(language)
    speak(language)
    app = ScreenerApp(
        edition.questionnaire,
        edition.help_lines,
        tmp_path,
        editions=Editions(select(), "us"),
        journal=tmp_path / "visit",
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        body = app.screen.query_one(Body)
        assert max(child.region.bottom for child in body.children) <= body.region.bottom
    speak("en")


@pytest.mark.parametrize("easier", [False, True], ids=["usual words", "easier words"])
async def test_all_answers_to_a_question_are_in_sight_at_once(
    app_in_all_languages: ScreenerApp, easier: bool
) -> None:
    """Of the core in English, with all buttons and a line for each that wraps."""
    app = app_in_all_languages
    if easier:
        app.interview = app.interview.in_other_words()
    visit, fit = app.interview, {}
    async with app.run_test(size=COMMON) as pilot:
        await start(pilot)
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        while visit.at is not None:
            screen.take_up(visit)
            await pilot.pause()
            body = screen.query_one(Body)
            fit[visit.at] = body.virtual_size.height <= body.size.height
            visit = visit.give(gravest(visit.item) or "")  # each one opens others
    assert fit == dict.fromkeys(app.questionnaire.items, True)


@pytest.mark.parametrize("region", ["us", "us-ct"])
@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_page_for_people_under_18_is_there_as_a_whole(
    language: str, region: str, tmp_path: Path
) -> None:
    edition = Editions(select(), region).edition(language)
    speak(language)
    app = ScreenerApp(
        edition.questionnaire,
        edition.help_lines,
        tmp_path,
        editions=Editions(select(), region),
    )
    async with app.run_test(size=COMMON) as pilot:
        await pilot.pause()
        await pilot.press("enter", "4", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UnderAgeScreen)
        body = app.screen.query_one(Body)
        assert max(child.region.bottom for child in body.children) <= body.region.bottom
    speak("en")


@pytest.mark.slow
@pytest.mark.parametrize("size", [COMMON, SMALL])
async def test_every_page_shows_whether_it_goes_on(
    size: tuple[int, int], tmp_path: Path
) -> None:
    goes_on: set[bool] = set()
    async for name, app in stops(WALKS[0], tmp_path, size=size):
        parts = list(app.screen.query("Body, OptionList, TextArea"))
        is_left = any(part.scroll_offset.y < part.max_scroll_y for part in parts)
        goes_on.add(is_left)
        assert ("↓" in text_of(app)) == is_left, name
        assert ("↑" in text_of(app)) == any(part.scroll_offset.y for part in parts), (
            name
        )
    assert goes_on == {True, False}


@pytest.mark.many_cases
@pytest.mark.parametrize("steps", [1, 4, 6])
async def test_the_cursor_stays_in_sight_when_the_window_changes(
    app: ScreenerApp, steps: int
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await start(pilot)
        await pilot.press(*["down"] * steps)
        for size in (COMMON, SMALL, LARGE, SMALL, (50, 18), SMALL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert any(line.lstrip().startswith(">") for line in _lines(app)), size
        await pilot.press("space")
        await pilot.pause()
        (line,) = (line for line in _lines(app) if line.lstrip().startswith(">"))
        assert "[x]" in line


async def test_the_cursor_of_the_review_stays_in_sight_too(app: ScreenerApp) -> None:
    nearly_through(app)
    async with app.run_test(size=SMALL) as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        await pilot.press(*["down"] * 12)
        for size in (COMMON, SMALL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.screen.query_one(OptionList).highlighted is not None
            assert any(line.lstrip().startswith(">") for line in _lines(app)), size


async def test_a_question_is_still_whole_after_the_window_was_tiny(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=COMMON) as pilot:
        await start(pilot)
        before = text_of(app)
        await pilot.resize_terminal(12, 4)
        await pilot.pause()
        await pilot.resize_terminal(*COMMON)
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert text_of(app) == before


def _lines(app: ScreenerApp) -> list[str]:
    return text_of(app).splitlines()
