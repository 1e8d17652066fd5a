"""What is loaded while the welcome is read is what comes after it."""

import pytest

from screener.tui.app import ScreenerApp
from screener.tui.performance.preload import (
    load_keep,
    load_questions,
    load_result,
    read_style_sheet,
)
from screener.tui.screens.keep import KeepScreen
from tests.tui.walking import to_keeping


def sheets_of(app: ScreenerApp) -> set[str]:
    return {path for path, _ in app.stylesheet.source if path.endswith(".tcss")}


async def test_no_screen_of_a_plain_visit_reads_a_sheet_by_itself(
    app: ScreenerApp,
) -> None:
    async with app.run_test() as pilot:
        names = [*load_questions(), *load_result(), *load_keep()]
        for name in names:
            read_style_sheet(app, name)
        read = sheets_of(app)
        assert len(read) == 1 + len(names)
        await to_keeping(pilot, app)
        assert isinstance(app.screen, KeepScreen)
        assert sheets_of(app) == read


async def test_a_sheet_that_cannot_be_read_is_told_where_it_is_needed(
    app: ScreenerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test() as pilot:
        read_style_sheet(app, "nothing")
        await pilot.pause()
        assert app.is_running
