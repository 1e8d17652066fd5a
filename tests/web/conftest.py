"""A browser for the tests of a module, and a way to open tabs in it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.web.tab import CHROMIUM, Tab

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave a real browser to `make browsers`: beside other tests it runs late."""
    if "BROWSERS" not in os.environ:
        for item in items:
            if item.path.parent == _HERE:
                item.add_marker(pytest.mark.skip(reason="run by: make browsers"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's, without a screen.

    Not longer than for a module: while Playwright runs, no test can be asynchronous.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


OpenTab = Callable[..., Tab]


@pytest.fixture
def open_tab(chromium: Browser) -> Iterator[OpenTab]:
    """Open tabs of people who know nothing of each other."""
    contexts: list[BrowserContext] = []

    def open_one(url: str, size: tuple[int, int], *, touch: bool = False) -> Tab:
        width, height = size
        contexts.append(
            chromium.new_context(
                viewport={"width": width, "height": height}, has_touch=touch
            )
        )
        return Tab(contexts[-1], url, touch=touch)

    yield open_one
    for context in contexts:
        context.close()
