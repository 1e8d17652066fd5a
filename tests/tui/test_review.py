"""The page of all answers: reading on, changing one, and going on to the result."""

import pytest
from textual.widgets import OptionList

from screener.tui import ScreenerApp
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from tests.tui.buttons import buttons
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, start

SIZES = [(40, 16), (80, 24)]


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["pagedown", "end"])
async def test_who_reads_on_to_the_end_goes_on_with_enter(
    app: ScreenerApp, size: tuple[int, int], key: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        assert "> " not in text_of(app)
        await pilot.press(key, key, key)
        await pilot.pause()
        assert app.screen.query_one(OptionList).scroll_y > 0
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_buttons_say_what_enter_does(
    app: ScreenerApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        assert "see-result" in buttons(app)
        assert "skip-to-result" not in buttons(app)
        assert "Change" not in text_of(app)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "Change" in text_of(app)
        assert "skip-to-result" in buttons(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.interview.at == app.interview.asked[1]


async def test_the_result_is_one_key_away_from_any_answer(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        await pilot.press("down", "down", "f8")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
