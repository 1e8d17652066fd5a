"""What a person takes from a kiosk: only in the ways that the clinic allows."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screener.catalog import Editions, select
from screener.kiosk import FileHandOff, HandOff, KioskSettings
from screener.model import HelpLines, Questionnaire
from screener.summary import read_summary
from screener.tui.kiosk.visit import KioskVisit
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.leaving import LeavingScreen
from screener.tui.screens.phone import PhoneScreen
from screener.tui.screens.question_words import why_words
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.urgent import UrgentScreen
from tests.summary.test_printing import REFUSES, TAKES, install, lp
from tests.tui.buttons import buttons, click
from tests.tui.kiosk.building import kiosk
from tests.tui.kiosk.test_visit import to_the_result
from tests.tui.reading import text_of
from tests.tui.walking import start, until

__all__ = ["lp"]


def visit(core: Questionnaire, help_lines: HelpLines, ways: HandOff) -> KioskVisit:
    return kiosk(core, help_lines, KioskSettings(hand_off=ways)).app


async def to_the_ways(pilot: Pilot[None], app: KioskVisit) -> None:
    await to_the_result(pilot, app)
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(app.screen, KeepScreen)


@pytest.mark.slow
async def test_unless_a_place_is_named_there_is_no_file(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    app = visit(core, help_lines, HandOff(qr_code=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_result(pilot, app)
        assert "Keep" not in text_of(app)
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        assert "Keep" not in text_of(app)
        assert "Nothing is saved on this computer" in text_of(app)
        assert not app.screen.query(Input)
        assert not {*buttons(app)} & {"save", "print", "show-to-phone"}
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, LeavingScreen)


@pytest.mark.slow
async def test_a_file_is_saved_for_whom_the_screen_names_and_no_path_is_shown(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    file = FileHandOff(folder=tmp_path, read_by="the intake team")
    app = visit(core, help_lines, HandOff(file=file))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_ways(pilot, app)
        assert "can be read by the intake team" in text_of(app)
        assert str(tmp_path) not in text_of(app)
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        assert "saved for the intake team" in text_of(app)
        assert str(tmp_path) not in text_of(app).replace("\n", "")
    (saved,) = tmp_path.glob("*.toml")
    assert read_summary(saved).ladder("level-of-care").rung == "none"


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 16), (80, 24)])
async def test_a_folder_that_is_gone_is_not_made_again_and_its_path_not_shown(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = tmp_path / "intake"
    file = FileHandOff(folder=folder, read_by="the intake team")
    app = visit(core, help_lines, HandOff(file=file))
    async with app.run_test(size=size) as pilot:
        await to_the_ways(pilot, app)
        await click(pilot, "save")
        await until(pilot, lambda: "It was not saved" in text_of(app))
        assert isinstance(app.screen, KeepScreen)
        assert "please tell a staff member" in " ".join(text_of(app).split())
        assert "intake" not in text_of(app).replace("the intake team", "")
        assert not folder.exists()
        folder.write_text("")
        await click(pilot, "save")
        await until(pilot, lambda: "A file stands" in text_of(app))
        assert "/" not in text_of(app)
        folder.unlink()
        folder.mkdir()
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert len([*folder.glob("*.toml")]) == 1


@pytest.mark.slow
async def test_the_code_is_a_way_of_its_own(
    core: Questionnaire, help_lines: HelpLines
) -> None:
    app = visit(core, help_lines, HandOff())
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_ways(pilot, app)
        await click(pilot, "show-to-phone")
        await pilot.pause()
        assert isinstance(app.screen, PhoneScreen)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, GoodbyeScreen)
        assert "Your phone has the words" in text_of(app)


@pytest.mark.slow
async def test_it_is_printed_on_the_clinics_printer(
    core: Questionnaire,
    help_lines: HelpLines,
    lp: Path,
    tmp_path: Path,
) -> None:
    install(lp, TAKES)
    app = visit(core, help_lines, HandOff(print=True, printer="desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_ways(pilot, app)
        await click(pilot, "print")
        await until(pilot, lambda: "on its way" in text_of(app))
        await pilot.press("f8")
        await pilot.pause()
        assert "at the printer" in text_of(app)
    assert "desk" in (tmp_path / "arguments").read_text()


@pytest.mark.slow
async def test_a_printer_that_refuses_is_told_and_the_visit_goes_on(
    core: Questionnaire, help_lines: HelpLines, lp: Path
) -> None:
    install(lp, REFUSES)
    app = visit(core, help_lines, HandOff(print=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_ways(pilot, app)
        await click(pilot, "print")
        await until(pilot, lambda: "It was not printed" in text_of(app))
        assert isinstance(app.screen, KeepScreen)
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, LeavingScreen)


@pytest.mark.slow
@pytest.mark.usefixtures("lp")
async def test_without_a_printing_system_there_is_no_button(
    core: Questionnaire, help_lines: HelpLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    app = visit(core, help_lines, HandOff(print=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_ways(pilot, app)
        assert "print" not in buttons(app)


@pytest.mark.slow
@pytest.mark.parametrize("keeps", [False, True])
async def test_what_to_do_now_names_a_summary_only_where_one_can_be_kept(
    core: Questionnaire, help_lines: HelpLines, keeps: bool
) -> None:
    app = visit(core, help_lines, HandOff(qr_code=keeps))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await start(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, UrgentScreen)
        assert ("summary" in text_of(app)) is keeps


@pytest.mark.slow
@pytest.mark.parametrize("file", [None, "intake"])
async def test_nobody_is_told_to_bring_a_summary_that_they_have_not(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, file: str | None
) -> None:
    place = FileHandOff(folder=tmp_path, read_by="the team") if file else None
    app = visit(core, help_lines, HandOff(qr_code=False, file=place))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_ways(pilot, app)
        if file:
            await click(pilot, "save")
        else:
            await pilot.press("f8")
            await pilot.pause()
            await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        assert "ummary" not in text_of(app)
        assert "Tell what you remember" in text_of(app)


@pytest.mark.slow
@pytest.mark.parametrize("keeps", [False, True])
async def test_no_screen_speaks_of_keeping_where_nothing_can_be_kept(
    core: Questionnaire, help_lines: HelpLines, keeps: bool
) -> None:
    app = visit(core, help_lines, HandOff(qr_code=keeps))
    texts: dict[str, str] = {}
    async with app.run_test(size=(200, 60)) as pilot:

        async def read(screen: str, *keys: str) -> None:
            await pilot.press(*keys)
            await pilot.pause()
            texts[screen] = text_of(app).lower()

        await pilot.pause()
        await read("welcome", "enter")
        await start(pilot)
        await read("why", "?")
        await read("urgent", "1", "enter")
        assert isinstance(app.screen, UrgentScreen)
        await read("leaving", "ctrl+q")
        assert isinstance(app.screen, LeavingScreen)
        await read("urgent again", "enter")
        await read("result", "2")
        await until(pilot, lambda: isinstance(app.screen, ResultScreen))
        assert isinstance(app.screen, ResultScreen)
        result = "\n".join(line.text for line in app.screen._brings())
        texts["result"] = f"{text_of(app).lower()}\n{result.lower()}"
        assert "what to bring" in texts["result"] or keeps
    keeping = ("summary", "save it", "without saving", "keep it")
    speak_of_it = {
        screen
        for screen, words in texts.items()
        if any(word in words for word in keeping)
    }
    expected = {"welcome", "why", "urgent", "leaving", "urgent again", "result"}
    assert speak_of_it == (expected if keeps else set())


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_reason_for_a_question_speaks_of_a_summary_where_none_is_kept(
    language: str,
) -> None:
    asked = Editions(select(), "us").edition(language).questionnaire
    for item in asked.item:
        told = why_words(asked, item, keeps=False).lower()
        assert "summary" not in told
        assert "resumen" not in told
