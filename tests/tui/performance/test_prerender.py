"""Screens made before they are wanted: shown if they are right, and never otherwise."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.pilot import Pilot

from screener.model import Respondent
from screener.tui.app import ScreenerApp
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.page import Page
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.respondent import RespondentScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.settled import SettledScreen
from screener.tui.screens.ticked import TickedScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, mild, nearly_through, start, until

P = TypeVar("P", bound=Page[Any])


@pytest.fixture
def app(app_in_all_languages: ScreenerApp) -> ScreenerApp:
    return app_in_all_languages


async def make_ahead(pilot: Pilot[None], app: ScreenerApp) -> None:
    await pilot.pause()
    app.make_ahead()
    await pilot.pause(0.3)  # until they are drawn


def kept(app: ScreenerApp, kind: type[P]) -> P:
    (one,) = (one for one in app._installed_screens.values() if isinstance(one, kind))
    return one


def shown(app: ScreenerApp) -> object:
    return app.screen


async def test_what_follows_the_welcome_is_whole_before_it_is_shown(
    app: ScreenerApp,
) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        before = text_of(app)
        await make_ahead(pilot, app)
        assert isinstance(app.screen, WelcomeScreen)
        assert text_of(app) == before
        respondent, question = kept(app, RespondentScreen), kept(app, QuestionScreen)
        assert {respondent.size, question.size} == {app.size}
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app) is respondent
        await pilot.press("3", "enter")
        await pilot.pause()
        assert shown(app) is question
        assert app.respondent is Respondent.SUPPORTER
        sections = len(app.questionnaire.section)
        assert f"Section 1 of {sections}" in text_of(app)


@pytest.mark.slow
async def test_it_looks_as_it_does_where_nothing_is_made_ahead(
    app: ScreenerApp, tmp_path: Path
) -> None:
    texts = []
    for ahead in (False, True):
        one = ScreenerApp(app.questionnaire, app.help_lines, tmp_path)
        nearly_through(one)
        async with one.run_test() as pilot:
            await pilot.pause()
            if ahead:
                await make_ahead(pilot, one)
            for keys in (["enter"], ["1", "enter"]):
                await pilot.press(*keys)
                await pilot.pause()
                texts.append(text_of(one))
            await answer_mildly(pilot, one)
            if ahead:
                one.make_result_ahead()
                await pilot.pause(0.3)
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(one.screen, ResultScreen)
            texts.append(text_of(one))
    assert texts[:3] == texts[3:]


async def test_the_quick_version_is_asked_though_the_other_was_made(
    app: ScreenerApp,
) -> None:
    async with app.run_test() as pilot:
        await make_ahead(pilot, app)
        await pilot.press("2", "1", "enter")
        await pilot.pause()
        assert shown(app) is kept(app, QuestionScreen)
        assert app.interview.quick
        assert "up to" in text_of(app)


@pytest.mark.parametrize(("key", "told"), [("f2", "Sección 1"), ("f9", "Section 1")])
async def test_what_was_made_in_other_words_or_colors_is_not_shown(
    app: ScreenerApp, key: str, told: str
) -> None:
    async with app.run_test() as pilot:
        await make_ahead(pilot, app)
        question, respondent = kept(app, QuestionScreen), kept(app, RespondentScreen)
        await pilot.press(key)
        await start(pilot)
        assert shown(app) is kept(app, QuestionScreen)
        assert shown(app) is not question
        assert not question.is_attached
        assert not respondent.is_attached
        assert told in text_of(app)


@pytest.mark.slow
async def test_the_same_screen_asks_on_after_a_pause(app: ScreenerApp) -> None:
    async with app.run_test() as pilot:
        await start(pilot)
        asks, paused = shown(app), False
        while isinstance(app.screen, QuestionScreen | SettledScreen):
            going_on = isinstance(app.screen, SettledScreen)
            paused = paused or going_on
            assert going_on or shown(app) is asks
            await pilot.press(*(["enter"] if going_on else mild(app)))
            await pilot.pause()
        assert paused


async def test_a_result_is_made_of_the_answers_as_they_stand(app: ScreenerApp) -> None:
    nearly_through(app)
    async with app.run_test() as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        app.make_result_ahead()
        await pilot.pause(0.3)
        assert isinstance(app.screen, ReviewScreen)
        made = kept(app, ResultScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app) is made
        await pilot.press("left")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, TickedScreen))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        assert shown(app) is not made
        assert shown(app) is kept(app, ResultScreen)
        assert not made.is_attached


async def test_keys_that_come_before_it_is_whole_count_once(app: ScreenerApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        app.make_ahead()
        await pilot.press("enter", "1", "enter", "1", "enter")
        await pilot.pause()
        assert len(app.interview.answers) == 1


async def test_languages_that_change_faster_than_screens_leave_keys_in_order(
    app: ScreenerApp,
) -> None:
    async with app.run_test() as pilot:
        await make_ahead(pilot, app)
        await start(pilot)
        app.action_next_language()
        app.action_next_language()
        await pilot.pause(0.2)
        await pilot.press("1", "7")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.open_to_keys
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
