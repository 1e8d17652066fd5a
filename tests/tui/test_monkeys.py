"""Monkeys at the keyboard: random keys never break it, and answers stay as given."""

import os
import random
from pathlib import Path

import pytest
from textual.app import ScreenStackError
from textual.events import Key
from textual.screen import Screen
from textual.widgets import OptionList

from screener.model import HelpLines, Questionnaire, answer_words
from screener.tui.app import ScreenerApp
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.settled import SettledScreen
from screener.tui.screens.urgent import UrgentScreen

STOPS = (QuestionScreen, UrgentScreen, SettledScreen)

MONKEYS, BATCH = int(os.environ.get("MONKEYS", "10")), 10
"""How many walk; `make monkeys` sends 500."""
LETTERS = "123456789suhcgkrxzfqo"
NAMED = """
    enter enter enter enter up down space left backspace question_mark tab shift+tab
    home end pageup pagedown escape delete insert f1 f2 f3 f4 f4 f5 f6 f6 f7 f8 f9 f10
    ctrl+p ctrl+v ctrl+a
    ctrl+z ctrl+d
"""
KEYS = [*LETTERS, *NAMED.split()]


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, MONKEYS, BATCH))
async def test_monkeys_find_no_traceback(
    core: Questionnaire,
    help_lines: HelpLines,
    tmp_path: Path,
    first: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # monkeys type names of folders
    for seed in range(first, first + BATCH):
        await _one_monkey(core, help_lines, tmp_path / str(seed), seed)


async def _one_monkey(
    core: Questionnaire, help_lines: HelpLines, folder: Path, seed: int
) -> None:
    luck = random.Random(seed)
    app = ScreenerApp(core, help_lines, folder)
    size = luck.choice([(80, 24), (80, 24), (40, 16), (20, 6), (120, 40)])
    async with app.run_test(size=size) as pilot:
        for key in (luck.choice(["enter", "2"]), luck.choice("123"), "enter"):
            hurry(app, [key])
            await pilot.pause()
        for _ in range(2):
            hurry(app, luck.choices(KEYS, k=luck.randint(1, 24)))
            await pilot.pause()
            if luck.random() < 0.05:
                await pilot.resize_terminal(luck.randint(1, 120), luck.randint(1, 50))
            _check(app)
        for _ in range(20):
            screen = here(app)
            if not isinstance(screen, STOPS):
                break
            typing = screen.has_class("-typing")
            hurry(app, ["enter"] if typing else ["1", "f8", "f4", "enter"] * 10)
            await pilot.pause()
        assert not isinstance(here(app), STOPS)
        _check(app)


def here(app: ScreenerApp) -> Screen[object] | None:
    """The screen that is shown; `None` once the monkey has left."""
    try:
        return app.screen
    except ScreenStackError:
        return None


def hurry(app: ScreenerApp, keys: list[str]) -> None:
    """Press keys faster than the program can follow, as a flat hand does."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


def _check(app: ScreenerApp) -> None:
    """Every answer shown is the one that was given."""
    screen = here(app)
    if isinstance(screen, QuestionScreen):
        assert screen.interview.at in screen.interview.asked
    if not isinstance(screen, ReviewScreen) or not screen.is_mounted:
        return
    items, answers = app.questionnaire.items, app.interview.answers
    shown = {
        option.id: str(option.prompt) for option in screen.query_one(OptionList).options
    }
    for link_id in app.interview.asked:
        answer = answers.get(link_id)
        if isinstance(answer, str | int | tuple):
            for told in answer_words(items[link_id], answer):
                assert told in shown[link_id]
        else:
            assert "(" in shown[link_id]
