"""A click or a touch acts, and Enter still presses the button that shows it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.catalog import Editions, select
from screener.model import HelpLines, Questionnaire
from screener.tui.app import ScreenerApp
from screener.tui.screens.begun import begun_on
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.leaving import LeavingScreen
from screener.tui.screens.respondent import RespondentScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.welcome import WelcomeScreen
from screener.tui.widgets import Actions
from tests.looks.walks import WALKS, Walk, stops
from tests.tui.buttons import buttons, click, focus
from tests.tui.kiosk.building import kiosk
from tests.tui.walking import answer_mildly, mild, nearly_through, press, start

RETURNING = {"show-help": HelpScreen, "ask-to-leave": LeavingScreen}
"""Buttons that open another screen, and the screen; Esc returns from it."""


async def click_and_return(pilot: Pilot[None], name: str) -> None:
    """Click a button that opens another screen, and return from it."""
    screen = pilot.app.screen
    await click(pilot, name)
    await pilot.pause()
    assert isinstance(pilot.app.screen, RETURNING[name])
    await press(pilot, "escape")
    assert pilot.app.screen is screen


@pytest.mark.slow
@pytest.mark.many_cases
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_a_click_leaves_the_focus_where_it_was(
    walk: Walk, tmp_path: Path
) -> None:
    async for name, app in stops(walk, tmp_path):
        pilot = Pilot(app)
        begun = begun_on(app.screen)
        for row in app.screen.query(Actions):
            for button in row.offered:
                at = row.region_of(button.name)
                await pilot.mouse_down(row, offset=at.offset)  # and leave it
                await pilot.mouse_up(offset=(0, 0))
                assert begun_on(app.screen) == begun, (name, button.name)
        if "show-help" in buttons(app):
            await click_and_return(pilot, "show-help")
            assert begun_on(app.screen) == begun, name


async def test_enter_begins_after_the_language_was_clicked(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    app = ScreenerApp(core, help_lines, Path(), editions=Editions(select(), "us"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await click(pilot, "next-language")
        await pilot.pause()
        await click(pilot, "next-language")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, RespondentScreen)


async def test_enter_begins_a_kiosks_visit_after_the_language_was_clicked(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    app = kiosk(core, help_lines, editions=Editions(select(), "us")).app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in app.languages:
            await click(pilot, "next-language")
            await pilot.pause()
        await press(pilot, "enter")
        assert isinstance(app.screen, WelcomeScreen)


@pytest.mark.parametrize("name", RETURNING)
async def test_enter_takes_the_answer_after_a_click_and_back(
    core: Questionnaire, help_lines: HelpLines, name: str
) -> None:
    app = kiosk(core, help_lines).app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await start(pilot)
        await press(pilot, *mild(app))
        before = app.interview.at
        await pilot.press("1")
        await click_and_return(pilot, name)
        await press(pilot, "enter")
        assert app.interview.at != before


async def test_enter_shows_the_result_after_a_click_on_help(
    app: ScreenerApp,
) -> None:
    nearly_through(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        await click_and_return(pilot, "show-help")
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)


async def test_a_click_keeps_the_focus_on_the_button_that_tab_went_to(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await focus(pilot, "explain")
        await click_and_return(pilot, "show-help")
        bar = app.screen.focused
        assert isinstance(bar, Actions)
        assert bar.focused is not None
        assert bar.focused.name == "explain"
