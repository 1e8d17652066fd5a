"""A cry for help typed outside text fields opens the card with help lines."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from screener.catalog import Editions, load_help_lines, select
from screener.language import ENGLISH, speak
from screener.model import Fact, HelpLines, Questionnaire
from screener.tui.app import ScreenerApp
from screener.tui.counselor import CounselorApp
from screener.tui.history import HistoryApp
from screener.tui.kiosk.invite import InviteScreen
from screener.tui.kiosk.still_there import StillThereScreen
from screener.tui.safe_app import SafeApp
from screener.tui.screens.cry import CryScreen
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.kiosk.building import kiosk
from tests.tui.reading import text_of
from tests.tui.test_typed_words import hurry
from tests.tui.walking import mild, press, start, to_keeping, until


def cried(app: ScreenerApp) -> bool:
    return Fact.CRY_FOR_HELP in app.interview.facts


async def cry(pilot: Pilot[None]) -> None:
    """Type a cry for help and Enter, and wait for the card."""
    hurry(cast("SafeApp", pilot.app), "i want to die")
    await pilot.press("enter")
    await see_card(pilot)


async def see_card(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, CryScreen))
    assert "988" in text_of(pilot.app)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("language", "typed", "ends"),
    [
        ("en", "i want to die", ["enter"]),
        ("en", "i want to die", ["space"]),
        ("en", "i want to die", ["f4"]),
        ("en", "i want to die", []),
        ("en", "I don't want to live", ["enter"]),
        ("en", "i took 30 pills", ["enter"]),
        ("en", "911", ["enter"]),
        ("en", "988", []),
        ("es", "988", ["enter"]),
        ("en", "help me i want to die", ["enter"]),
        ("en", "i want to hang myself", ["enter"]),
        ("es", "me quiero morir", ["down"]),
        ("es", "ayúdenme, no quiero vivir", ["enter"]),
    ],
)
async def test_on_a_question_of_options_whatever_ends_it(
    tmp_path: Path, language: str, typed: str, ends: list[str]
) -> None:
    editions = Editions(select(), "us")
    edition = editions.edition(language)
    speak(language)
    app = ScreenerApp(
        edition.questionnaire, edition.help_lines, tmp_path, editions=editions
    )
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await start(pilot)
            await pilot.press(*mild(app))
            before = dict(app.interview.answers)
            await pilot.press("down")
            for letter in typed:
                hurry(app, letter)
                await pilot.pause()
            await pilot.press(*ends)
            await see_card(pilot)
            assert cried(app)
            assert app.interview.answers == before
    finally:
        speak(ENGLISH)


async def test_it_is_told_at_once_and_the_rest_of_the_sentence_leaves_nothing(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        hurry(app, "i want to die ")
        await see_card(pilot)
        hurry(app, "in 1 hour")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, CryScreen)
        await press(pilot, "1")
        assert not isinstance(app.screen, CryScreen)
        assert cried(app)
        await press(pilot, *mild(app))
        assert cried(app), "an answer given after it must not take it back"


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_on_the_welcome_and_on_the_help_lines(
    app: ScreenerApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        hurry(app, "kill me")
        await pilot.press("enter")
        await see_card(pilot)
        await pilot.press("1")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        assert cried(app)
        await press(pilot, "enter", "1", "enter")
        assert cried(app)


async def test_on_the_result_which_tells_it_then(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ResultScreen))
        calm = text_of(app)
        await cry(pilot)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, ResultScreen))
        assert "988" in text_of(app).replace(calm, "")
        steps = app.summarize(frozenset()).steps
        assert "cry-for-help" in [step.rule for step in steps]
        assert app.screen.query("#body")
        shown = " ".join(
            str(text.render()) for text in app.screen.query("#body Static")
        )
        assert steps[0].text in " ".join(shown.split())


async def test_where_a_counselor_asks(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = CounselorApp(core, help_lines, tmp_path, initials="AB")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await cry(pilot)
        assert cried(app)


async def test_where_saved_summaries_are_looked_at(tmp_path: Path) -> None:
    app = HistoryApp(tmp_path, load_help_lines("us"), "dark", Editions(select(), "us"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await cry(pilot)


async def test_at_a_kiosk_also_before_the_visit_and_it_is_gone_with_the_person(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    host = kiosk(core, help_lines)
    async with host.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(host.app.screen, InviteScreen))
        await cry(pilot)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(host.app.screen, InviteScreen))
        host.clock.seconds += 31
        host.app.look_around()
        assert host.app._exit


async def test_at_a_kiosk_that_asks_whether_somebody_is_there(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    host = kiosk(core, help_lines)
    async with host.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(host.app.screen, InviteScreen))
        await pilot.press("enter")
        await start(pilot)
        host.clock.seconds += host.app.idle() * -1 + 1
        host.app.look_around()
        await until(pilot, lambda: isinstance(host.app.screen, StillThereScreen))
        hurry(host.app, "i want to die ")
        await see_card(pilot)
        assert cried(host.app)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "keys",
    [
        [*"want", "escape", *"todie"],
        ["i", "space", *"want", "space", *"to", "space", "enter", *"die", "enter"],
        [*"die", *["backspace"] * 3],
    ],
)
async def test_what_was_typed_is_forgotten(
    app: ScreenerApp, keys: Iterable[str]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await press(pilot, *keys, "enter")
        assert app.typed_cries.is_empty
        assert not cried(app)


async def test_what_was_typed_is_forgotten_after_a_while(
    app: ScreenerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.tui.typed_cries.CALM", 0.1)
    monkeypatch.setattr("screener.tui.typed_cries.KEPT", 0.3)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        hurry(app, "i want to")
        await pilot.pause()
        await until(pilot, lambda: app.typed_cries.is_empty)
        hurry(app, " die")
        await press(pilot, "enter")
        assert not cried(app)
