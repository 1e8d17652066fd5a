"""Reading aloud by a key: warned before, stopped by whatever comes, never an answer."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from screener.catalog import Editions, select
from screener.kiosk import KioskSettings
from screener.model import HelpLines, Questionnaire
from screener.speaking import caution
from screener.speaking.sentences import digit_by_digit
from screener.tui.app import ScreenerApp
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from tests.speaking.voices import FakeVoice
from tests.tui.buttons import buttons, said
from tests.tui.kiosk.building import kiosk
from tests.tui.walking import answer_mildly, nearly_through, start, until

HANGS = "exec sleep 1000"


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeVoice]:
    folder = tmp_path / "voice"
    folder.mkdir()
    fake = FakeVoice(folder)
    monkeypatch.setenv("PATH", fake.path)
    monkeypatch.setattr(caution, "APART", 0.0)  # a pilot presses fast
    yield fake
    fake.end()


@pytest.fixture
def slow_voice(voice: FakeVoice) -> FakeVoice:
    return FakeVoice(voice.folder, HANGS)


def line(app: ScreenerApp) -> str:
    shown = app.screen.query_one("#aloud", Static)
    return str(shown.render()) if shown.display else ""


async def begin(pilot: Pilot[None], app: ScreenerApp) -> None:
    """Read the first question, past the warning."""
    await start(pilot)
    await pilot.press("f7", "f7")
    await pilot.pause()


async def test_the_first_press_warns_and_the_second_reads_the_question(
    app: ScreenerApp, voice: FakeVoice
) -> None:
    async with app.run_test() as pilot:
        await start(pilot)
        await pilot.press("1", "f7")
        assert "others may hear it" in line(app)
        assert not voice.arguments
        await pilot.press("f7")
        await until(pilot, lambda: line(app) == "")
    item = app.interview.item
    assert item.type == "choices"
    options = [f"{n}: {one.text}" for n, one in enumerate(item.option, 1)]
    assert voice.heard[1] == item.question
    assert voice.heard[-len(options) :] == options


async def test_a_later_question_is_read_at_the_first_press_unless_it_is_private(
    app: ScreenerApp, voice: FakeVoice
) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, app)
        seen = set[bool]()
        while len(seen) < 2:
            await pilot.press("f4", "enter")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, QuestionScreen)
            private = screen.interview.item.private is not None
            await pilot.press("f7")
            await pilot.pause()
            assert ("others may hear" in line(app)) is private
            if not private:
                question = screen.interview.item.question
                await until(pilot, partial(voice.has_heard, question))
            seen.add(private)


@pytest.mark.many_cases
@pytest.mark.parametrize("keys", ["f7", "f4", "1 enter", "h", "ctrl+x"])
async def test_it_stops_when_anything_else_is_wanted(
    app: ScreenerApp, slow_voice: FakeVoice, keys: str
) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, app)
        await until(pilot, lambda: len(slow_voice.running) == 1)
        assert line(app).startswith("Reading aloud")
        await pilot.press(*keys.split())
        await until(pilot, lambda: not slow_voice.running)
        assert not app.reader.is_on
    assert len(slow_voice.heard) == 1


async def test_it_stops_when_the_language_changes(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, slow_voice: FakeVoice
) -> None:
    editions = Editions(select("level-of-care"), "us")
    app = ScreenerApp(core, help_lines, tmp_path, editions=editions)
    async with app.run_test() as pilot:
        await begin(pilot, app)
        await until(pilot, lambda: len(slow_voice.running) == 1)
        await pilot.press("f2")
        await until(pilot, lambda: not slow_voice.running)
        await pilot.press("f2")


async def test_a_voice_that_fails_says_so_in_a_line(
    app: ScreenerApp, voice: FakeVoice
) -> None:
    FakeVoice(voice.folder, "exit 1")
    async with app.run_test() as pilot:
        await start(pilot)
        await pilot.press("f7", "f7")
        await until(pilot, lambda: "does not work now" in line(app))
        await pilot.press("1", "enter")
        await pilot.pause()
        assert line(app) == ""


async def test_the_result_is_read_without_the_answers(
    app: ScreenerApp, voice: FakeVoice
) -> None:
    async with app.run_test() as pilot:
        nearly_through(app)
        await start(pilot)
        await answer_mildly(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("f7", "f7")
        await until(pilot, lambda: line(app) == "")
    assert voice.heard[-1].startswith("Level of care:")
    said = {
        option.says
        for item in app.questionnaire.items.values()
        if item.type == "choice"
        for option in item.option
        if option.says
    }
    assert not said & set(voice.heard)


async def test_without_leave_there_is_no_button_and_the_key_does_nothing(
    app: ScreenerApp, voice: FakeVoice
) -> None:
    app.reader.is_allowed = False
    async with app.run_test() as pilot:
        await start(pilot)
        await pilot.press("f7", "f7")
        assert line(app) == ""
        assert "read-aloud" not in buttons(app)
    assert voice.arguments == []


@pytest.mark.parametrize("allowed", [False, True])
def test_a_kiosk_reads_aloud_where_its_settings_say_so(
    core: Questionnaire, help_lines: HelpLines, allowed: bool
) -> None:
    settings = KioskSettings(read_aloud=allowed)
    assert kiosk(core, help_lines, settings).app.reader.is_allowed is allowed
    assert not kiosk(core, help_lines).app.reader.is_allowed


@pytest.mark.many_cases
@pytest.mark.parametrize("size", [(40, 16), (60, 24), (80, 24), (120, 30), (200, 60)])
async def test_every_button_of_a_question_says_all_it_says(
    app: ScreenerApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        shown = said(app)
        assert "read-aloud" in shown
        for words, place in shown.values():
            assert len(words) <= place.width, words
            assert app.screen.region.contains_region(place), words


def test_telephone_numbers_are_read_as_they_are_dialed() -> None:
    assert digit_by_digit("Call 988, 24/7") == "Call 9 8 8, 24/7"
    assert digit_by_digit("1-800-662-4357") == "1, 8 0 0, 6 6 2, 4 3 5 7"


async def test_a_screen_that_is_not_whole_is_hushed_like_any_other(
    app: ScreenerApp,
) -> None:
    """Another one may come over it, or it may be left, before its line is there."""
    async with app.run_test() as pilot:
        await pilot.pause()
        HelpScreen(app.help_lines).hush()
