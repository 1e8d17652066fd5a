"""The last screen: nothing on it is milder than the result was."""

from collections.abc import Mapping

import pytest

from screener.model import Answer
from screener.tui.safe_app import SafeApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.ways import Taken
from tests.small import CALM, GRAVE, help_lines, summary_of
from tests.tui.reading import text_of


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
@pytest.mark.parametrize("answers", [CALM, GRAVE], ids=["calm", "grave"])
async def test_an_emergency_is_repeated_where_others_hear_of_a_conversation(
    answers: Mapping[str, Answer], size: tuple[int, int]
) -> None:
    summary = summary_of(answers)
    urgent = [step.text for step in summary.steps if step.urgent]
    app = SafeApp(help_lines(), "dark")
    async with app.run_test(size=size) as pilot:
        await app.push_screen(GoodbyeScreen(help_lines(), summary, Taken()))
        await pilot.pause()
        shown = " ".join(text_of(app).split())
    assert bool(urgent) is (answers is GRAVE)
    assert all(words in shown for words in urgent)
    assert ("Talking with someone" in shown) is not bool(urgent)
