"""Visits that were held with an earlier version of the questions."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.catalog import Editions, select
from screener.model import HelpLines
from screener.summary import read_summary, to_toml
from screener.tui.caseload import CaseloadApp
from screener.tui.counselor import CounselorApp
from screener.tui.screens.notice import NoticeScreen
from tests.catalog.broken import copy
from tests.small import CALM, DATA, summary_of
from tests.tui.caseload.test_caseload_app import to_client
from tests.tui.reading import text_of
from tests.tui.walking import until

EARLIER = """
[[answer]]
before = "1.0.0"
item = "support"
why = "It asks about friends now."
"""
OF_A_COUNSELOR = DATA / "summaries" / "6-counselor" / "moderate.toml"


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    """Version 1.0.0 of the small questionnaire, under the id of the core."""
    head = "questionnaire.toml"
    folder = copy(
        tmp_path,
        (head, 'id = "small"', 'id = "level-of-care"'),
        (head, '"2026.1"', '"1.0.0"'),
    )
    (folder / "earlier.toml").write_text(EARLIER, encoding="utf-8")
    return Editions(select(str(folder)), "us")


async def notice_after(pilot: Pilot[None], key: str) -> str:
    await to_client(pilot)
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, NoticeScreen))
    await pilot.pause()
    told = text_of(pilot.app)
    await pilot.press("end")
    await pilot.pause()
    told += text_of(pilot.app)
    await pilot.press("enter")
    await pilot.pause()
    return " ".join(told.split())


@pytest.mark.parametrize(("key", "continues"), [("ctrl+g", True), ("ctrl+f", False)])
async def test_what_means_something_else_is_named_and_not_taken_up(
    key: str,
    continues: bool,
    editions: Editions,
    help_lines: HelpLines,
    tmp_path: Path,
) -> None:
    made = summary_of({**CALM, "days": 4})
    origin = replace(made.questionnaire, id="level-of-care", version="0.1.0")
    folder = tmp_path / "caseload"
    folder.mkdir()
    (folder / "visit.toml").write_bytes(
        to_toml(replace(made, questionnaire=origin, client="K1"))
    )
    app = CaseloadApp(folder, help_lines, "dark", editions)
    async with app.run_test(size=(80, 24)) as pilot:
        told = await notice_after(pilot, key)
    assert "The questions have changed since this visit." in told
    assert "Support: Yes. It asks about friends now." in told
    assert "Days" not in told
    visit = app.next_visit
    assert visit is not None
    counselor = CounselorApp(
        editions.original.questionnaire,
        help_lines,
        folder,
        initials="AB",
        earlier=visit.earlier,
        continues=visit.continues,
    )
    taken = counselor.interview.answers if continues else counselor.earlier
    assert "support" not in taken
    assert taken["days"] == 4


async def test_a_counselors_visit_is_gone_on_with_in_other_questions(
    editions: Editions, help_lines: HelpLines, tmp_path: Path
) -> None:
    saved = replace(read_summary(OF_A_COUNSELOR), client="K1")
    folder = tmp_path / "caseload"
    folder.mkdir()
    (folder / "visit.toml").write_bytes(to_toml(saved))
    app = CaseloadApp(folder, help_lines, "dark", editions)
    async with app.run_test(size=(80, 24)) as pilot:
        told = await notice_after(pilot, "ctrl+g")
    assert "set down by AB" in told
    assert "Its file stays as it is" in told
    assert app.next_visit is not None
    counselor = CounselorApp(
        editions.original.questionnaire,
        help_lines,
        folder,
        initials="AB",
        earlier=app.next_visit.earlier,
        continues=True,
    )
    assert not counselor.marks.ratings
    (agreed,) = counselor.marks.agreed
    assert agreed.rung == "intensive-outpatient"
    assert counselor.summarize(frozenset()).counselor is not None
