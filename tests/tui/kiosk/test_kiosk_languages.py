"""The language of a kiosk: one visit's, never the next one's."""

from collections.abc import Iterator

import pytest

from screener.catalog import Editions, select
from screener.language import speak, spoken
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.kiosk.building import Kiosk, kiosk
from tests.tui.kiosk.test_visit import watch
from tests.tui.reading import text_of


@pytest.fixture
def in_two_languages() -> Iterator[Kiosk]:
    editions = Editions(select(), "us")
    original = editions.original
    yield kiosk(original.questionnaire, original.help_lines, editions=editions)
    speak("en")


async def test_the_start_follows_the_language_that_is_chosen_there(
    in_two_languages: Kiosk,
) -> None:
    app = in_two_languages.app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Press Enter, or touch Begin." in text_of(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "Oprima Enter, o toque Empezar." in text_of(app)
        assert "For English, press 2" in text_of(app)
        assert "Press Enter" not in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        assert spoken() == "es"
        assert "Ayuda" in text_of(app)


async def test_whoever_comes_next_finds_the_kiosks_own_language_and_colors(
    in_two_languages: Kiosk,
) -> None:
    for chosen in ("f2", "f9"):
        visit = kiosk(
            in_two_languages.app.questionnaire,
            in_two_languages.app.help_lines,
            editions=in_two_languages.app.editions,
        )
        async with visit.app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press(chosen)
            await pilot.pause()
            await watch(pilot, visit, 20)
            assert not visit.app._exit
            await watch(pilot, visit, 20)
            assert visit.app._exit
    after = kiosk(
        in_two_languages.app.questionnaire,
        in_two_languages.app.help_lines,
        editions=in_two_languages.app.editions,
    )
    async with after.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Press Enter, or touch Begin." in text_of(after.app)
        await watch(pilot, after, 100_000)
        assert not after.app._exit


async def test_a_visit_in_another_language_leaves_it_to_nobody(
    in_two_languages: Kiosk,
) -> None:
    first = in_two_languages.app
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert spoken() == "es"
        await pilot.press("ctrl+x")
    again = kiosk(first.questionnaire, first.help_lines, editions=first.editions).app
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert spoken() == "en"
        assert "Press Enter, or touch Begin." in text_of(again)
