"""The app that most tests drive, and the same in all languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.catalog import Editions, select
from screener.language import speak
from screener.model import HelpLines, Questionnaire
from screener.tui.app import ScreenerApp


@pytest.fixture
def app(core: Questionnaire, help_lines: HelpLines, tmp_path: Path) -> ScreenerApp:
    folder = tmp_path / "kept"
    folder.mkdir()
    return ScreenerApp(core, help_lines, folder)


@pytest.fixture
def app_in_all_languages(tmp_path: Path) -> Iterator[ScreenerApp]:
    editions = Editions(select(), "us")
    original = editions.original
    yield ScreenerApp(
        original.questionnaire, original.help_lines, tmp_path, editions=editions
    )
    speak("en")
