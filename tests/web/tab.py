"""A tab of a real browser, and what its terminal shows."""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pyte
import pytest
from playwright.sync_api import BrowserContext, Page, WebSocket

from screener.tui.reading_pause import PAUSE
from tests.terminal import NOT_FOR_PYTE

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None,
    reason="needs Chromium: `chromium` on the path, or where $CHROMIUM points",
)

PICTURES = os.environ.get("BROWSER_PICTURES")
"""A folder for pictures of the pages, to look at them."""

PATIENCE = 20.0
"""Seconds to wait for what a page should show: other tests run beside this one."""

AIMING = 60
"""Milliseconds that nobody is faster than, from seeing a thing to clicking it."""

PORTRAIT, LANDSCAPE, DESKTOP = (768, 1024), (1024, 768), (1440, 900)


class Tab:
    """One visitor's tab. What it shows is read from what the server sends it."""

    def __init__(self, context: BrowserContext, url: str, *, touch: bool) -> None:
        """Open the page."""
        self._touch = touch
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self.asked: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("websocket", self._watch)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(url)

    def _watch(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._take)
        socket.on("framesent", self._resize)

    def _take(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(NOT_FOR_PYTE.sub(b"", frame))

    def _resize(self, frame: str | bytes) -> None:
        if isinstance(frame, str) and frame.startswith('["resize"'):
            size = json.loads(frame)[1]
            self.screen.resize(size["height"], size["width"])

    def shown(self) -> str:
        """What stands in the terminal."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def shows(self, words: str) -> bool:
        """Whether the terminal shows this, however its lines are broken."""
        return " ".join(words.split()) in " ".join(self.shown().split())

    def until(self, words: str) -> None:
        """Wait until the terminal shows this."""
        self.until_any(words)

    def until_any(self, *words: str) -> None:
        """Wait until the terminal shows one of these."""
        self._wait_for(lambda: any(map(self.shows, words)), f"none of {words}")

    def until_read(self, words: str) -> None:
        """Wait until the terminal shows a page, and until its reading pause is over."""
        self.until(words)
        self.page.wait_for_timeout(1000 * PAUSE + AIMING)

    def insist(self, act: Callable[[], object], words: str) -> None:
        """Do something until the terminal shows this.

        A screen that was drawn just now may not take keys yet; people are slower.
        """
        for _ in range(round(PATIENCE)):
            act()
            end = time.monotonic() + 1.5
            while time.monotonic() < end and not self.shows(words):
                self.page.wait_for_timeout(20)
            if self.shows(words):
                return
        raise AssertionError(f"no {words!r} in:\n{self.shown()}")

    def until_gone(self, words: str) -> None:
        """Wait until the terminal does not show this any more."""
        self._wait_for(lambda: not self.shows(words), f"still {words!r}")

    def _wait_for(self, holds: Callable[[], bool], else_: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{else_} in:\n{self.shown()}"
            self.page.wait_for_timeout(20)

    def press(self, *keys: str) -> None:
        """Press keys, as Playwright names them."""
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, words: str) -> None:
        """Click the last place where the terminal shows this; touch it, on a tablet."""
        self.page.wait_for_timeout(AIMING)
        column, row = self._place_of(words)
        area = self.page.locator(".xterm-screen").bounding_box()
        assert area is not None
        cell = area["width"] / self.screen.columns, area["height"] / self.screen.lines
        x = area["x"] + (column + len(words) / 2) * cell[0]
        y = area["y"] + (row + 0.5) * cell[1]
        if self._touch:
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def is_highlighted(self, words: str) -> bool:
        """Return whether the last place with these words has the focus."""
        column, row = self._place_of(words)
        return bool(self.screen.buffer[row][column].reverse)

    def _place_of(self, words: str) -> tuple[int, int]:
        """Return the column and row of the last place with these words."""
        lines = [*enumerate(self.screen.display)]
        row, line = next((row, line) for row, line in lines[::-1] if words in line)
        return line.index(words), row

    def picture(self, name: str) -> None:
        """Draw the page, where pictures are wanted."""
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{PICTURES}/{name}.png")
