"""A passphrase for the summary, by keyboard and mouse."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.summary import read_summary
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.lock import LockScreen
from tests.tui.buttons import click
from tests.tui.reading import text_of
from tests.tui.walking import to_keeping, until

WORDS = "two words"


async def to_the_lock(pilot: Pilot[None], app: ScreenerApp) -> None:
    await to_keeping(pilot, app)
    assert isinstance(app.screen, KeepScreen)
    await click(pilot, "lock")
    await pilot.pause()
    assert isinstance(app.screen, LockScreen)


@pytest.mark.slow
async def test_a_locked_summary_is_one_file(app: ScreenerApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_lock(pilot, app)
        assert "nobody can get your answers back" in " ".join(text_of(app).split())
        await pilot.press(*WORDS, "enter", *WORDS, "enter")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        assert "locked with your passphrase" in " ".join(text_of(app).split())
        assert WORDS not in text_of(app)
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        assert "toml.age" in text_of(app).replace("\n", "")
    (file,) = (tmp_path / "kept").iterdir()
    assert read_summary(file, lambda _: WORDS).answers


@pytest.mark.slow
async def test_without_a_passphrase_it_stays_as_it_was(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_lock(pilot, app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        assert "locked" not in text_of(app)
        await click(pilot, "lock")
        await pilot.pause()
        await pilot.press(*WORDS, "enter", *"two birds", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)
        assert "not the same" in text_of(app)
