"""Whatever is typed, and however fast the language changes: one language is shown."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.app import ScreenStackError
from textual.events import Key
from textual.pilot import Pilot

from screener.catalog import Editions, select
from screener.language import speak, spoken
from screener.summary import save
from screener.tui.app import ScreenerApp
from screener.tui.caseload import CaseloadApp
from screener.tui.counselor import CounselorApp
from screener.tui.history import HistoryApp
from screener.tui.safe_app import SafeApp
from tests.languages import answers, made_in
from tests.tui.reading import text_of
from tests.tui.tongues import foreign_words
from tests.tui.walking import nearly_through

LANGUAGE = "f2"
WORDS = ["hello", "help", "hell", "ayuda", "yes", "lee"]
OTHERS = ["1", "2", "enter", "enter", "left", "escape", "question_mark", "down", "f4"]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture(scope="module")
def editions() -> Editions:
    return Editions(select(), "us")


def visit(editions: Editions, folder: Path) -> SafeApp:
    first = editions.original
    return ScreenerApp(first.questionnaire, first.help_lines, folder, editions=editions)


def at_the_end(editions: Editions, folder: Path) -> SafeApp:
    app = visit(editions, folder)
    assert isinstance(app, ScreenerApp)
    nearly_through(app)
    return app


def counselor(editions: Editions, folder: Path) -> SafeApp:
    first = editions.original
    return CounselorApp(
        first.questionnaire, first.help_lines, folder, initials="AB", editions=editions
    )


def history(editions: Editions, folder: Path) -> SafeApp:
    help_lines = editions.original.help_lines
    return HistoryApp(folder, help_lines, "dark", editions)


def caseload(editions: Editions, folder: Path) -> SafeApp:
    return CaseloadApp(folder, editions.original.help_lines, "dark", editions)


APPS = [visit, at_the_end, counselor, history, caseload]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("make", APPS)
async def test_words_typed_fast_leave_one_language(
    make: Callable[[Editions, Path], SafeApp],
    seed: int,
    editions: Editions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    luck = random.Random(seed)
    monkeypatch.chdir(tmp_path)
    folder = Path("K7")  # its name is on the screen
    save(made_in("en", editions, 3, {}), folder)
    save(made_in("es", editions, 9, answers(editions, grave=True)), folder)
    app = make(editions, folder)
    async with app.run_test(size=luck.choice([(80, 24), (40, 16), (100, 50)])) as pilot:
        await pilot.pause(0.2)
        for _ in range(12):
            _type_fast(app, luck)
            await _settle(pilot)
            if not app.screen_stack:  # a key has left the program
                return
            shown = type(app.screen).__name__
            assert not foreign_words(app, spoken()), (shown, text_of(app))


def _type_fast(app: SafeApp, luck: random.Random) -> None:
    keys = [*luck.choice(WORDS), *luck.choices(OTHERS, k=3)]
    for _ in range(luck.randint(0, 3)):
        keys.insert(luck.randint(0, len(keys)), LANGUAGE)
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


async def _settle(pilot: Pilot[None]) -> None:
    """Wait until no key is on its way and the screen shows the same as before."""
    before = ""
    for _ in range(100):
        await pilot.pause(0.1)
        try:
            now = text_of(pilot.app)
        except ScreenStackError:
            return
        if now == before and now.strip():
            return
        before = now
