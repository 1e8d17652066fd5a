"""Own words that are a cry for help open a calm card, and nothing is lost."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.catalog import Editions, select
from screener.language import ENGLISH, speak
from screener.model import Fact
from screener.tui.app import ScreenerApp
from screener.tui.screens.cry import CryScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.settled import SettledScreen
from tests.tui.walking import nearly_through, start, until


def app_before_own_words(folder: Path, language: str = ENGLISH) -> ScreenerApp:
    editions = Editions(select(), "us")
    edition = editions.edition(language)
    speak(language)
    app = ScreenerApp(
        edition.questionnaire, edition.help_lines, folder, editions=editions
    )
    nearly_through(app)
    return app


def shown(app: ScreenerApp) -> str:
    return "\n".join(
        str(one.render()) for one in app.screen.query("#body Static").results()
    )


async def write(pilot: Pilot[None], words: str) -> None:
    """Go to the last question, past the offer to finish, and answer it."""
    await start(pilot)
    await until(pilot, lambda: isinstance(pilot.app.screen, SettledScreen))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen))
    await pilot.press(*(key_of(letter) for letter in words), "enter")


def key_of(letter: str) -> str:
    return {" ": "space", "'": "apostrophe"}.get(letter, letter)


@pytest.mark.many_cases
@pytest.mark.parametrize("size", [(80, 24), (40, 16), (200, 60)])
@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "I don't want to die"), ("es", "me quiero morir")],
)
async def test_a_cry_for_help_in_own_words_opens_a_card(
    tmp_path: Path, size: tuple[int, int], language: str, typed: str
) -> None:
    app = app_before_own_words(tmp_path, language)
    try:
        async with app.run_test(size=size) as pilot:
            await write(pilot, typed)
            await until(pilot, lambda: isinstance(app.screen, CryScreen))
            assert "988" in shown(app)
            assert typed not in shown(app)
            await pilot.press("enter", "enter")
            assert isinstance(app.screen, CryScreen)
            await pilot.press("1")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            assert app.interview.answers["note"] == typed
            assert Fact.CRY_FOR_HELP in app.interview.facts
            steps = app.summarize(frozenset()).steps
            assert [step.rule for step in steps] == ["cry-for-help"]
    finally:
        speak(ENGLISH)


async def test_danger_from_another_is_not_named_on_the_card(tmp_path: Path) -> None:
    app = app_before_own_words(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "he hits me")
        await until(pilot, lambda: isinstance(app.screen, CryScreen))
        assert "violence" not in shown(app).lower()
        assert "799" not in shown(app)


async def test_an_ordinary_sentence_goes_on_to_the_review(tmp_path: Path) -> None:
    app = app_before_own_words(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "help with insurance")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_the_result_does_not_say_that_nothing_is_needed(tmp_path: Path) -> None:
    app = app_before_own_words(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "kms")
        await until(pilot, lambda: isinstance(app.screen, CryScreen))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ResultScreen))
        said = shown(app)
        assert "988" in said
        for ladder in app.questionnaire.ladder:
            mildest = ladder.rung[0]
            assert mildest.name not in said
            assert mildest.about not in said
