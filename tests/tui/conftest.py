"""The app that most tests drive."""

from pathlib import Path

import pytest

from screener.model import HelpLines, Questionnaire
from screener.tui.app import ScreenerApp


@pytest.fixture
def app(core: Questionnaire, help_lines: HelpLines, tmp_path: Path) -> ScreenerApp:
    return ScreenerApp(core, help_lines, tmp_path / "kept")
