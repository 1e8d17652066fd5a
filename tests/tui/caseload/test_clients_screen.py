"""The list of clients while it is read, when it is empty, and at every width."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

import screener.tui.caseload.clients_screen as clients_screen
from screener.caseload import Progress, read_caseload
from screener.caseload.entry import Entry
from screener.catalog import Editions, select
from screener.language import speak
from screener.model import HelpLines
from screener.tui.caseload import CaseloadApp
from screener.tui.caseload.clients_screen import ClientsScreen
from screener.tui.caseload.code import CodeScreen
from screener.tui.widgets.fitted_table import Column, broken_words, fitted_widths
from tests.caseload.cases import fill
from tests.tui.buttons import buttons, said
from tests.tui.reading import text_of
from tests.tui.walking import until

SIZES = [(80, 24), (60, 20), (40, 16), (200, 60)]
EMPTY = "There is no visit here yet"


def waiting_for(
    event: threading.Event,
) -> Callable[[Path, Progress], tuple[Entry, ...]]:
    """Return a reader of folders as slow as a bad network."""

    def read(folder: Path, progress: Progress) -> tuple[Entry, ...]:
        event.wait(30)
        return read_caseload(folder, progress)

    return read


async def to_list(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: bool(pilot.app.screen.query_one(DataTable).row_count))


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_caseload_says_how_a_client_gets_there(
    tmp_path: Path, help_lines: HelpLines, size: tuple[int, int]
) -> None:
    app = CaseloadApp(tmp_path, help_lines, "dark")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: EMPTY in text_of(app))
        assert "0 of 0" not in text_of(app)
        assert {*buttons(app)} == {"new", "leave", "show-help"}
        await pilot.press("ctrl+t", "enter", "ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, CodeScreen))


async def test_a_cry_for_help_in_a_field_of_the_caseload_gets_help(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    fill(tmp_path, 2)
    app = CaseloadApp(tmp_path, help_lines, "dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_list(pilot)
        await pilot.press("slash")
        app.screen.query_one(Input).value = "i want to die"
        await until(pilot, lambda: "988" in text_of(app))
        app.screen.query_one(Input).value = ""
        await pilot.press("enter", "ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, CodeScreen))
        app.screen.query_one(Input).value = "i want to die"
        await pilot.press("enter")
        await until(pilot, lambda: "988" in text_of(app))
        assert isinstance(app.screen, CodeScreen)


async def test_words_that_nobody_fits_are_no_empty_caseload(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    fill(tmp_path, 3, clients=2)
    app = CaseloadApp(tmp_path, help_lines, "dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_list(pilot)
        await pilot.press("slash", *"xyz")
        await until(pilot, lambda: "Nobody here fits" in text_of(app))
        assert EMPTY not in text_of(app)
        await pilot.press(*["backspace"] * 3)
        await to_list(pilot)


async def test_while_it_is_read_no_key_makes_it_seem_empty(
    tmp_path: Path, help_lines: HelpLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 3, clients=2)
    go_on = threading.Event()
    monkeypatch.setattr(clients_screen, "read_caseload", waiting_for(go_on))
    app = CaseloadApp(tmp_path, help_lines, "dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Reading the folder" in text_of(app))
        await pilot.press("ctrl+t", "ctrl+t", "slash", "k", "enter")
        await pilot.pause()
        assert EMPTY not in text_of(app)
        assert "Reading the folder" in text_of(app)
        go_on.set()
        await to_list(pilot)


async def test_a_change_of_language_while_it_is_read_reads_on(
    tmp_path: Path, help_lines: HelpLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 3, clients=2)
    go_on = threading.Event()
    monkeypatch.setattr(clients_screen, "read_caseload", waiting_for(go_on))
    app = CaseloadApp(tmp_path, help_lines, "dark", Editions(select(), "us"))
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: "Reading the folder" in text_of(app))
            app.action_next_language()
            await until(pilot, lambda: "Leyendo la carpeta" in text_of(app))
            go_on.set()
            await to_list(pilot)
            await pilot.pause()
            shown = text_of(app)
        assert "por última visita" in " ".join(shown.split())
        assert "stopped" not in shown
    finally:
        go_on.set()
        speak("en")


@pytest.mark.slow
async def test_a_fault_while_reading_ends_in_the_apology_and_never_in_waiting(
    tmp_path: Path, help_lines: HelpLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(folder: Path, progress: Progress) -> tuple[Entry, ...]:
        raise RuntimeError("a fault of the program")

    monkeypatch.setattr(clients_screen, "read_caseload", broken)
    app = CaseloadApp(tmp_path, help_lines, "dark")
    with pytest.raises(RuntimeError, match="a fault"):
        async with app.run_test(size=(80, 24)):
            await asyncio.sleep(10)


@pytest.mark.many_cases
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
async def test_no_word_of_a_level_is_cut(
    tmp_path: Path, help_lines: HelpLines, size: tuple[int, int], language: str
) -> None:
    fill(tmp_path, 3, clients=1)
    speak(language)
    try:
        app = CaseloadApp(tmp_path, help_lines, "dark")
        async with app.run_test(size=size) as pilot:
            await to_list(pilot)
            await pilot.pause()
            table = app.screen.query_one(DataTable)
            assert table.virtual_size.width <= table.size.width
            row = table.get_row_at(0)
            screen = app.screen
            assert isinstance(screen, ClientsScreen)
            last = screen._shown[0].last
        told = " ".join(" ".join(cell.plain.split()) for cell in row)
        assert last.level in told
        assert last.soon in told
    finally:
        speak("en")


@pytest.mark.parametrize("room", range(10, 90, 3))
def test_columns_fit_the_room_and_keep_every_letter(room: int) -> None:
    columns = [
        Column("Client", ["K1", "K2-with-a-long-code"], 20),
        Column("Level", ["Intensive outpatient program (IOP)", ""]),
        Column("Look at", ["urgent, open safety", "\u65e5\u672c\u8a9e " * 9], 24),
    ]
    widths = fitted_widths(columns, room)
    assert sum(widths) <= room
    for column, width in zip(columns, widths, strict=True):
        for cell in column.cells:
            broken = broken_words(cell, width)
            assert "".join(broken.split()) == "".join(cell.split())


async def test_in_spanish_its_words_say_one_thing_each(
    tmp_path: Path, help_lines: HelpLines
) -> None:
    fill(tmp_path, 3, clients=1)
    speak("es")
    try:
        app = CaseloadApp(tmp_path, help_lines, "dark")
        async with app.run_test(size=(40, 16)) as pilot:
            await to_list(pilot)
            assert "urgente ..." in text_of(app)
            await pilot.press("ctrl+t", "ctrl+t", "ctrl+t")
            await until(pilot, lambda: "por urgencia" in text_of(app))
            assert "por qué" not in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: "follow-up" in buttons(app))
            words, _ = said(app)["follow-up"]
            assert "Seguimiento" in words
    finally:
        speak("en")
