"""Save as I go, by keyboard: switched on, cut off, picked up, forgotten."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screener.journal import Journal
from screener.model import HelpLines, Questionnaire
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.leaving import LeavingScreen
from screener.tui.screens.new_folder import NewFolderScreen
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.pick_up import PickUpScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.save_as_i_go import SaveAsIGoScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.buttons import buttons, click
from tests.tui.reading import text_of
from tests.tui.walking import (
    answer_mildly,
    mild,
    nearly_through,
    start,
    to_keeping,
    until,
)

Make = Callable[[], ScreenerApp]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "state" / "one.visit"


@pytest.fixture
def make(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, journal: Path
) -> Make:
    """Start the program as if on the same computer again."""

    def app() -> ScreenerApp:
        return ScreenerApp(core, help_lines, tmp_path / "kept", journal=journal)

    return app


async def switch_on(pilot: Pilot[None], passphrase: str = "") -> None:
    await pilot.pause()
    await pilot.press("3")
    await pilot.pause()
    assert isinstance(pilot.app.screen, SaveAsIGoScreen)
    if passphrase:
        await pilot.press("tab", *passphrase, "enter", *passphrase)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, WelcomeScreen))


async def test_it_says_what_it_writes_and_where_before_it_is_on(
    make: Make, journal: Path
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Nothing is saved unless you save it" in text_of(app)
        await pilot.press("3")
        await pilot.pause()
        assert not journal.exists()
        assert str(journal.name) in text_of(app).replace("\n", "")
        assert "traces" in text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        assert not journal.exists()
        await switch_on(pilot)
        assert journal.exists()
        assert "saved as you go" in text_of(app)


async def test_whoever_is_cut_off_picks_up_at_the_same_question(make: Make) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        for _ in range(6):
            await pilot.press(*mild(app))
            await pilot.pause()
        before = app.interview
    again = make()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, PickUpScreen)
        assert "6 questions" in text_of(again)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(again.screen, QuestionScreen)
        assert again.interview == before
        assert before.item.text.split()[0] in text_of(again)
        await answer_mildly(pilot, again)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(again.screen, ResultScreen)


async def test_a_red_flag_that_was_not_read_yet_is_shown_again(make: Make) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UrgentScreen)
    again = make()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(again.screen, UrgentScreen)


async def test_the_result_is_there_again(make: Make) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        nearly_through(app)
        await start(pilot)
        await answer_mildly(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
    again = make()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(again.screen, ResultScreen)


async def test_finishing_removes_it(make: Make, journal: Path, tmp_path: Path) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await to_keeping(pilot, app)
        assert isinstance(app.screen, KeepScreen)
        assert journal.exists()
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, NewFolderScreen))
        assert journal.exists()
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        await until(pilot, lambda: not journal.exists())
    assert list((tmp_path / "kept").glob("*.toml"))


@pytest.mark.parametrize(("button", "stays"), [("leave", True), ("forget", False)])
async def test_leaving_keeps_it_or_forgets_it(
    make: Make, journal: Path, button: str, stays: bool
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        await pilot.press("2", "enter")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, LeavingScreen)
        assert "you can pick up here" in text_of(app)
        await click(pilot, button)
        await pilot.pause()
    assert journal.exists() == stays


async def test_leaving_fast_keeps_it(make: Make, journal: Path) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        await pilot.press("2", "enter", "ctrl+x")
        await pilot.pause()
    assert journal.exists()


@pytest.mark.parametrize(("key", "stays"), [("escape", True), ("f8", False)])
async def test_an_earlier_visit_can_wait_or_be_forgotten(
    make: Make, journal: Path, key: str, stays: bool
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
    again = make()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(again.screen, WelcomeScreen)
        assert not again.interview.answers
        assert journal.exists() == stays
        assert ("save-as-i-go" in buttons(again)) == (not stays)
        await pilot.press("3")
        await pilot.pause()
        assert isinstance(again.screen, WelcomeScreen) == stays


async def test_a_wish_to_save_is_not_asked_about_where_an_earlier_visit_stays(
    make: Make, journal: Path
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
    before = journal.read_bytes()
    again = make()
    again.offers_to_save = True
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "not saved as you go" in " ".join(text_of(again).split())
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(again.screen, WelcomeScreen)
        assert "Nothing is saved unless you save it" in text_of(again)
    assert journal.read_bytes() == before


async def test_one_without_an_answer_is_not_offered(make: Make, journal: Path) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
    assert journal.exists()
    again = make()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, WelcomeScreen)
        assert not journal.exists()


async def test_a_full_disk_is_told_once_and_costs_no_answer(
    make: Make, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make()
    real = os.write
    broken = False

    def write(descriptor: int, content: bytes) -> int:
        if broken and content[:9].rstrip(b"\n")[:8].isalnum():
            raise OSError(errno.ENOSPC, "full")
        return real(descriptor, content)

    monkeypatch.setattr("os.write", write)
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        await start(pilot)
        broken = True
        await pilot.press(*mild(app))
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        assert "The disk is full" in text_of(app)
        assert "988" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*mild(app))
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        broken = False
        await pilot.press(*mild(app))
        await pilot.pause()
        before = app.interview
    found = Journal.open(journal)
    assert found is not None
    step = found.last()
    found.close()
    assert step is not None
    assert step.answers.keys() == before.answers.keys()
    assert len(step.answers) == 3


async def test_another_window_says_so_and_goes_on_without(make: Make) -> None:
    first, second = make(), make()
    async with first.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        async with second.run_test(size=(80, 24)) as other:
            await other.pause()
            assert isinstance(second.screen, NoticeScreen)
            assert "Another window" in text_of(second)
            assert "still here" not in text_of(second)
            told = " ".join(text_of(second).split())
            assert "You can begin a new visit, which is not saved as you go" in told
            await other.press("f2")
            await other.pause()
            assert "That key does nothing here" in text_of(second)
            await other.press("enter")
            await other.pause()
            assert isinstance(second.screen, WelcomeScreen)
            assert "save-as-i-go" not in buttons(second)
            await start(other)
            assert isinstance(second.screen, QuestionScreen)


@pytest.mark.slow
async def test_with_a_passphrase_nothing_is_told_before_it_is_given(
    make: Make, journal: Path
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot, "two words")
        await start(pilot)
        await pilot.press(*mild(app))
        await pilot.pause()
        before = app.interview
    again = make()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "questions" not in text_of(again).partition("Forget")[0]
        await pilot.press(*"two birds", "enter")
        await until(pilot, lambda: "does not open it" in text_of(again))
        assert isinstance(again.screen, PickUpScreen)
        await pilot.press(*"two words", "enter")
        await until(pilot, lambda: isinstance(again.screen, QuestionScreen))
        assert again.interview == before


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([*"short", "enter", *"short", "enter"], "at least 8"),
        ([*"long enough", "enter", *"long enougj", "enter"], "not the same"),
    ],
)
async def test_a_passphrase_that_cannot_be_is_told(
    make: Make, journal: Path, keys: list[str], told: str
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("tab", *keys)
        await pilot.pause()
        assert told in text_of(app)
        assert isinstance(app.screen, SaveAsIGoScreen)
        assert all(field.password for field in app.screen.query(Input))
    assert not journal.exists()


async def test_where_nothing_may_be_saved_it_is_not_offered(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = ScreenerApp(core, help_lines, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Save as I go" not in text_of(app)
        await pilot.press("3")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)


async def test_a_changed_questionnaire_says_what_is_asked_again(
    core: Questionnaire,
    help_lines: HelpLines,
    tmp_path: Path,
    make: Make,
    journal: Path,
) -> None:
    app = make()
    async with app.run_test(size=(80, 24)) as pilot:
        await switch_on(pilot)
        nearly_through(app)
        await start(pilot)
        await answer_mildly(pilot, app)
        before = app.interview
    changes = core.items["mind-danger"]
    items = tuple(
        replace(item, text="How was that?") if item is changes else item
        for item in core.item
    )
    new = replace(core, item=items)
    changed = ScreenerApp(new, help_lines, tmp_path, journal=journal)
    async with changed.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(changed.screen, NoticeScreen)
        assert changes.short in " ".join(text_of(changed).split())
        await pilot.press("enter")
        await pilot.pause()
        assert "How was that?" in text_of(changed)
        await pilot.press(*mild(changed))
        await pilot.pause()
        assert changed.interview.at is None
        assert changed.interview.answers == before.answers
