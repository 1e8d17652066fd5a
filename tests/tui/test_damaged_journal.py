"""What a person sees of a file that is damaged, removed, or open to others."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screener.language import speak
from screener.model import HelpLines, Questionnaire
from screener.tui.app import ScreenerApp
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.pick_up import PickUpScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.reading import text_of
from tests.tui.test_save_as_i_go import switch_on
from tests.tui.walking import mild, start

Make = Callable[[], ScreenerApp]
SIZE = (80, 24)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "state" / "one.visit"


@pytest.fixture
def make(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, journal: Path
) -> Make:
    return lambda: ScreenerApp(core, help_lines, tmp_path / "kept", journal=journal)


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield str(request.param)
    speak("en")


async def leave_a_visit(make: Make, steps: int = 4) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await switch_on(pilot)
        await start(pilot)
        for _ in range(steps):
            await pilot.press(*mild(app))
            await pilot.pause()


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 4
    file.write_bytes(content)


async def test_a_damaged_head_costs_nothing_and_a_damaged_end_is_said(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make)
    flip(journal, 12)
    flip(journal, len(journal.read_bytes()) - 5)
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PickUpScreen)
        assert "3 questions" in text_of(app)
        assert "newest answers may be missing" in " ".join(text_of(app).split())
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert len(app.interview.answers) == 3


@pytest.mark.usefixtures("language")
async def test_what_cannot_be_read_is_set_aside_and_a_new_visit_can_be_saved(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make, steps=0)
    content = journal.read_bytes().replace(b"A", b"B")
    journal.write_bytes(content)
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        shown = text_of(app).replace("\n", "").replace(" ", "")
        assert f"{journal.name}.damaged-1" in shown
        assert "screenerforget" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        await switch_on(pilot)
    aside = journal.with_name(f"{journal.name}.damaged-1")
    assert aside.read_bytes() == content
    assert journal.exists()


async def test_a_file_that_others_can_read_is_left_alone(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make)
    journal.chmod(0o644)
    content = journal.read_bytes()
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        assert "chmod600" in text_of(app).replace("\n", "").replace(" ", "")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
    assert journal.read_bytes() == content


@pytest.mark.usefixtures("language")
async def test_a_file_that_goes_during_a_visit_is_said_once_and_written_again(
    make: Make, journal: Path
) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await switch_on(pilot)
        await start(pilot)
        for is_said in (True, False):
            journal.unlink()
            await pilot.press(*mild(app))
            await pilot.pause()
            assert isinstance(app.screen, NoticeScreen) == is_said
            if is_said:
                shown = text_of(app).replace("\n", "").replace(" ", "")
                assert journal.name in shown
                await pilot.press("enter")
                await pilot.pause()
    again = make()
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, PickUpScreen)
