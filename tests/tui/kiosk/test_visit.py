"""A visit to a kiosk: invited, watched over, cleared."""

import pytest
from textual.events import MouseDown, MouseEvent, MouseUp
from textual.pilot import Pilot

from screener.model import HelpLines, Questionnaire
from screener.tui.kiosk.invite import InviteScreen
from screener.tui.kiosk.still_there import StillThereScreen
from screener.tui.kiosk.visit import KioskVisit
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.leaving import LeavingScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.buttons import click
from tests.tui.kiosk.building import Kiosk, kiosk, with_pin
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, mild, nearly_through

SIZES = [(80, 24), (40, 16), (200, 60)]


async def begin(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("enter", "1", "enter")
    await pilot.pause()


async def watch(pilot: Pilot[None], visit: Kiosk, seconds: float) -> None:
    """Let time pass without anybody there."""
    visit.clock.seconds += seconds
    visit.app.look_around()
    await pilot.pause()


@pytest.fixture
def visit(core: Questionnaire, help_lines: HelpLines) -> Kiosk:
    return kiosk(core, help_lines)


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
async def test_it_invites_and_leads_to_the_questions(
    visit: Kiosk, size: tuple[int, int]
) -> None:
    async with visit.app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(visit.app.screen, InviteScreen)
        assert "988" in text_of(visit.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(visit.app.screen, WelcomeScreen)
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        assert isinstance(visit.app.screen, QuestionScreen)
        assert " Clear\n" in text_of(visit.app) or size[0] > 60
        assert "Finish and clear" in text_of(visit.app) or size[0] < 60


async def test_a_touch_anywhere_begins(visit: Kiosk) -> None:
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(offset=(40, 12))
        await pilot.pause()
        assert isinstance(visit.app.screen, WelcomeScreen)


async def test_nobody_there_is_asked_and_then_all_is_cleared(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        await begin(pilot)
        await watch(pilot, visit, 179)
        assert isinstance(visit.app.screen, QuestionScreen)
        await watch(pilot, visit, 2)
        assert isinstance(visit.app.screen, StillThereScreen)
        assert "19 seconds" in text_of(visit.app)
        await watch(pilot, visit, 18)
        assert "1 second." in text_of(visit.app)
        await watch(pilot, visit, 1)
        assert visit.app.return_code == 0
        assert visit.app._exit


@pytest.mark.many_cases
@pytest.mark.parametrize("key", ["1", "enter", "ctrl+v", "x"])
async def test_any_key_goes_on_and_answers_nothing(visit: Kiosk, key: str) -> None:
    async with visit.app.run_test() as pilot:
        await begin(pilot)
        await watch(pilot, visit, 190)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(visit.app.screen, QuestionScreen)
        assert visit.app.screen.interview.answers == {}
        assert "(x)" not in text_of(visit.app)
        assert "[x]" not in text_of(visit.app)
        await watch(pilot, visit, 179)
        assert isinstance(visit.app.screen, QuestionScreen)


async def test_the_countdown_goes_on_before_it_is_on_the_screen(visit: Kiosk) -> None:
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        for seconds in (181, 3):
            visit.clock.seconds += seconds
            visit.app.look_around()
        await pilot.pause()
        assert "clears in 16 seconds" in text_of(visit.app)


async def test_a_touch_goes_on_and_answers_nothing(visit: Kiosk) -> None:
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await watch(pilot, visit, 190)
        for kind in (MouseDown, MouseUp):
            visit.app.post_message(touch(kind))
        await pilot.pause()
        assert isinstance(visit.app.screen, QuestionScreen)
        assert "[x]" not in text_of(visit.app)


def touch(kind: type[MouseEvent]) -> MouseEvent:
    return kind(None, 10, 9, 0, 0, 1, False, False, False, 10, 9)


async def test_the_start_screen_waits_for_ever(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        await pilot.pause()
        await watch(pilot, visit, 1_000_000)
        assert isinstance(visit.app.screen, InviteScreen)


async def test_at_the_result_the_wait_is_shorter(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        await to_the_result(pilot, visit.app)
        await watch(pilot, visit, 91)
        assert isinstance(visit.app.screen, StillThereScreen)


async def to_the_result(pilot: Pilot[None], app: KioskVisit) -> None:
    nearly_through(app)
    await begin(pilot)
    await answer_mildly(pilot, app)
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(app.screen, ResultScreen)


@pytest.mark.parametrize("keys", [("ctrl+x",), ("ctrl+c", "f8")])
async def test_a_visit_can_be_ended_anywhere(
    visit: Kiosk, keys: tuple[str, ...]
) -> None:
    async with visit.app.run_test() as pilot:
        await begin(pilot)
        await pilot.press(*mild(visit.app))
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert visit.app._exit


async def test_the_button_asks_before_answers_are_lost(visit: Kiosk) -> None:
    async with visit.app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press(*mild(visit.app))
        await pilot.pause()
        await click(pilot, "ask-to-leave")
        await pilot.pause()
        assert isinstance(visit.app.screen, LeavingScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(visit.app.screen, QuestionScreen)


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", "ctrl+x", "ctrl+z", "ctrl+p"])
async def test_no_key_leaves_the_start_screen(visit: Kiosk, key: str) -> None:
    async with visit.app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(visit.app.screen, InviteScreen)
        assert not visit.app._exit


async def test_help_opens_from_the_start_screen(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(visit.app.screen, HelpScreen)
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert not visit.app._exit or visit.app.return_code == 0


async def test_during_a_visit_the_pin_is_not_asked_for(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    visit = kiosk(core, help_lines, with_pin())
    async with visit.app.run_test() as pilot:
        await begin(pilot)
        await pilot.press(*mild(visit.app), "ctrl+q")
        await pilot.pause()
        assert isinstance(visit.app.screen, LeavingScreen)


async def test_the_host_hears_the_section_and_not_a_word_more(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        visit.ear.listen(0)
        assert visit.ear.heard.stage == "start"
        await begin(pilot)
        await pilot.press(*mild(visit.app))
        await pilot.pause()
        visit.app.look_around()
        visit.ear.listen(0)
        sections = [one.id for one in visit.app.questionnaire.section]
        assert visit.ear.heard.stage == sections[0]
        assert not visit.ear.heard.finished


async def test_a_tick_of_its_clock_while_it_is_left_is_nothing(visit: Kiosk) -> None:
    async with visit.app.run_test() as pilot:
        await begin(pilot)
        await visit.app._close_all()
        assert not visit.app.screen_stack
        visit.app.look_around()


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_the_button_at_the_top_names_no_key_that_does_something_else(
    visit: Kiosk, size: tuple[int, int]
) -> None:
    async with visit.app.run_test(size=size) as pilot:
        await begin(pilot)
        shown = text_of(visit.app)
        assert "Finish and clear" in shown or "Clear" in shown
        assert shown.count("Ctrl+X") == 1
        assert shown.endswith("Ctrl+X leave fast")
