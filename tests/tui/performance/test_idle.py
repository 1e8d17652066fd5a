"""What can wait waits for a quiet moment, and what is gone leaves nothing behind."""

import gc
from collections.abc import Iterable, Iterator

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from screener.tui.app import ScreenerApp
from screener.tui.performance.idle import QUIET, IdleQueue
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action

A_SECRET = "only said to this screen"
ANOTHER_SECRET = "only said to this page"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Leave the garbage of other tests to the settings they run with."""
    before = gc.get_threshold()
    was_enabled = gc.isenabled()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    (gc.enable if was_enabled else gc.disable)()


class Secret(Screen[None]):
    def compose(self) -> Iterator[Static]:
        yield Static(A_SECRET)


def lines_with(words: str) -> int:
    gc.unfreeze()
    gc.collect()
    lines = [one for one in gc.get_objects() if isinstance(one, Strip)]
    return sum(words in line.text for line in lines)


@pytest.mark.slow
async def test_what_a_screen_showed_goes_with_it() -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        quiet = IdleQueue(app)
        await app.push_screen(Secret())
        await pilot.pause()
        assert lines_with(A_SECRET)
        await app.pop_screen()
        await pilot.pause()
        quiet.look_at_all()
        assert not lines_with(A_SECRET)


class SecretPage(Page[None]):
    def compose_body(self) -> ComposeResult:
        yield words(ANOTHER_SECRET)

    def actions(self) -> Iterable[Action]:
        return ()


@pytest.mark.slow
async def test_a_screen_that_was_left_keeps_no_lines_and_comes_back_the_same(
    app: ScreenerApp,
) -> None:
    async with app.run_test() as pilot:
        page = SecretPage(app.help_lines)
        app.install_screen(page, "kept")
        await app.push_screen(page)
        await pilot.pause()
        before = app.export_screenshot()
        page.let_go_of_lines()  # it is shown, and stays as it is
        assert lines_with(ANOTHER_SECRET)
        page.decide(None)
        await pilot.pause()
        assert lines_with(ANOTHER_SECRET)
        page.let_go_of_lines()
        assert not lines_with(ANOTHER_SECRET)
        page.open_again()
        await app.push_screen(page)
        await pilot.pause()
        assert app.export_screenshot() == before


async def test_a_job_waits_for_keys_to_pause_and_is_done_once() -> None:
    app = App[None]()
    done: list[str] = []
    async with app.run_test() as pilot:
        quiet = IdleQueue(app)
        quiet.do(lambda: done.append("first"))
        for _ in range(4):
            await pilot.pause(QUIET / 2)
            quiet.wait()
        assert not done
        quiet.do(lambda: done.append("second"))
        await pilot.pause(3 * QUIET)
        assert done == ["first", "second"]


@pytest.mark.slow
async def test_what_is_kept_is_looked_at_no_more_until_it_is_asked_for() -> None:
    app = App[None]()
    async with app.run_test():
        quiet = IdleQueue(app)
        ring: list[object] = [Screen()]
        ring.append(ring)
        kept = id(ring[0])
        quiet.keep_what_is()
        del ring
        quiet.keep_what_is()
        assert kept not in {id(one) for one in gc.get_objects()}
        gc.unfreeze()
        assert kept in {id(one) for one in gc.get_objects()}
        quiet.look_at_all()
        gc.unfreeze()
        assert kept not in {id(one) for one in gc.get_objects()}
