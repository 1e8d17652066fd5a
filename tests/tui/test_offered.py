"""What a screen does not offer cannot be had there: not by key, click or binding."""

import itertools
import string
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screener.kiosk import FileHandOff, HandOff, KioskSettings
from screener.model import HelpLines, Questionnaire
from screener.summary import PrintJob
from screener.tui import keys
from screener.tui.safe_app import SafeApp
from screener.tui.screens.begun import Begun, begun_on
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.page import Page
from screener.tui.screens.phone import PhoneScreen
from screener.tui.widgets import Actions
from tests.looks.walks import WALKS, Size, Walk, stops
from tests.summary.test_printing import TAKES, install, lp
from tests.tui.buttons import buttons, click
from tests.tui.kiosk.building import kiosk
from tests.tui.kiosk.test_visit import to_the_result

__all__ = ["lp"]

AT_THE_FOOT = {"h"}
"""Named by the foot of every screen."""

ALWAYS = {"show_help", "next_theme"}
"""What any screen may do by a key of its own, beside its buttons."""


def printed(app: SafeApp) -> set[str]:
    """The keys that the screen names."""
    offered = [action for row in app.screen.query(Actions) for action in row.offered]
    return {action.key for action in offered} | AT_THE_FOOT


def begun_on_it(app: SafeApp) -> Begun:
    """Return what was begun on the screen, without the scroll position."""
    return begun_on(app.screen)._replace(scrolled=0)


@pytest.mark.slow
@pytest.mark.many_cases
@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_a_letter_that_no_screen_names_does_nothing(
    walk: Walk, size: Size, tmp_path: Path
) -> None:
    async for name, app in stops(walk, tmp_path, size=size):
        screen, begun = app.screen, begun_on_it(app)
        if isinstance(screen.focused, Input | TextArea) or name == "kiosk-still-there":
            continue
        letters = {*string.ascii_lowercase} - printed(app)
        pilot = Pilot(app)
        await pilot.press(*sorted(letters), "enter")
        await pilot.pause()
        assert app.screen is screen, name
        assert begun_on_it(app) == begun, name


@pytest.mark.many_cases
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_every_key_of_a_screen_stands_for_what_it_offers(
    walk: Walk, tmp_path: Path
) -> None:
    async for name, app in stops(walk, tmp_path):
        page = app.screen
        assert isinstance(page, Page)
        offered = {
            action.action for row in page.query(Actions) for action in row.offered
        }
        for key, binding in page._bindings:
            action = binding.action.removeprefix("app.").removeprefix("screen.")
            bare = action.partition("(")[0]
            if binding.action in offered or bare in page.MOVES | ALWAYS:
                continue
            assert not page.check_action(bare, ()), (name, key, binding.action)


WAYS = [
    HandOff(print=prints, qr_code=code, file=file, printer="desk")
    for prints, code, file in itertools.product(
        (False, True),
        (False, True),
        (None, FileHandOff(folder=Path("intake"), read_by="the team")),
    )
]


@pytest.mark.many_cases
@pytest.mark.parametrize("ways", WAYS, ids=str)
async def test_a_kiosk_hands_over_in_no_way_that_is_switched_off(
    core: Questionnaire,
    help_lines: HelpLines,
    lp: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ways: HandOff,
) -> None:
    monkeypatch.chdir(tmp_path)
    install(lp, TAKES)
    app = kiosk(core, help_lines, KioskSettings(hand_off=ways)).app
    off = {"print": not ways.print, "show-to-phone": not ways.qr_code}
    off |= {"save": ways.file is None, "lock": True}
    printed_pages: list[PrintJob] = []
    monkeypatch.setattr(PrintJob, "send", lambda job: printed_pages.append(job))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_result(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        keep = app.screen
        assert isinstance(keep, KeepScreen)
        assert {*off} & {*buttons(app)} == {
            way for way, is_off in off.items() if not is_off
        }
        for way, is_off in off.items():
            if is_off:
                await keep.run_action(way.replace("-", "_"))
                with pytest.raises(LookupError):
                    await click(pilot, way)
        for key in {*string.ascii_lowercase} - printed(app):
            await pilot.press(key)
        await pilot.pause()
        assert app.screen is keep
        assert not any(isinstance(one, PhoneScreen) for one in app.screen_stack)
    assert not printed_pages
    assert not [*tmp_path.glob("intake*")]


def test_the_page_on_keys_names_every_key_and_no_other() -> None:
    page = Path("docs/keys.md").read_text(encoding="utf-8")
    rows = [row.split("|")[1] for row in page.splitlines() if row.startswith("| ")]
    explained = {key.strip(" `") for row in rows for key in row.split(",")}
    plain = {"Tab", "Shift+Tab", "digits", "arrows", "left arrow", "Backspace", "key"}
    every = [value for name, value in vars(keys).items() if name[0].isupper()]
    named = {key.replace("^", "Ctrl+") for key in every}
    assert explained - plain - {"---", "Ctrl+X"} == named
