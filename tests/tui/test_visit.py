"""Whole visits by keyboard and by mouse, in the real app."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import OptionList

from screener.model import Questionnaire, Unknown
from screener.summary import read_summary
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.leaving import LeavingScreen
from screener.tui.screens.new_folder import NewFolderScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.question_words import left_open_words
from screener.tui.screens.respondent import RespondentScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.under_age import UnderAgeScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.thorough import one_in
from tests.tui.buttons import buttons, click, focus
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, nearly_through, start, to_keeping, until

SIZES = one_in(3, [(40, 16), (80, 24), (200, 60)])
"""`test_terminal.py` tries all, in a real terminal."""


@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_visit_by_keyboard_ends_with_files(
    app: ScreenerApp, size: tuple[int, int], tmp_path: Path
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RespondentScreen)
        await pilot.press("1", "enter")
        await pilot.pause()
        await answer_mildly(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        assert str(tmp_path) in text_of(app).replace("\n", "").replace(" ", "")
        await pilot.press("enter")
        await pilot.pause()
    files = sorted((tmp_path / "kept").iterdir())
    assert [file.suffix for file in files] == [".pdf", ".toml", ".txt"]
    summary = read_summary(files[1])
    assert summary.ladder("level-of-care").rung == "none"
    assert summary.ladder("urgency").settled


@pytest.mark.slow
async def test_a_whole_visit_by_mouse_alone(app: ScreenerApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await click(pilot, "start")
        await pilot.pause()
        await pilot.click("AnswerList", offset=(12, 0))
        await click(pilot, "go-on")
        await pilot.pause()
        while isinstance(app.screen, QuestionScreen):
            waits = "Next leaves it" in text_of(app)  # a question of safety
            await click(pilot, "go-on" if waits else "skip")
            await pilot.pause()
        await click(pilot, "finish")
        await pilot.pause()
        await click(pilot, "see-result")
        await pilot.pause()
        await click(pilot, "keep")
        await pilot.pause()
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        await click(pilot, "leave")
        await pilot.pause()
    assert len(list((tmp_path / "kept").iterdir())) == 3


async def test_a_red_flag_stops_the_questions_and_nothing_is_lost(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UrgentScreen)
        assert "911" in text_of(app)
        await pilot.press("enter", "g", "s", "x", "space")
        assert isinstance(app.screen, UrgentScreen)
        await pilot.press("1", "1")  # the first ends a word
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert app.interview.at == "suicide-thoughts"
        assert set(app.interview.answers) == {"danger-now"}


async def test_stopping_at_a_red_flag_leads_to_a_result_that_leads_with_it(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        top = text_of(app).splitlines()[:8]
        assert any("911" in line for line in top)


async def test_the_review_leads_to_a_question_and_back(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        nearly_through(app)
        await start(pilot)
        await answer_mildly(pilot, app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)


async def test_every_answer_in_the_review_is_the_one_given(app: ScreenerApp) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await start(pilot)
        await answer_mildly(pilot, app)
        shown = app.screen.query_one(OptionList)
        options = [shown.get_option_at_index(i) for i in range(shown.option_count)]
        ids = [option.id for option in options if option.id]
    assert ids == list(app.interview.asked)


async def test_help_is_one_key_away_and_leads_back(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "988" in text_of(app)
        await pilot.press("h")  # pressed twice, it does not close what it opened
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)


async def test_under_18_is_a_kind_exit(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "4", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UnderAgeScreen)
        assert "988" in text_of(app)
        await pilot.press("left")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_leaving_asks_first_where_answers_would_be_lost(
    app: ScreenerApp, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("f4", "enter", key)
        await pilot.pause()
        assert isinstance(app.screen, LeavingScreen)
        await pilot.press(key, "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press(key, "f8")
        await pilot.pause()
        assert not app.is_running or app.return_code == 0


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_a_skipped_safety_question_says_why_it_is_asked_again(
    app: ScreenerApp, core: Questionnaire, size: tuple[int, int]
) -> None:
    """However many options it has, both this and what Next does are in sight."""
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        await pilot.press("f4")
        await pilot.pause()
        again = core.items["danger-now"].ask_again
        assert again
        shown = " ".join(text_of(app).split())
        assert again in shown
        assert left_open_words(Unknown.DECLINED) in shown
        await pilot.press("f6", "enter")
        await pilot.pause()
        assert app.screen.query_one("#question")
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        assert screen.interview.answers["danger-now"] is Unknown.UNSURE


async def test_wrong_keys_do_nothing(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("z", "q", "9", "0", "tab", "tab", "ctrl+p")
        await pilot.press("ctrl+z", "ctrl+v", "ctrl+s", "semicolon", "plus")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        assert screen.interview.answers == {}


async def test_a_folder_that_cannot_be_used_loses_nothing(app: ScreenerApp) -> None:
    app.folder = Path("/proc/nowhere")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await click(pilot, "save")
        await pilot.pause()
        assert isinstance(app.screen, NewFolderScreen)
        assert "/proc/nowhere" in text_of(app)
        await pilot.press("1")
        await until(pilot, lambda: "Nothing was saved" in text_of(app))
        assert isinstance(app.screen, KeepScreen)


async def test_every_action_is_a_button_too(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        shown = buttons(app)
    usual = ["go-back", "go-on", "explain", "skip", "unsure", "reword", "show-help"]
    assert shown == [*usual, "read-aloud"]


async def test_whatever_breaks_crisis_help_is_shown_and_no_answer(
    app: ScreenerApp, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks() -> None:
        answer = "a private answer"
        raise ValueError(answer)

    async def visit() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await start(pilot)
            app.call_later(breaks)
            await pilot.pause()

    with pytest.raises(ValueError, match="private"):
        await visit()
    told = capsys.readouterr().err
    assert "988" in told
    assert "911" in told
    assert "private" not in told
    assert "Traceback" not in told


@pytest.mark.slow
async def test_not_saving_asks_first_and_leads_back(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await pilot.press("d", "s", "x")
        assert isinstance(app.screen, KeepScreen)
        await click(pilot, "leave")
        await pilot.pause()
        assert isinstance(app.screen, LeavingScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        await click(pilot, "go-back")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("enter")
        await pilot.pause()
        await click(pilot, "leave")
        await pilot.pause()
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, GoodbyeScreen)
        assert "Nothing was saved" in text_of(app)


async def test_keys_after_leaving_fast_are_let_go(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        for key in ["ctrl+x", *["f4", "enter", "h", "1"] * 10]:
            app.post_message(Key(key, key if len(key) == 1 else None))
    assert app.return_code == 0


async def test_a_digit_leaves_the_button_so_that_enter_goes_on(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await focus(pilot, "go-back")
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        first = app.interview.item
        await focus(pilot, "go-back")
        await pilot.press("2", "enter")
        await pilot.pause()
        assert app.interview.answers[first.link_id]
        assert app.interview.item != first


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_enter_without_an_answer_says_what_to_do(
    app: ScreenerApp, size: tuple[int, int]
) -> None:
    """Where not everything fits, it is what is seen."""
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Choose an answer" in text_of(app)
        assert not app.interview.answers
        await pilot.press("down", "up")
        await pilot.pause()
        assert "> 1 [ ] A seizure" in text_of(app)
