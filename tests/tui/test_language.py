"""The language changes on any screen; the place and every answer stay."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screener.catalog import Editions, select
from screener.language import spoken
from screener.model import HelpLines
from screener.summary import read_summary
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.welcome import WelcomeScreen
from screener.tui.widgets.answer_list import AnswerList
from tests.tui.buttons import buttons, click
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, digit, mild, nearly_through, until


@pytest.fixture
def app(app_in_all_languages: ScreenerApp) -> ScreenerApp:
    return app_in_all_languages


async def change(pilot: Pilot[None], key: str = "f2") -> None:
    before = spoken()
    await pilot.press(key)
    await until(pilot, lambda: spoken() != before)
    await pilot.pause()


@pytest.mark.slow
async def test_it_changes_on_every_screen_of_a_visit(
    app: ScreenerApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        await change(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        in_spanish = app.questionnaire.title
        assert in_spanish in text_of(app)
        await change(pilot)
        assert app.questionnaire.title in text_of(app)
        assert app.questionnaire.title != in_spanish
        await change(pilot)
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        await answer_mildly(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        given = dict(app.interview.answers)
        await change(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "Check your answers" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        await change(pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "Su resultado" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        assert "Gracias por responder" in text_of(app)
    assert dict(app.interview.answers) == given
    saved = read_summary(next(tmp_path.glob("*.toml")))
    assert saved.questionnaire.language == "es"
    assert saved.questionnaire.hash == app.questionnaire.content_hash


async def test_the_question_and_what_was_begun_stay(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        await pilot.press(*mild(app))
        await pilot.pause()
        asked = app.interview.item
        wish = digit(asked, "wish")
        await pilot.press(wish)
        await change(pilot)
        (told,) = (
            one for one in app.questionnaire.item if one.link_id == asked.link_id
        )
        assert told.text != asked.text
        assert told.text in " ".join(text_of(app).split())
        assert app.screen.query_one(AnswerList).codes == ("wish",)
        assert app.interview.at == asked.link_id
        await pilot.press("left")
        await pilot.pause()
        assert app.screen.query_one(AnswerList).codes == ("none",)


async def test_a_red_flag_is_told_anew_and_help_is_in_that_language(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UrgentScreen)
        await change(pilot)
        assert isinstance(app.screen, UrgentScreen)
        assert "Llame al 911 ahora" in text_of(app)
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await change(pilot)
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, UrgentScreen))
        assert "Call 911 now" in text_of(app)


@pytest.mark.slow
async def test_a_letter_that_is_typed_changes_nothing(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        nearly_through(app)
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        await answer_mildly(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await click(pilot, "change-folder")
        await pilot.pause()
        field = app.screen.query_one(Input)
        await pilot.press("l", "l")
        assert spoken() == "en"
        assert field.value.endswith("ll")
        await click(pilot, "next-language")
        await until(pilot, lambda: spoken() == "es")
        await pilot.pause()
        assert app.screen.query_one(Input).value == field.value


async def test_with_one_language_there_is_no_button(app: ScreenerApp) -> None:
    app.editions = None
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert spoken() == "en"
        assert "Español" not in text_of(app)


async def test_f2_says_so_where_there_is_one_language(help_lines: HelpLines) -> None:
    editions = Editions(select(add=["pc-ptsd-5"]), "us")
    asked = editions.original.questionnaire
    app = ScreenerApp(asked, help_lines, Path(), editions=editions)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "next-language" not in buttons(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "one language only" in text_of(app)
