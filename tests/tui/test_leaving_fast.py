"""Leaving fast: in the same corner of every screen, by key, click and touch."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from screener import tui
from screener.catalog import Edition
from screener.language import ENGLISH
from screener.tui.caseload import NextVisit
from screener.tui.counselor import CounselorApp
from screener.tui.kiosk.still_there import StillThereScreen
from screener.tui.safe_app import SafeApp
from screener.tui.screens.help import HelpScreen
from screener.tui.screens.page import Page
from tests.looks.walks import WALKS, Size, Walk, stops
from tests.tui.reading import text_of

WORDS = {ENGLISH: "Ctrl+X leave fast", "es": "Ctrl+X salir rápido"}
LOOKS = [
    ((80, 24), ENGLISH),
    ((40, 16), ENGLISH),
    ((200, 60), ENGLISH),
    ((40, 16), "es"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_it_is_in_the_same_corner_of_every_screen_and_works_there(
    walk: Walk,
    size: Size,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left: list[SafeApp] = []
    monkeypatch.setattr(
        walk_app(walk), "action_quick_exit", lambda app: left.append(app)
    )
    width, height = size
    async for name, app in stops(walk, tmp_path, size=size, language=language):
        last = text_of(app).splitlines()[-1]
        assert last.endswith(WORDS[language]), (name, last)
        assert len(last) >= width - 4, (name, last)
        before = app.screen
        for x in (len(last) - 1, len(last) - len(WORDS[language])):
            await Pilot(app).click(offset=(x, height - 1))
            await Pilot(app).pause()
            assert left.pop() is app, (name, x)
        await Pilot(app).press("ctrl+x")  # even where a field would cut its text
        await Pilot(app).pause()
        assert left.pop() is app, name
        assert app.screen is before, name
        assert not left


def test_every_screen_has_the_foot_that_the_walks_come_by() -> None:
    for module in pkgutil.walk_packages(tui.__path__, "screener.tui."):
        importlib.import_module(module.name)
    ours = [
        screen for screen in classes(Screen) if screen.__module__.startswith("screener")
    ]
    assert len(ours) > 20
    for screen in {*ours} - {*Page.__mro__}:
        assert issubclass(screen, Page), screen
        assert screen.compose is Page.compose, screen


def classes(of: type[Any]) -> Iterator[type[Any]]:
    for subclass in of.__subclasses__():
        yield subclass
        yield from classes(subclass)


def walk_app(walk: Walk) -> type[SafeApp]:
    from screener.tui.kiosk import KioskVisit

    return KioskVisit if walk.name == "kiosk" else SafeApp


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_the_rest_of_the_foot_opens_the_help_lines(
    tmp_path: Path, size: Size
) -> None:
    async for name, app in stops(WALKS[0], tmp_path, size=size):
        if name == "question":
            await Pilot(app).click(offset=(3, size[1] - 1))
            await Pilot(app).pause()
            assert isinstance(app.screen, HelpScreen)
            break


def key(pilot: Pilot[None]) -> object:
    return pilot.press("ctrl+x")


def touch(pilot: Pilot[None]) -> object:
    width, height = pilot.app.size
    return pilot.click(offset=(width - 6, height - 1))


@pytest.mark.slow
@pytest.mark.parametrize("how", [key, touch])
async def test_it_acts_at_once_where_a_kiosk_asks_whether_somebody_is_there(
    tmp_path: Path, how: Callable[[Pilot[None]], object]
) -> None:
    async for name, app in stops(WALKS[-1], tmp_path):
        if name == "kiosk-still-there":
            assert isinstance(app.screen, StillThereScreen)
            await how(Pilot(app))  # type: ignore[misc]
            await Pilot(app).pause()
            assert app._exit
            break


def test_out_of_a_counselors_visit_it_does_not_lead_back_to_the_list_of_clients(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from screener.catalog import Editions, select
    from screener.tui.caseload import CaseloadApp

    ran: list[SafeApp] = []

    def run(app: SafeApp) -> int:
        ran.append(app)
        assert len(ran) < 3
        if isinstance(app, CaseloadApp):
            app.next_visit = NextVisit("K7-22")
        else:
            app.has_left_fast = True
        return 0

    monkeypatch.setattr(tui, "_run", run)
    editions = Editions(select(), "us")
    edition: Edition = editions.original
    assert tui.run_caseload(editions, edition, tmp_path, "dark", "AB") == 0
    assert isinstance(ran[-1], CounselorApp)
