"""An autosaved visit can be resumed in any language."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screener.catalog import Editions, load_questionnaire, select
from screener.catalog.translatable_text import words_of
from screener.catalog.translating import digests
from screener.language import speak, spoken
from screener.tui.app import ScreenerApp
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.pick_up import PickUpScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.urgent import UrgentScreen
from tests.tui.reading import text_of
from tests.tui.test_save_as_i_go import switch_on
from tests.tui.tongues import foreign_words
from tests.tui.walking import mild, start, until

SIZE = (80, 24)
OTHER = {"en": "es", "es": "en"}
KEPT = {
    "en": "Your other answers are still here.",
    "es": "Sus otras respuestas siguen aquí.",
}

Make = Callable[[str], ScreenerApp]


@pytest.fixture(scope="module", params=[(), ("phq-9",)], ids=["core", "added"])
def editions(request: pytest.FixtureRequest) -> Editions:
    return Editions(select(add=request.param), "us")


@pytest.fixture
def make(editions: Editions, tmp_path: Path) -> Iterator[Make]:
    """Return a function that starts the program in a language on the same computer."""

    def app(language: str) -> ScreenerApp:
        edition = editions.edition(language)
        speak(language)
        return ScreenerApp(
            edition.questionnaire,
            edition.help_lines,
            tmp_path / "kept",
            journal=tmp_path / "state" / "one.visit",
            editions=editions,
        )

    yield app
    speak("en")


async def leave_a_visit_with_a_plan(
    app: ScreenerApp, passphrase: str = "", *, reads_on: bool = True
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await switch_on(pilot, passphrase)
        await start(pilot)
        await pilot.press(*mild(app))
        await pilot.pause()
        for key in "31":
            await pilot.press(key, "enter")
            await pilot.pause()
        assert isinstance(app.screen, UrgentScreen)
        if not reads_on:
            return
        await pilot.press("1")
        await pilot.pause()
        for _ in range(2):
            await pilot.press(*mild(app))
            await pilot.pause()


@pytest.mark.many_cases
@pytest.mark.parametrize("passphrase", ["", "blue kettle"], ids=["open", "locked"])
@pytest.mark.parametrize("language", OTHER)
@pytest.mark.parametrize("key", ["f2", ""], ids=["at the pick-up", "at the start"])
async def test_every_answer_and_the_place_are_there(
    make: Make, language: str, key: str, passphrase: str
) -> None:
    app = make(language)
    await leave_a_visit_with_a_plan(app, passphrase)
    before = app.interview
    assert len(before.answers) == 5
    assert before.seen_flags
    again = make(language if key else OTHER[language])
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, PickUpScreen))
        if key:
            await pilot.press(key)
            await pilot.pause()
        assert spoken() == OTHER[language]
        await pilot.press(*passphrase, "enter")
        await until(pilot, lambda: not isinstance(again.screen, PickUpScreen))
        assert isinstance(again.screen, QuestionScreen)
        assert again.interview == before.in_language(again.questionnaire)
        assert again.questionnaire.language == OTHER[language]
        assert not foreign_words(again, OTHER[language])


@pytest.mark.many_cases
@pytest.mark.parametrize("language", OTHER)
async def test_a_red_flag_that_was_not_read_yet_is_shown(
    make: Make, language: str
) -> None:
    await leave_a_visit_with_a_plan(make(language), reads_on=False)
    again = make(OTHER[language])
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, PickUpScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, UrgentScreen))
        assert "988" in text_of(again)
        assert not foreign_words(again, OTHER[language])


def newer(folder: Path) -> Editions:
    """Create a version in which one question has changed."""
    shutil.copytree(select().folder, folder)
    editions = Editions(select(), "us")
    for language, name in (("en", "items-1-safety.toml"), ("es", "es.toml")):
        asked = editions.edition(language).questionnaire.items["mind-danger"].text
        file = folder / name
        text = file.read_text("utf-8")
        assert f'"{asked}"' in text
        file.write_text(text.replace(f'"{asked}"', f'"{asked} (2)"'), "utf-8")
    old, new = (
        digests(words_of(load_questionnaire(version)))["item", "mind-danger"]
        for version in (select().folder, folder)
    )
    translation = folder / "es.toml"
    translation.write_text(translation.read_text("utf-8").replace(old, new), "utf-8")
    return Editions(select(str(folder)), "us")


@pytest.mark.many_cases
@pytest.mark.parametrize("language", OTHER)
async def test_only_what_has_changed_is_asked_again_in_any_language(
    make: Make, tmp_path: Path, language: str
) -> None:
    app = make(language)
    await leave_a_visit_with_a_plan(app)
    again = make(OTHER[language])
    again.editions = newer(tmp_path / "level-of-care")
    again.questionnaire = again.editions.edition(OTHER[language]).questionnaire
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, PickUpScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, NoticeScreen))
        told = " ".join(text_of(again).split())
        assert short_of(again) in told
        assert KEPT[OTHER[language]] in told
        await pilot.press("f2")
        await until(pilot, lambda: spoken() == language)
        assert short_of(again) in " ".join(text_of(again).split())
        assert not foreign_words(again, language)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, UrgentScreen))
        before = dict(app.interview.answers)
        del before["mind-danger"]
        assert again.interview.answers == before


@pytest.mark.slow
async def test_answers_stay_where_the_translation_is_no_longer_there(
    make: Make, tmp_path: Path
) -> None:
    app = make("es")
    await leave_a_visit_with_a_plan(app)
    again = make("en")
    again.editions = newer(tmp_path / "level-of-care")
    (tmp_path / "level-of-care" / "es.toml").unlink()
    again.questionnaire = again.editions.original.questionnaire
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, PickUpScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, NoticeScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, UrgentScreen))
        before = dict(app.interview.answers)
        del before["mind-danger"]
        assert again.interview.answers == before


def short_of(app: ScreenerApp) -> str:
    return app.questionnaire.items["mind-danger"].short
