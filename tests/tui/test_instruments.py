"""Published instruments on the screen, alone and in a visit."""

from pathlib import Path

import pytest

from screener.catalog import select
from screener.model import HelpLines
from screener.summary import read_summary
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.urgent import UrgentScreen
from tests.tui.buttons import click
from tests.tui.reading import text_of
from tests.tui.walking import answer_mildly, nearly_through, start, until

STEM = "Over the last 2 weeks, how often have you been bothered by any of the"


def app_on(help_lines: HelpLines, folder: Path, *names: str) -> ScreenerApp:
    first, *added = names
    return ScreenerApp(select(first, added).load(), help_lines, folder / "kept")


@pytest.mark.many_cases
@pytest.mark.parametrize("name", ["phq-9", "gad-7", "audit-c"])
@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_every_question_shows_all_its_answers_without_scrolling(
    help_lines: HelpLines, tmp_path: Path, size: tuple[int, int], name: str
) -> None:
    app = app_on(help_lines, tmp_path, name)
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        while isinstance(app.screen, QuestionScreen):
            item = app.screen.interview.item
            assert item.type == "choice"
            shown = text_of(app)
            for number, option in enumerate(item.option, 1):
                assert f"{number} ( ) {option.text}" in shown, item.link_id
            # The second answer opens what the first does not.
            await pilot.press("2", "enter")
            await pilot.pause()
            if app.interview.at == "suicide-now":
                await pilot.press("7", "enter")
                await pilot.pause()


async def test_the_words_it_begins_with_stand_before_each_question(
    help_lines: HelpLines, tmp_path: Path
) -> None:
    app = app_on(help_lines, tmp_path, "phq-9")
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        told = " ".join(text_of(app).split())
        assert f"{STEM} following problems? Little interest or pleasure" in told


async def test_why_tells_who_made_it_and_under_which_terms(
    help_lines: HelpLines, tmp_path: Path
) -> None:
    app = app_on(help_lines, tmp_path, "audit-c")
    async with app.run_test(size=(80, 30)) as pilot:
        await start(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        told = " ".join(text_of(app).replace("│", "").split())
        assert "Where it is from" in told
        assert "World Health Organization" in told
        assert "not for sale" in told


async def test_item_9_leads_to_the_safety_question_and_a_plan_to_help(
    help_lines: HelpLines, tmp_path: Path
) -> None:
    app = app_on(help_lines, tmp_path, "phq-9")
    async with app.run_test() as pilot:
        await start(pilot)
        await pilot.press(*["1", "enter"] * 8, "2", "enter")
        await pilot.pause()
        assert app.interview.at == "suicide-now"
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UrgentScreen)
        assert "Call or text 988 now" in text_of(app)


async def test_item_9_is_put_again_when_it_is_skipped(
    help_lines: HelpLines, tmp_path: Path
) -> None:
    app = app_on(help_lines, tmp_path, "phq-9")
    async with app.run_test() as pilot:
        await start(pilot)
        await pilot.press(*["1", "enter"] * 8, "f4")
        await pilot.pause()
        assert app.interview.asking_again
        assert "We ask once more" in text_of(app)


@pytest.mark.slow
async def test_a_visit_with_two_added_ends_with_their_bands_and_credit(
    help_lines: HelpLines, tmp_path: Path
) -> None:
    app = app_on(help_lines, tmp_path, "level-of-care", "phq-9", "gad-7")
    async with app.run_test(size=(100, 400)) as pilot:
        nearly_through(app)
        await start(pilot)
        await answer_mildly(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen)
        told = " ".join(text_of(app).split())
        assert "- PHQ-9: minimal" in told
        assert "- GAD-7: minimal" in told
        assert "No permission required to reproduce" in told
        await pilot.press("enter")
        await pilot.pause()
        await click(pilot, "save")
        await pilot.pause()
        await pilot.press("1")  # a new folder
        await until(pilot, lambda: (tmp_path / "kept").exists())
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    saved = next((tmp_path / "kept").glob("*.toml"))
    summary = read_summary(saved)
    assert summary.questionnaire.id == "level-of-care.phq-9.gad-7"
    assert [(one.scale, one.score) for one in summary.scales] == [
        ("signs", 0),
        ("phq-9", 0),
        ("gad-7", 0),
    ]
    text = " ".join(saved.with_suffix(".txt").read_text().split())
    assert "PHQ-9: 0 points, minimal" in text
    assert "No permission required to reproduce" in text
