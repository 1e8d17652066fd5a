"""A caseload by keyboard: found, opened, followed up, exported."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from screener.model import HelpLines, Questionnaire
from screener.tui.caseload import CaseloadApp
from screener.tui.caseload.client_shelf import ClientShelf
from screener.tui.caseload.clients_screen import ClientsScreen
from screener.tui.caseload.code import CodeScreen
from screener.tui.counselor import CounselorApp
from screener.tui.counselor.question import CounselorQuestionScreen
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.reading import ReadingScreen
from screener.tui.screens.review import ReviewScreen
from tests.caseload.cases import fill
from tests.terminal import Terminal
from tests.tui.reading import text_of
from tests.tui.walking import until

SIZES = [(80, 24), (40, 16), (200, 60)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("caseload")
    fill(folder, 12, clients=4)
    return folder


@pytest.fixture
def app(help_lines: HelpLines, folder: Path) -> CaseloadApp:
    return CaseloadApp(folder, help_lines, "dark")


async def to_list(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: bool(pilot.app.screen.query_one(DataTable).row_count))


async def to_client(pilot: Pilot[None], code: str = "") -> None:
    await to_list(pilot)
    if code:
        await pilot.press("slash", *code, "enter")
        await pilot.pause()
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ClientShelf))


@pytest.mark.parametrize("size", SIZES)
async def test_clients_are_listed_by_code(
    app: CaseloadApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await to_list(pilot)
        assert "K000" in text_of(app)
        assert "988" in text_of(app)
        assert app.screen.query_one(DataTable).row_count <= 4


async def test_they_are_filtered_and_sorted_as_one_types(app: CaseloadApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_list(pilot)
        every = app.screen.query_one(DataTable).row_count
        await pilot.press("slash", *"K0001")
        await pilot.pause()
        assert app.screen.query_one(DataTable).row_count == 1
        assert f"1 of {every}" in text_of(app)
        await pilot.press("enter", "ctrl+t")
        await pilot.pause()
        assert "by code" in text_of(app)


async def test_a_client_is_opened_and_the_list_is_where_it_was(
    app: CaseloadApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot, "K0001")
        assert "Client K0001" in text_of(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert "Client K0001" in text_of(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientShelf))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        await to_list(pilot)
        assert app.screen.query_one(DataTable).row_count == 1


@pytest.mark.slow
@pytest.mark.parametrize(("key", "continues"), [("ctrl+f", False), ("ctrl+g", True)])
async def test_a_follow_up_or_the_rest_of_a_visit_is_held_next(
    app: CaseloadApp, key: str, continues: bool
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot, "K0001")
        await pilot.press(key)
        await pilot.pause()
    visit = app.next_visit
    assert visit is not None
    assert visit.client == "K0001"
    assert visit.continues == continues
    assert visit.earlier is not None
    assert visit.earlier.client == "K0001"


@pytest.mark.slow
async def test_a_new_client_gets_a_code_and_never_a_name(app: CaseloadApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_list(pilot)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, CodeScreen))
        await pilot.press(*"Jane Doe", "enter")
        await pilot.pause()
        assert "Leave out spaces" in text_of(app)
        await pilot.press(*(["backspace"] * 8), *"K7-22", "enter")
        await pilot.pause()
    assert app.next_visit is not None
    assert app.next_visit.client == "K7-22"
    assert app.next_visit.earlier is None


async def test_a_history_is_written_beside_the_files(
    app: CaseloadApp, folder: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot, "K0001")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: isinstance(app.screen, NoticeScreen))
    (file,) = folder.glob("history-K0001-*.csv")
    assert file.read_text("utf-8-sig").startswith("client,created")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
async def test_going_on_with_a_visit_takes_up_its_answers(
    core: Questionnaire, help_lines: HelpLines, app: CaseloadApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot, "K0001")
        await pilot.press("ctrl+g")
        await pilot.pause()
    visit = app.next_visit
    assert visit is not None
    earlier = visit.earlier
    assert earlier is not None
    counselor = CounselorApp(
        core, help_lines, tmp_path, initials="AB", earlier=earlier, continues=True
    )
    given = {one.link_id for one in earlier.answers if one.state == "given"}
    assert counselor.interview.answers.keys() >= given
    async with counselor.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown = counselor.screen
        assert isinstance(shown, CounselorQuestionScreen | ReviewScreen) or (
            "room" in text_of(counselor)
        )
        assert counselor.interview.at not in given


@pytest.mark.slow
def test_a_visit_from_the_list_leads_back_to_it(folder: Path) -> None:
    with Terminal("--initials", "AB", "--counselor") as terminal:
        terminal.wait_for("Start")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0
    with Terminal("caseload", str(folder)) as terminal:
        terminal.wait_for("Your clients")
        terminal.wait_for("K000")
        terminal.settle(0.2)
        terminal.send("\r")
        terminal.wait_for("^F Follow")
        terminal.settle(0.2)
        terminal.send("\x06")
        terminal.wait_for("Start")
        terminal.settle(0.2)
        terminal.send("\x11")
        terminal.wait_for("Your clients")
        terminal.settle(0.2)
        terminal.send("\x11")
        assert terminal.wait_for_exit() == 0
