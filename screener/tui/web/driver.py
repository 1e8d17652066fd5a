"""The driver of a visit in a browser: keys and sizes come from the server, in packets.

What Textual's own driver for browsers can do besides is left out here: it would send
files to the browser, and open addresses there.
"""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from textual.app import App
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.message import Message

from screener.tui.terminal.leaving import LOST, Leaver, leave
from screener.tui.terminal.typed_input import TypedInput


class BrowserDriver(WebDriver):
    """Reads anything, hands nothing over, and leaves when the server is gone."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Set up as Textual does, but for writing logs."""
        super().__init__(app, debug=False, mouse=mouse, size=size)
        self._typed = TypedInput(guarded=True)
        self._packets = ByteStream()

    def write(self, data: str) -> None:
        """Show something, unless nobody is there any more."""
        try:
            super().write(data)
        except OSError:
            self._leave()

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something, unless it is gone."""
        try:
            super().write_meta(data)
        except OSError:
            self._leave()

    def run_input_thread(self) -> None:
        """Read until the app leaves or the server is gone."""
        self._let_the_first_size_come_first()
        with suppress(OSError):
            for data in self._input_reader:
                for message in self._read(data) if data else self._typed.rest():
                    self.process_message(message)
        if not self.exit_event.is_set():
            self._leave()

    def _let_the_first_size_come_first(self) -> None:
        """Textual posts it beside the loop, where a newer one could overtake it."""
        turn = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop)
        with suppress(TimeoutError):
            turn.result(timeout=1.0)

    def _read(self, data: bytes) -> Iterator[Message]:
        for kind, payload in self._packets.feed(data):
            if kind == "D":
                yield from self._typed.take(payload)
            else:
                self._on_meta(kind, payload)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing in a browser that others use."""

    def deliver_binary(
        self, binary: BinaryIO | TextIO, *, save_path: Path, **how: Any
    ) -> None:
        """Leave no file in a browser that others use."""
        binary.close()

    def _leave(self) -> None:
        leave(cast(Leaver, self._app), self._loop, LOST)
