"""Ending early and the quick version, by keyboard, in the real app."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.interview import Interview
from screener.model import HelpLines, Questionnaire
from screener.scoring import gravest
from screener.tui.app import ScreenerApp
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.settled import SettledScreen
from tests.tui.buttons import click
from tests.tui.reading import text_of
from tests.tui.walking import mild, start

FOR_NO_LEVEL = ("limits", "note")
"""The questions that no rule looks at; the quick version leaves them out."""


async def mildly_until_settled(pilot: Pilot[None], app: ScreenerApp) -> None:
    await start(pilot)
    while isinstance(app.screen, QuestionScreen):
        await pilot.press(*mild(app))
        await pilot.pause()


@pytest.mark.slow
async def test_the_end_is_offered_once_the_level_is_settled(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await mildly_until_settled(pilot, app)
        assert isinstance(app.screen, SettledScreen)
        assert "can't change where your answers point" in text_of(app)
        await pilot.press("x", "1", "s")
        assert isinstance(app.screen, SettledScreen)
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert "can't change where your" in " ".join(text_of(app).split())
        assert "(not answered)" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)


@pytest.mark.slow
async def test_going_on_asks_the_rest_and_offers_no_more(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await mildly_until_settled(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        while isinstance(app.screen, QuestionScreen):
            await pilot.press(*mild(app))
            await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert "(not answered)" not in text_of(app)


async def test_the_quick_version_ends_by_itself(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2", "1", "enter")
        await pilot.pause()
        asked = len(app.questionnaire.item) - len(FOR_NO_LEVEL)
        assert f"up to {asked} left" in text_of(app)
        while isinstance(app.screen, QuestionScreen):
            await pilot.press(*mild(app))
            await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert len(app.interview.answers) < len(app.interview.asked)
        assert app.interview.recommendation.placements["level-of-care"].settled
        await pilot.press("left")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.interview.at == list(app.interview.answers)[-1]


async def test_enter_starts_the_quick_version_where_it_was_asked_for(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = ScreenerApp(core, help_lines, tmp_path, quick=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        assert app.interview.quick
        await pilot.press("left")
        await pilot.pause()
        await pilot.press("2", "1", "enter")
        await pilot.pause()
        assert not app.interview.quick


async def test_sources_are_one_key_away(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert "Where this comes from" not in text_of(app)
        await click(pilot, "show-sources")
        await pilot.pause()
        assert "Where this comes from" in text_of(app)


@pytest.mark.parametrize(("name", "asks_more"), [("phq-9", False), ("", True)])
async def test_what_the_rest_is_good_for_is_true_of_it(
    core: Questionnaire,
    help_lines: HelpLines,
    tmp_path: Path,
    name: str,
    asks_more: bool,
) -> None:
    asked = load_questionnaire(questionnaire_folder(name)) if name else core
    visit = Interview.start(asked)
    while not visit.offers_end:
        answer = gravest(visit.item)
        assert answer is not None
        visit = visit.give(answer)
    app = ScreenerApp(asked, help_lines, tmp_path)
    async with app.run_test(size=(80, 50)) as pilot:
        await app.push_screen(SettledScreen(help_lines, visit))
        await pilot.pause()
        text = " ".join(text_of(app).split())
    assert ("what matters, what could" in text) is asks_more
    assert "Go on for a fuller result" in text
