"""Many visitors at once, each with their own answers. VISITORS says how many."""

import os
from pathlib import Path

from tests.web.conftest import OpenTab
from tests.web.served import Served
from tests.web.tab import DESKTOP, Tab, needs_chromium

pytestmark = needs_chromium

VISITORS = int(os.environ.get("VISITORS", "5"))
QUESTIONS = 7
SAYS = ("Not at all", "Several days", "More than half the days", "Nearly every day")
"""The options of the GAD-7."""


def answers_of(visitor: int) -> list[int]:
    """Like those of no other visitor, and like no other question of their own."""
    mixed = visitor * 2897 + 1234
    return [mixed // 4**question % 4 for question in range(QUESTIONS)]


def shown_answers(tab: Tab) -> list[int]:
    """What the page to check answers shows."""
    lines = [line for line in tab.shown().split("\n") if ": " in line]
    ends = [line.rpartition(": ")[2].strip() for line in lines]
    return [SAYS.index(end) for end in ends if end in SAYS]


def test_each_of_many_visitors_has_their_own_answers(
    tmp_path: Path, open_tab: OpenTab
) -> None:
    assert len({tuple(answers_of(one)) for one in range(VISITORS)}) == VISITORS
    settings = 'questionnaire = "gad-7"\nlanguages = ["en"]\n'
    with Served(tmp_path, settings, "--visitors", str(VISITORS)) as served:
        tabs = [open_tab(served.url, DESKTOP) for _ in range(VISITORS)]
        for tab in tabs:
            tab.until("You do not give your name")
        assert len(served.visits()) == VISITORS
        for keys, words in (
            ("Enter", "you can skip any"),
            ("Enter", "Who are the answers about?"),
            ("1", "(x) Me. I am 18"),
        ):
            for tab in tabs:
                tab.press(keys)
                tab.until(words)
        for question in range(QUESTIONS):
            for visitor, tab in enumerate(tabs):
                tab.press("Enter")
                tab.until("( ) Not at all")
                tab.press(str(answers_of(visitor)[question] + 1))
                tab.until("(x)")
        for tab in tabs:
            tab.press("Enter")
            tab.until("Check your answers")
        for visitor, tab in enumerate(tabs):
            assert shown_answers(tab) == answers_of(visitor)
