"""A folder of summaries, on the screen."""

import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Static

from screener.caseload import (
    check_folder,
    in_order,
    read_entries,
    read_summaries,
)
from screener.errors import FolderError
from screener.model import Answers, HelpLines, Respondent
from screener.summary import save, summarize
from screener.tui.history import HistoryApp
from screener.tui.screens.reading import ReadingScreen
from screener.tui.screens.shelf import ShelfScreen
from screener.tui.screens.trend import TrendScreen, curves
from tests.small import CALM, GRAVE, HALF, help_lines, small
from tests.tui.buttons import buttons
from tests.tui.reading import text_of
from tests.tui.walking import until

SIZES = [(80, 24), (40, 16), (200, 60)]


def keep(folder: Path, month: int, answers: Answers) -> None:
    summary = summarize(
        small(),
        answers,
        help_lines(),
        respondent=Respondent.SELF,
        created=datetime.datetime(2026, month, 3, 9, tzinfo=datetime.UTC),
    )
    save(summary, folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep(tmp_path, 5, GRAVE)
    keep(tmp_path, 7, HALF)
    keep(tmp_path, 9, CALM)
    (tmp_path / "odd.toml").write_text("x")
    return tmp_path


@pytest.fixture
def app(folder: Path, help_lines: HelpLines) -> HistoryApp:
    return HistoryApp(folder, help_lines, "dark")


async def to_table(pilot: Pilot[None]) -> None:
    await until(
        pilot,
        lambda: (
            isinstance(pilot.app.screen, ShelfScreen)
            and bool(pilot.app.screen.query_one(DataTable).row_count)
        ),
    )


async def to_reading(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
    await pilot.pause()


def test_the_latest_comes_first_and_what_is_none_last(folder: Path) -> None:
    dated, misdated, aside = in_order(read_entries(folder))
    assert [one.day and one.day.month for one in dated] == [9, 7, 5]
    assert misdated == ()
    assert [one.file for one in aside] == ["odd.toml"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="cannot be looked into"):
        check_folder(tmp_path / "nowhere")


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
async def test_the_table_shows_day_and_level(
    app: HistoryApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await to_table(pilot)
        await pilot.pause()
        shown = text_of(app)
        assert "2026-09-03" in shown
        assert "No treatment" in shown
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.return_code == 0


async def test_enter_opens_one_and_leads_back_to_it(app: HistoryApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await pilot.press("down", "enter")
        await to_reading(pilot)
        assert "July 3, 2026" in text_of(app)
        await pilot.press("enter")
        await to_table(pilot)
        assert app.screen.query_one(DataTable).cursor_row == 1


async def test_a_summary_is_laid_out_for_the_width_of_the_screen(
    app: HistoryApp,
) -> None:
    async with app.run_test(size=(80, 200)) as pilot:
        await to_table(pilot)
        await pilot.press("enter")
        await to_reading(pilot)
        wide = said_by(app)
        await pilot.resize_terminal(40, 200)
        await pilot.pause()
        narrow = said_by(app)
        assert [len(line) for line in narrow if set(line) == {"="}] == [38]
        assert max(map(len, narrow)) <= 38
        # Nothing is broken twice: no word stands alone before a full line.
        assert "No answer here calls for help right" not in narrow
        await pilot.resize_terminal(80, 200)
        await pilot.pause()
        assert said_by(app) == wide


def said_by(app: HistoryApp) -> list[str]:
    return str(app.screen.query_one("#text", Static).content).splitlines()


async def test_two_that_are_marked_are_compared(app: HistoryApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await to_table(pilot)
        await pilot.press("ctrl+k")
        assert "Mark two first" in text_of(app)
        await pilot.press("space", "down", "down", "space", "ctrl+k")
        await to_reading(pilot)
        shown = text_of(app)
        assert shown.index("Before: May 3, 2026") < shown.index("After: September 3")


async def test_a_file_that_is_none_says_why(app: HistoryApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_table(pilot)
        await pilot.press("end", "down", "down", "down", "space")
        assert "does not count. Enter says why" in text_of(app)
        await pilot.press("enter")
        await to_reading(pilot)
        assert "cannot be read as a summary" in " ".join(text_of(app).split())


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
async def test_ladders_and_dimensions_are_seen_over_time(
    app: HistoryApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await to_table(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, TrendScreen))
        await pilot.pause()
        assert "Level of care" in text_of(app)
        await pilot.press("space", "space")
        await pilot.pause()
        assert "Danger to yourself" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ShelfScreen)


def test_a_curve_has_both_ends_in_the_order_of_time(folder: Path) -> None:
    visits = [one for one in read_entries(folder) if one.is_visit]
    summaries = read_summaries(folder, visits)
    level = curves(summaries)[0]
    assert [point[:3] for point in level.points] == [
        ("2026-05-03", 3, 3),
        ("2026-07-03", 2, 3),
        ("2026-09-03", 0, 0),
    ]


def test_a_curve_says_where_somebody_stood_as_the_result_does(tmp_path: Path) -> None:
    keep(tmp_path, 5, {})
    keep(tmp_path, 7, {**CALM, "thoughts": "yes", "plan": "yes"})
    keep(tmp_path, 9, CALM)
    visits = [entry for entry in read_entries(tmp_path) if entry.is_visit]
    level = curves(read_summaries(tmp_path, visits))[0]
    assert [point.words for point in level.points] == [
        f"Not known yet, maybe {level.steps[-1]}",
        "Not known yet; help comes first",
        level.steps[0],
    ]


async def test_an_empty_folder_says_how_one_gets_there(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    app = HistoryApp(tmp_path, help_lines, "dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "There is none here yet" in text_of(app))
        assert {*buttons(app)} == {"leave", "show-help"}
        await pilot.press("enter")
        assert "That key does nothing here" in text_of(app)
        await pilot.press("space", "ctrl+k", "ctrl+p")
        assert isinstance(app.screen, ShelfScreen)
        assert "Mark two first" not in text_of(app)
        await pilot.press("ctrl+x")
    assert app.return_code == 0
