"""Draws the README's pictures from the real screens: `make pictures`."""

import asyncio
import re
import tempfile
from pathlib import Path

from screener.catalog import (
    load_cases,
    load_help_lines,
    load_questionnaire,
    questionnaire_folder,
    read_answers,
)
from screener.interview import Interview
from screener.tui.app import ScreenerApp

PICTURES = Path(__file__).parent / "pictures"
CASE = "moderate-first-time"
"""The worked case whose screens are drawn."""


async def draw() -> None:
    """Walk to a question and to a result, and draw both."""
    folder = questionnaire_folder()
    core = load_questionnaire(folder)
    case = next(case for case in load_cases(folder) if case.id == CASE)
    answers = read_answers(core, case.answers, case.id)
    with tempfile.TemporaryDirectory() as kept:
        app = ScreenerApp(core, load_help_lines("us"), Path(kept))
        app.interview = Interview(core, answers, at="use-severity")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter", "1", "enter")
            await pilot.pause()
            _draw(app, "question")
            app.interview = app.interview.finish()
        app = ScreenerApp(core, load_help_lines("us"), Path(kept))
        app.interview = Interview(core, answers).finish()
        async with app.run_test(size=(80, 32)) as pilot:
            await pilot.press("enter", "1", "enter", "r")
            await pilot.pause()
            _draw(app, "result")


def _draw(app: ScreenerApp, name: str) -> None:
    picture = app.export_screenshot(title="screener")
    # The picture must not fetch fonts from anywhere.
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw())
