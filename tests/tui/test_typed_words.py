"""Words typed outside text fields have no effect on any screen."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screener.language import spoken
from screener.tui.safe_app import SafeApp
from screener.tui.screens.begun import begun_on
from screener.tui.screens.help import HelpScreen
from tests.looks.walks import WALKS, Walk, stops
from tests.tui.reading import text_of

WORDS = (
    "hello",
    "WHY",
    "honestly",
    "yes",
    "no",
    "sometimes",
    "sí, a veces",
    "stop",
    "salir",
)


def state(app: SafeApp) -> object:
    """Return everything that a word could change."""
    visit = getattr(app, "interview", None)
    answered = (visit.at, dict(visit.answers), visit.easier) if visit else None
    begun = begun_on(app.screen)._replace(scrolled=0)
    return app.screen, len(app.screen_stack), spoken(), app.theme, answered, begun


def hurry(app: SafeApp, word: str) -> None:
    """Type a text faster than the app handles keys."""
    names = {" ": "space", ",": "comma"}
    for letter in word:
        app.post_message(Key(names.get(letter, letter), letter))


async def settle(pilot: Pilot[None]) -> None:
    """Return from the help lines, which a word with an `h` opens."""
    for _ in range(3):
        await pilot.pause()
    while isinstance(pilot.app.screen, HelpScreen):
        await pilot.press("escape")
        await pilot.pause()


@pytest.mark.slow
@pytest.mark.many_cases
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_a_word_changes_nothing(
    walk: Walk, language: str, tmp_path: Path
) -> None:
    async for name, app in stops(walk, tmp_path, language=language):
        takes_words = isinstance(app.screen.focused, Input | TextArea)
        if takes_words or name in ("help-lines", "kiosk-still-there"):
            continue
        before, pilot = state(app), Pilot(app)
        for word in WORDS:
            hurry(app, word)
            if "h" not in word.lower():  # words with an `h` open the help lines
                await pilot.press("enter")
            await settle(pilot)
            assert state(app) == before, f"{name}: {word}"
        assert " h " in text_of(app), name


@pytest.mark.slow
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_a_key_that_does_nothing_says_which_keys_there_are(
    walk: Walk, tmp_path: Path
) -> None:
    async for name, app in stops(walk, tmp_path):
        page, pilot = app.screen, Pilot(app)
        if isinstance(page.focused, Input | TextArea) or name == "kiosk-still-there":
            continue
        bound = {key for node in page._binding_chain for key in node[1].key_to_bindings}
        for key in {"0", "9", "left", "escape", "e"} - bound:
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is page, f"{name}: {key}"
            lines = [*page.query("#keys"), *page.query("#message")]
            shown = [str(line.render()) for line in lines if line.display]
            assert any(shown), f"{name}: {key}"
            if key == "e":
                await pilot.press("enter")  # it ends a word
