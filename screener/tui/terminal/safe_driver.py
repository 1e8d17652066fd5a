"""A driver that no byte and no lost terminal can break.

It leans on private parts of Textual, so `pyproject.toml` names the exact release, and
`tests/tui/terminal/` fails where another one behaves differently.
"""

import os
import selectors
import signal
from typing import ClassVar, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from screener import splash
from screener.tui.terminal.leaving import LOST, Leaver, leave
from screener.tui.terminal.typed_input import TypedInput

_REST = 0.05
"""Seconds without input, after which nothing more belongs to what was sent."""


class SafeDriver(LinuxDriver):
    """Reads anything, is not suspended, and leaves when the terminal is gone."""

    GUARDED: ClassVar[bool] = False
    """Whether strangers type: pastes and floods are thrown away."""

    def __init__(
        self,
        app: App[None],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Set up as Textual does, but for being suspended and for writing logs."""
        super().__init__(app, debug=False, mouse=mouse, size=size)
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)

    def start_application_mode(self) -> None:
        """Paint over the first words."""
        splash.release()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Read until the app leaves or the terminal is gone."""
        typed = TypedInput(guarded=self.GUARDED)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(_REST):
                    messages = typed.rest()
                elif data := self._read():
                    messages = typed.take(data)
                else:
                    leave(cast(Leaver, self._app), self._loop, LOST)
                    return
                for message in messages:
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was sent; nothing if the terminal is gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _query_in_band_window_resize(self) -> None:
        """Ask for no sizes among the keys: whoever types could send some too."""
