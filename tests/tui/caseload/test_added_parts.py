"""Going on with a visit that has added instruments: they are asked on, too."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog import Editions, questions_folder, select
from screener.model import HelpLines
from screener.summary import AnswerState, Summary, to_toml
from screener.tui.caseload import CaseloadApp
from screener.tui.counselor import CounselorApp
from screener.tui.screens.notice import NoticeScreen
from tests.cli.test_added_parts import visit
from tests.tui.caseload.test_caseload_app import to_client
from tests.tui.reading import text_of
from tests.tui.walking import until


def app_on(folder: Path, summary: Summary, help_lines: HelpLines) -> CaseloadApp:
    (folder / "visit.toml").write_bytes(to_toml(summary))
    return CaseloadApp(folder, help_lines, "dark", Editions(select(), "us"))


async def test_a_visit_is_gone_on_with_in_its_own_questions(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    app = app_on(tmp_path, visit(["gad-7", "phq-9"], "K1"), help_lines)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: app.next_visit is not None)
    held = app.next_visit
    assert held is not None
    assert held.editions is not None
    assert held.earlier is not None
    asked = held.editions.original.questionnaire
    counselor = CounselorApp(
        asked, help_lines, tmp_path, earlier=held.earlier, continues=True
    )
    instrument = select("phq-9").load().items.keys()
    assert len(instrument & counselor.interview.answers.keys()) >= 9


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_a_visit_with_a_part_that_is_not_here_stays_as_it_is(
    tmp_path: Path, help_lines: HelpLines, size: tuple[int, int]
) -> None:
    made = visit(["phq-9"], "K1")
    origin = replace(made.questionnaire, id="level-of-care.pcl-5")
    app = app_on(tmp_path, replace(made, questionnaire=origin), help_lines)
    async with app.run_test(size=size) as pilot:
        await to_client(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, NoticeScreen))
        await pilot.pause()
        shown = " ".join(text_of(app).split())
        assert "level-of-care.pcl-5" in shown
        assert "Its file stays as it is" in shown
        assert app.next_visit is None


async def test_answers_that_do_not_fit_any_more_are_named(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    made = visit(["phq-9"], "K1")
    line = next(one for one in made.answers if one.state is AnswerState.GIVEN)
    gone = replace(line, code=("no-such-option",))
    answers = (gone if one is line else one for one in made.answers)
    changed = replace(made, answers=tuple(answers))
    app = app_on(tmp_path, changed, help_lines)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, NoticeScreen))
        await pilot.pause()
        assert line.short in " ".join(text_of(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: app.next_visit is not None)


@pytest.mark.slow
async def test_a_part_in_a_folder_of_ones_own_is_found(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    own, folder = tmp_path / "mine", tmp_path / "caseload"
    shutil.copytree(questions_folder() / "phq-9", own / "mood-9")
    head = own / "mood-9" / "questionnaire.toml"
    head.write_text(head.read_text().replace('id = "phq-9"', 'id = "mood-9"', 1))
    folder.mkdir()
    made = visit([str(own / "mood-9")], "K1")
    assert made.questionnaire.id == "level-of-care.mood-9"
    (folder / "visit.toml").write_bytes(to_toml(made))
    editions = Editions(select(), "us", more=[own])
    app = CaseloadApp(folder, help_lines, "dark", editions)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_client(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: app.next_visit is not None)
