"""However a visit ends, its process ends with it, and the page holds nothing of it."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.web.conftest import OpenTab
from tests.web.served import SMALL_ONES, Served, is_running, wait_for
from tests.web.tab import DESKTOP, PORTRAIT, Tab, needs_chromium

pytestmark = needs_chromium

SOON = 2.0
"""Seconds after which nothing of a visit may be there."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served"), SMALL_ONES) as one:
        yield one


@pytest.fixture
def doomed(tmp_path: Path) -> Iterator[Served]:
    """A server that a test may end."""
    with Served(tmp_path, SMALL_ONES) as one:
        yield one


@pytest.fixture(autouse=True)
def _alone(served: Served) -> None:
    """Nobody is left from the test before."""
    served.until(visits=0)


def at_a_question(open_tab: OpenTab, served: Served, *, touch: bool = False) -> Tab:
    """A tab in which somebody has begun to answer."""
    tab = open_tab(served.url, PORTRAIT if touch else DESKTOP, touch=touch)
    tab.until("You do not give your name")
    tab.press("Enter")
    tab.until("you can skip any")
    tab.press("Enter")
    tab.until("Who are the answers about?")
    tab.press("1", "Enter")
    tab.until("Section 1")
    return tab


def crash(tab: Tab) -> None:
    with suppress(Error):
        tab.page.goto("chrome://crash", timeout=2000)


@pytest.mark.parametrize(
    "leave",
    [
        lambda tab: tab.page.close(),
        lambda tab: tab.page.reload(),
        lambda tab: tab.page.goto("about:blank"),
        crash,
    ],
    ids=["closed", "reloaded", "gone elsewhere", "crashed"],
)
def test_a_visit_ends_with_its_tab(
    served: Served, open_tab: OpenTab, leave: Callable[[Tab], None]
) -> None:
    tab = at_a_question(open_tab, served)
    (visit,) = served.visits()
    leave(tab)
    wait_for(lambda: not is_running(visit), SOON)


@pytest.mark.parametrize(
    "leave",
    [
        lambda tab: tab.press("Control+x"),
        lambda tab: tab.page.get_by_text("Leave fast").click(),
    ],
    ids=["Ctrl+X", "the button"],
)
def test_leaving_fast_clears_the_page_whatever_the_server_does(
    served: Served, open_tab: OpenTab, leave: Callable[[Tab], None]
) -> None:
    tab = at_a_question(open_tab, served)
    (visit,) = served.visits()
    os.kill(served.pid, signal.SIGSTOP)
    try:
        leave(tab)
        assert tab.page.locator("#terminal").count() == 0
        assert tab.page.get_by_text("This visit is over").is_visible()
    finally:
        os.kill(served.pid, signal.SIGCONT)
    tab.page.wait_for_url(f"{served.url}over")
    wait_for(lambda: not is_running(visit), SOON)


@pytest.mark.parametrize("touch", [False, True], ids=["click", "touch"])
def test_the_corner_of_the_screen_leaves_fast_too(
    served: Served, open_tab: OpenTab, *, touch: bool
) -> None:
    tab = at_a_question(open_tab, served, touch=touch)
    (visit,) = served.visits()
    tab.click("Ctrl+X")
    wait_for(lambda: not is_running(visit), SOON)
    tab.page.wait_for_url(f"{served.url}over")
    assert tab.page.locator("#terminal").count() == 0


def test_nobody_is_left_when_the_server_is_killed(
    doomed: Served, open_tab: OpenTab
) -> None:
    tab = at_a_question(open_tab, doomed)
    (visit,) = doomed.visits()
    doomed.stop(signal.SIGKILL)
    wait_for(lambda: not is_running(visit), SOON)
    tab.page.get_by_text("This page has lost its connection").wait_for()
    assert tab.page.locator("#terminal").count() == 0
    assert tab.page.get_by_text("call or text 988").is_visible()
    tab.picture("lost")


def test_a_server_that_is_told_to_stop_ends_all_visits(
    doomed: Served, open_tab: OpenTab
) -> None:
    tab = at_a_question(open_tab, doomed)
    (visit,) = doomed.visits()
    code, _, problems = doomed.stop()
    assert (code, problems) == (0, "")
    assert not is_running(visit)
    tab.page.get_by_text("This page has lost its connection").wait_for()


def test_a_visit_that_breaks_says_sorry_and_whom_to_call(
    served: Served, open_tab: OpenTab
) -> None:
    tab = at_a_question(open_tab, served)
    (visit,) = served.visits()
    os.kill(visit, signal.SIGKILL)
    tab.page.wait_for_url(f"{served.url}broke")
    assert tab.page.get_by_text("call 911").is_visible()
    tab.picture("broke")


def test_back_brings_no_answers_back(served: Served, open_tab: OpenTab) -> None:
    tab = at_a_question(open_tab, served)
    tab.page.goto("about:blank")
    tab.page.go_back()
    tab.until("You do not give your name")


def test_a_swipe_scrolls(served: Served, open_tab: OpenTab) -> None:
    tab = at_a_question(open_tab, served, touch=True)
    tab.page.set_viewport_size({"width": 400, "height": 420})
    tab.press("h")
    tab.until("People who can help")
    tab.until("When a life is in danger.")
    touch = tab.page.context.new_cdp_session(tab.page)
    for kind, heights in (
        ("touchStart", [200]),
        ("touchMove", range(190, 10, -10)),
        ("touchEnd", [None]),
    ):
        for y in heights:
            points = [{"x": 200, "y": y}] if y else []
            touch.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
            )
    tab.until_gone("When a life is in danger.")


def test_a_keyboard_covers_nothing_until_it_is_wanted(
    served: Served, open_tab: OpenTab
) -> None:
    tab = at_a_question(open_tab, served, touch=True)
    mode = "document.activeElement.inputMode"
    assert tab.page.evaluate(mode) == "none"
    tab.page.get_by_text("Keyboard").tap()
    assert tab.page.evaluate(mode) == "text"
