"""Enter at the end of a typed sentence answers nothing and leaves no screen."""

import pytest
from textual.pilot import Pilot

from screener.tui.app import ScreenerApp
from screener.tui.screens.question import QuestionScreen
from screener.tui.widgets.answer_list import AnswerList
from tests.tui.reading import text_of
from tests.tui.test_typed_words import hurry
from tests.tui.walking import mild, start, until


async def second_question(pilot: Pilot[None]) -> QuestionScreen:
    await start(pilot)
    assert isinstance(pilot.app, ScreenerApp)
    await pilot.press(*mild(pilot.app))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    return screen


@pytest.mark.many_cases
@pytest.mark.parametrize("sentence", ["i want to", "no se", "sí", "what is this?"])
@pytest.mark.parametrize("place", [1, 2])
async def test_neither_enter_nor_space_chooses_at_the_cursor_after_words(
    app: ScreenerApp, sentence: str, place: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        if place == 1:
            await start(pilot)
        else:
            await second_question(pilot)
        asked, answers = app.interview.at, dict(app.interview.answers)
        await pilot.press("down", "down")
        hurry(app, sentence)
        await pilot.pause()
        for key in ("enter", "space", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert (app.interview.at, app.interview.answers) == (asked, answers)
            assert not app.screen.query_one(AnswerList).codes
        assert "press 1 to" in text_of(app) or "press its number" in text_of(app)


async def test_after_words_a_digit_or_an_arrow_chooses_again(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await second_question(pilot)
        answers = screen.query_one(AnswerList)
        hurry(app, "no")
        await pilot.press("2")
        assert len(answers.codes) == 1
        hurry(app, "no")
        await pilot.press("up", "space")
        await pilot.press("enter")
        await pilot.pause()
        asked = screen.interview
        assert len(asked.answers) == 2


async def test_a_choice_made_before_the_words_waits_for_a_second_enter(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await second_question(pilot)
        await pilot.press("1")
        hurry(app, "yes")
        await pilot.press("enter")
        await pilot.pause()
        assert len(app.interview.answers) == 1
        assert "If you meant it, press it again" in " ".join(text_of(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: len(app.interview.answers) == 2)
        assert app.screen is screen or app.screen.is_current
