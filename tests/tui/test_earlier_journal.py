"""A journal of version 0.1.0 is picked up after its questions have changed."""

from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from screener.model import HelpLines
from screener.tui.app import ScreenerApp
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.pick_up import PickUpScreen
from tests.catalog.broken import LIFE, Edit, copy
from tests.journal.flips import OLD, put
from tests.tui.reading import text_of
from tests.tui.walking import until

WORDS = 'link_id = "words"'
CASES = {
    "a changed question": (
        (LIFE, "max_length = 500", "max_length = 5"),
        [
            "asked again: In your own words",
            "We are sorry that you have to answer again",
        ],
    ),
    "a question that is gone": (
        (LIFE, WORDS, 'link_id = "goal"'),
        ["not asked any more: 1", "rewritten", "start from the beginning"],
    ),
}


@pytest.mark.parametrize(("edit", "said"), CASES.values(), ids=CASES)
async def test_what_has_changed_is_said_kindly(
    edit: Edit, said: list[str], tmp_path: Path, help_lines: HelpLines
) -> None:
    path = tmp_path / "state" / "one.visit"
    put(path, (OLD / "0.1.0-plain.visit").read_bytes())
    app = ScreenerApp(
        load_questionnaire(copy(tmp_path, edit)),
        help_lines,
        tmp_path / "kept",
        journal=path,
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, PickUpScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NoticeScreen))
        told = " ".join(text_of(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, NoticeScreen))
    assert all(words in told for words in said), told
    assert "988" in told
