"""Many visitors at once, each with their own answers. VISITORS says how many."""

import os
from functools import partial
from pathlib import Path

from screener.catalog import select
from screener.model import Item
from tests.web.conftest import OpenTab
from tests.web.served import Served
from tests.web.tab import LANDSCAPE, Tab, needs_chromium

pytestmark = needs_chromium

VISITORS = int(os.environ.get("VISITORS", "5"))
QUESTIONS = 3
"""Of four options each: enough for 64 visitors."""


def answers_of(visitor: int) -> list[int]:
    """The options that no other visitor chooses, from 1."""
    mixed = visitor * 23 + 6
    return [mixed // 4**question % 4 + 1 for question in range(QUESTIONS)]


def chosen(tab: Tab, item: Item) -> int:
    """The option that is chosen."""
    tab.until(item.text)
    (line,) = [line for line in tab.shown().split("\n") if "(x)" in line]
    return int(line.split("(x)")[0].strip("> "))


def begin_all(tabs: list[Tab]) -> None:
    for keys, words in (
        ("Enter", "you can skip any"),
        ("Enter", "Who are the answers about?"),
        ("1", "(x) Me. I am 18"),
    ):
        for tab in tabs:
            tab.insist(partial(tab.press, keys), words)


def answer(tab: Tab, item: Item, option: int) -> None:
    tab.press("Enter")
    tab.until(item.text)
    tab.insist(partial(tab.press, str(option)), "(x)")


def test_each_of_many_visitors_has_their_own_answers(
    tmp_path: Path, open_tab: OpenTab
) -> None:
    everyone = [answers_of(one) for one in range(VISITORS)]
    items = select("gad-7").load().item[:QUESTIONS]
    settings = 'questionnaire = "gad-7"\nlanguages = ["en"]\n'
    with Served(tmp_path, settings, "--visitors", str(VISITORS)) as served:
        tabs = [open_tab(served.url, LANDSCAPE) for _ in everyone]
        for tab in tabs:
            tab.until("You do not give your name")
        assert len(served.visits()) == len({tuple(one) for one in everyone}) == VISITORS
        begin_all(tabs)
        for question, item in enumerate(items):
            for tab, answers in zip(tabs, everyone, strict=True):
                answer(tab, item, answers[question])
        for visitor, tab in enumerate(tabs, 1):
            tab.picture(f"visitor {visitor:02}")
        for question, item in [*enumerate(items)][::-1]:
            for tab, answers in zip(tabs, everyone, strict=True):
                assert chosen(tab, item) == answers[question]
                tab.press("ArrowLeft")
