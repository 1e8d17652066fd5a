"""Pages that must be read: no hurried key leaves them, and help is there at once."""

from collections.abc import Callable, Iterator

import pytest
from textual.pilot import Pilot

from screener.catalog import load_help_lines
from screener.tui.app import ScreenerApp
from screener.tui.counselor.room import ComeBackScreen, RoomScreen
from screener.tui.reading_pause import ReadingPause
from screener.tui.safe_app import SafeApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.page import Page
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.under_age import UnderAgeScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.ways import Taken
from screener.tui.screens.welcome import WelcomeScreen
from tests.small import CALM, summary_of
from tests.tui.buttons import click, focus
from tests.tui.kiosk.building import Clock
from tests.tui.reading import text_of
from tests.tui.walking import press, start, until

HELP_LINES = load_help_lines("us")


@pytest.fixture(autouse=True)
def there_is_a_pause(
    nobody_has_to_wait: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.setattr("screener.tui.reading_pause.PAUSE", 1.5)
    monkeypatch.setattr("screener.tui.reading_pause.CALM", 0.5)
    return iter(())


@pytest.mark.parametrize(
    ("pressed_at", "let_through"),
    [
        ([0.0], [False]),
        ([1.4], [False]),
        ([1.5], [True]),
        ([0.2, 1.5], [False, True]),
        ([1.3, 1.5, 1.9, 2.3, 2.9], [False, False, False, False, True]),
        ([n * 0.03 for n in range(200)], [False] * 200),
        ([0.0, 0.5, 1.0, 1.5, 2.0], [False, False, False, True, True]),
    ],
)
def test_a_key_counts_after_the_pause_and_after_a_calm(
    pressed_at: list[float], let_through: list[bool]
) -> None:
    clock = Clock(0.0)
    pause, seen = ReadingPause(clock), []
    for clock.seconds in pressed_at:
        seen.append(pause.lets_through())
    assert seen == let_through


class Host(SafeApp):
    def __init__(self, make: Callable[[], Page[object]]) -> None:
        super().__init__(HELP_LINES, "dark")
        self.clock = self.now = Clock()
        self.make = make
        self.decided: list[object] = []

    def on_mount(self) -> None:
        self.run_worker(self.hold())

    async def hold(self) -> None:
        self.decided.append(await self.show(self.make))


PAGES: list[tuple[Callable[[], Page[object]], str]] = [
    (lambda: UnderAgeScreen(HELP_LINES), "1"),  # type: ignore[list-item,return-value]
    (lambda: NoticeScreen(HELP_LINES, "It broke."), "enter"),  # type: ignore[list-item,return-value]
    (lambda: RoomScreen(HELP_LINES, "home"), "enter"),  # type: ignore[list-item,return-value]
    (lambda: ComeBackScreen(HELP_LINES, "home"), "enter"),  # type: ignore[list-item,return-value]
    (lambda: GoodbyeScreen(HELP_LINES, summary_of(CALM), Taken()), "enter"),  # type: ignore[list-item,return-value]
]
NAMES = ["under age", "notice", "room", "come back", "goodbye"]


@pytest.mark.many_cases
@pytest.mark.parametrize(("make", "key"), PAGES, ids=NAMES)
async def test_keys_that_come_at_once_or_are_held_do_not_leave_it(
    make: Callable[[], Page[object]], key: str
) -> None:
    app = Host(make)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(30):  # held: it comes again every 30 ms, past the pause
            await pilot.press(key, "enter")
            app.now.seconds += 0.06
        await pilot.pause()
        assert not app.decided
        app.now.seconds += 0.2
        await pilot.press("enter")
        assert not app.decided
        app.now.seconds += 2
        await press(pilot, key)
        assert len(app.decided) == 1


@pytest.mark.parametrize(("make", "key"), PAGES, ids=NAMES)
async def test_buttons_wait_too_and_the_page_says_so(
    make: Callable[[], Page[object]], key: str
) -> None:
    app = Host(make)
    async with app.run_test(size=(40, 16)) as pilot:
        await pilot.pause()
        page = app.screen
        assert isinstance(page, Page)
        way = next(
            action.name for action in page.actions() if action.key.lower() == key
        )
        assert "Please read this first" not in text_of(app)
        await click(pilot, way)
        await pilot.pause()
        assert not app.decided
        assert "Please read this first" in text_of(app)
        app.now.seconds += 1.6
        await focus(pilot, way)
        await press(pilot, "enter")
        assert len(app.decided) == 1


@pytest.mark.many_cases
@pytest.mark.parametrize(("make", "key"), PAGES, ids=NAMES)
async def test_help_opens_and_leaving_fast_acts_at_once(
    make: Callable[[], Page[object]], key: str
) -> None:
    app = Host(make)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "h")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "enter")
        assert not app.decided
        await pilot.press("ctrl+x")
        assert app._exit


async def to_red_flag(pilot: Pilot[None]) -> None:
    """Go from the welcome to the page after an answer about danger."""
    await start(pilot)
    await press(pilot, "1", "enter")
    assert isinstance(pilot.app.screen, UrgentScreen)


@pytest.mark.many_cases
@pytest.mark.parametrize("key", ["enter", "space", "f4", "f6", "f12", "x"])
async def test_no_key_on_a_page_to_be_read_goes_without_a_word(
    app: ScreenerApp, key: str
) -> None:
    clock = app.clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_red_flag(pilot)
        clock.seconds += 5
        await press(pilot, key)
        assert "That key does nothing here" in text_of(app)


async def test_the_page_says_no_more_that_keys_wait_once_they_count(
    app: ScreenerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.tui.reading_pause.PAUSE", 1.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("1", "enter")
        await until(pilot, lambda: isinstance(app.screen, UrgentScreen))
        await pilot.press("1")
        await until(pilot, lambda: "The keys work in a moment" not in text_of(app))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))


async def test_what_was_asked_for_is_not_asked_for_once_it_is_done(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter")
        assert "Please choose one" in text_of(app)
        await press(pilot, "1")
        assert "Please choose one" not in text_of(app)


async def test_a_double_enter_on_who_answers_leaves_the_page_for_young_people(
    app: ScreenerApp,
) -> None:
    clock = app.clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "4", "enter")
        assert isinstance(app.screen, UnderAgeScreen)
        for seconds in (0.2, 0.5, 5):
            clock.seconds += seconds
            await press(pilot, "enter")
            assert isinstance(app.screen, UnderAgeScreen)
        await press(pilot, "left")
        assert isinstance(app.screen, WelcomeScreen)


async def test_a_red_flag_and_the_result_are_not_skipped_by_fast_keys(
    app: ScreenerApp,
) -> None:
    clock = app.clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_red_flag(pilot)
        await press(pilot, "1", "enter", "2", "enter", "1")
        assert isinstance(app.screen, UrgentScreen)
        clock.seconds += 2.5
        await press(pilot, "2")
        assert isinstance(app.screen, ResultScreen)
        await press(pilot, "enter", "enter", "k")
        assert isinstance(app.screen, ResultScreen)


async def test_the_pause_begins_again_for_each_page_and_not_after_the_help_lines(
    app: ScreenerApp,
) -> None:
    clock = app.clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_red_flag(pilot)
        clock.seconds += 2
        await press(pilot, "h")
        await press(pilot, "enter")
        await press(pilot, "1")
        assert isinstance(app.screen, QuestionScreen)
