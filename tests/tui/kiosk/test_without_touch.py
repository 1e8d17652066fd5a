"""No screen mentions mouse or touch if a clinic has switched them off."""

import re

import pytest

from screener.catalog import Editions, select
from screener.kiosk import KioskSettings
from screener.language import speak
from screener.tui.kiosk.still_there import StillThereScreen
from screener.tui.screens.review import ReviewScreen
from tests.tui.kiosk.building import kiosk
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, nearly_through

TOUCH = re.compile("touch|mouse|t[oó]qu|toca|ratón", re.I)


@pytest.mark.many_cases
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("mouse", [True, False])
async def test_they_are_named_only_where_they_work(
    language: str, *, mouse: bool
) -> None:
    edition = Editions(select(), "us").edition(language)
    speak(language)
    settings = KioskSettings(mouse=mouse)
    app = kiosk(edition.questionnaire, edition.help_lines, settings).app
    texts = list[str]()
    async with app.run_test(size=(80, 40)) as pilot:
        nearly_through(app)
        await pilot.pause()
        texts.append(text_of(app))
        await pilot.press("enter")
        await pilot.pause()
        texts.append(text_of(app))
        await pilot.press("h")
        await pilot.pause()
        texts.append(text_of(app))
        await pilot.press("enter", "enter", "1", "enter")
        await pilot.pause()
        await answer_mildly(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        texts.append(text_of(app))
        await app.push_screen(StillThereScreen(app.help_lines, 20))
        await pilot.pause()
        texts.append(text_of(app))
    speak("en")
    assert [bool(TOUCH.search(text)) for text in texts] == [mouse] * 5
