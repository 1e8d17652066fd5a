"""A ticked or typed answer counts, or the person is asked about it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.catalog import Editions, select
from screener.language import speak
from screener.model import HelpLines, Questionnaire, Unknown
from screener.tui.app import ScreenerApp
from screener.tui.counselor import CounselorApp
from screener.tui.counselor.jump import JumpScreen
from screener.tui.counselor.question import CounselorQuestionScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.ticked import TickedScreen
from screener.tui.screens.urgent import UrgentScreen
from tests.tui.reading import text_of
from tests.tui.walking import mild, press, start, until


async def ticked(pilot: Pilot[None]) -> None:
    """Go to the first question, and tick its first answer."""
    await start(pilot)
    await press(pilot, "1")
    assert "[x]" in text_of(pilot.app)


def first_words(app: ScreenerApp) -> str:
    """Return the first words of the answer that is ticked, without a line break."""
    option = app.interview.item.option[0]  # type: ignore[union-attr]
    return " ".join(option.text.split()[:2])


@pytest.mark.many_cases
@pytest.mark.parametrize("key", ["f4", "f6"])
@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_a_tick_is_asked_about_before_a_question_is_left_open(
    app: ScreenerApp, key: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await ticked(pilot)
        if key == "f6" and not app.interview.item.unsure:
            await pilot.press(key)
            assert "[x]" in text_of(app)
            return
        await press(pilot, *[key] * 10)
        assert isinstance(app.screen, TickedScreen)
        assert first_words(app) in text_of(app)
        assert not app.interview.answers
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        assert "[x]" in text_of(app)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, TickedScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, UrgentScreen))
        assert "911" in text_of(app)


async def test_a_tick_that_is_taken_back_leaves_the_question_open(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await ticked(pilot)
        first = app.interview.at
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, TickedScreen))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        assert "[x]" not in text_of(app)
        assert "rather not say" in " ".join(text_of(app).split())
        await press(pilot, "enter")
        assert app.interview.answers == {first: Unknown.DECLINED}


async def test_going_back_with_a_tick_of_danger_names_help_first(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await ticked(pilot)
        first = app.interview.at
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, UrgentScreen))
        assert "911" in text_of(app)
        assert app.interview.answers[first or ""]


async def test_going_back_keeps_a_tick_as_an_answer(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press(*mild(app))
        await pilot.pause()
        second = app.interview.at
        await press(pilot, "2", "escape")
        assert app.interview.at != second
        assert second in app.interview.answers
        await press(pilot, "enter")
        assert app.interview.at == second
        assert "2 (x)" in text_of(app)


async def test_words_and_numbers_are_asked_about_too(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = ScreenerApp(core, help_lines, tmp_path / "kept")
    visit = app.interview
    while visit.item.type not in ("text", "number"):
        visit = visit.leave_open(Unknown.DECLINED)
    app.interview = visit.go_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("7", "f4")
        await until(pilot, lambda: isinstance(app.screen, TickedScreen))
        assert "You typed: 7" in text_of(app)
        await pilot.press("1")
        await until(pilot, lambda: visit.at in app.interview.answers)
        assert str(app.interview.answers[visit.at or ""]) == "7"


async def test_the_question_asks_in_the_language_that_is_chosen_meanwhile(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = ScreenerApp(core, help_lines, tmp_path / "kept")
    app.editions = Editions(select(), "us")
    async with app.run_test(size=(80, 24)) as pilot:
        await ticked(pilot)
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, TickedScreen))
        await pilot.press("f2")
        await until(pilot, lambda: "Usted eligió: Una convulsión" in text_of(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        assert "[x] Una convulsión" in text_of(app)
    speak("en")


async def test_a_counselor_jumps_and_the_tick_stays(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = CounselorApp(core, help_lines, tmp_path / "kept", initials="AB")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        first = app.interview.at
        await pilot.press("1", "ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CounselorQuestionScreen))
        assert app.interview.answers[first or ""]
