"""Staff and the PIN: they leave with it, wait after wrong ones, and hear of guesses."""

import re
import time
from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from screener.kiosk import STAFF, WrongPins
from screener.language import speak
from screener.model import HelpLines, Questionnaire
from screener.tui.kiosk.staff import StaffScreen
from screener.tui.screens.notice import NoticeScreen
from tests.tui.kiosk.building import PIN, Kiosk, kiosk, with_pin
from tests.tui.reading import text_of

SIZES = [(80, 24), (40, 16)]


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield str(request.param)
    speak("en")


@pytest.fixture
def visit(core: Questionnaire, help_lines: HelpLines) -> Kiosk:
    return kiosk(core, help_lines, with_pin())


def shown(visit: Kiosk) -> str:
    return " ".join(text_of(visit.app).split())


async def to_staff(pilot: Pilot[None], visit: Kiosk) -> None:
    await pilot.pause()
    await pilot.press("ctrl+q")
    await pilot.pause()
    assert isinstance(visit.app.screen, StaffScreen)


async def type_pin(pilot: Pilot[None], pin: str) -> None:
    await pilot.press(*pin, "enter")
    await pilot.pause()


@pytest.mark.slow
async def test_staff_leaves_with_the_pin(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        await to_staff(pilot, visit)
        await pilot.press(*PIN)
        assert PIN not in text_of(visit.app)
        await pilot.press("enter")
        await pilot.pause()
    assert visit.app.return_code == STAFF
    visit.ear.listen(0)
    assert visit.ear.heard.wrong_pins == 0


@pytest.mark.slow
async def test_a_wrong_pin_is_called_wrong_and_told_to_staff(visit: Kiosk) -> None:
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await to_staff(pilot, visit)
        await type_pin(pilot, "111111")
        assert "not the PIN" in shown(visit)
        assert "Wait" not in shown(visit)
        assert "111111" not in shown(visit)
        await type_pin(pilot, PIN)
        assert isinstance(visit.app.screen, NoticeScreen)
        assert "A wrong PIN was typed 1 time" in shown(visit)
        assert not visit.app._exit
        await pilot.press("enter")
        await pilot.pause()
    assert visit.app.return_code == STAFF
    visit.ear.listen(0)
    assert visit.ear.heard.wrong_pins == 1


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_all_guesses_since_the_start_are_told(
    core: Questionnaire, help_lines: HelpLines, size: tuple[int, int]
) -> None:
    guessed = WrongPins(0, time.monotonic() - 7200, guesses=41)
    visit = kiosk(core, help_lines, with_pin(), guessed)
    async with visit.app.run_test(size=size) as pilot:
        await to_staff(pilot, visit)
        await type_pin(pilot, PIN)
        assert "41 times" in shown(visit)


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("language")
async def test_while_it_waits_no_pin_is_called_wrong_and_the_seconds_are_told(
    core: Questionnaire, help_lines: HelpLines, size: tuple[int, int]
) -> None:
    many = WrongPins(7, time.monotonic(), guesses=7)
    visit = kiosk(core, help_lines, with_pin(), many)
    async with visit.app.run_test(size=size) as pilot:
        await to_staff(pilot, visit)
        left = int(re.findall(r"\d+", shown(visit).partition("PIN")[2])[0])
        assert 16 < left <= 32, "it was 32 seconds, before any try"
        await type_pin(pilot, PIN)
        assert isinstance(visit.app.screen, StaffScreen)
        said = shown(visit)
        assert "That is not the PIN" not in said
        assert "Ese no es el PIN" not in said
        assert "not looked at" in said or "no se revis" in said
        assert any(f"{n} se" in said for n in range(25, 33))
    visit.ear.listen(0)
    assert visit.ear.heard.wrong_pins == 0


@pytest.mark.slow
async def test_the_seconds_are_counted_down_and_then_the_pin_leaves(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    many = WrongPins(4, time.monotonic() - 1.5, guesses=4)
    visit = kiosk(core, help_lines, with_pin(), many)
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await to_staff(pilot, visit)
        assert "Wait" in shown(visit)
        while "try again now" not in shown(visit):
            await pilot.pause(0.1)
        await type_pin(pilot, PIN)
        assert "4 times" in shown(visit)


@pytest.mark.slow
async def test_a_short_pin_of_old_settings_still_opens_and_says_so(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    visit = kiosk(core, help_lines, with_pin("2468"))
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await to_staff(pilot, visit)
        await type_pin(pilot, "2468")
        assert "kiosk-pin" in shown(visit)
        await pilot.press("enter")
        await pilot.pause()
    assert visit.app.return_code == STAFF


@pytest.mark.slow
async def test_enter_alone_is_no_guess_at_the_pin(visit: Kiosk) -> None:
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await to_staff(pilot, visit)
        for _again in range(6):
            await type_pin(pilot, "")
        assert "not the PIN" not in shown(visit)
        assert "Wait" not in shown(visit)
        await type_pin(pilot, PIN)
    assert visit.app.return_code == STAFF
    visit.ear.listen(0)
    assert visit.ear.heard.wrong_pins == 0
