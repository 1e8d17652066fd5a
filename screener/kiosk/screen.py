"""The terminal of a kiosk, between visits: nothing is echoed, nothing stops it."""

import os
import shutil
import signal
import sys
import termios
from contextlib import suppress
from types import TracebackType
from typing import Self

_CLEAR = "\x1b[?1049l\x1b[0m\x1b[H\x1b[2J\x1b[3J"
"""Off the other screen; plain; cursor home; screen and scrollback cleared."""
_ORDER = "\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1004l\x1b[<u\x1b[?7h"
"""No mouse, paste or focus reports, as a visit that was killed leaves them on."""
_HIDE, _SHOW = "\x1b[?25l", "\x1b[?25h"

_FROM_KEYS = ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTOU", "SIGTTIN")


class KioskScreen:
    """Holds the terminal while visits come and go."""

    def __enter__(self) -> Self:
        """Let no key echo or send a signal from here on."""
        self._keys, self._shown = sys.stdin.fileno(), sys.stdout.fileno()
        self._before = termios.tcgetattr(self._keys)
        held = termios.tcgetattr(self._keys)
        held[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
        held[0] &= ~(termios.IXON | termios.IXOFF | termios.BRKINT)
        for name in _FROM_KEYS:
            signal.signal(signal.Signals[name], signal.SIG_IGN)
        termios.tcsetattr(self._keys, termios.TCSANOW, held)
        self._held = held
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear, and give the terminal back as it was."""
        self._write(_ORDER + _CLEAR + _SHOW)
        if not self.is_gone:
            termios.tcsetattr(self._keys, termios.TCSAFLUSH, self._before)

    @property
    def is_gone(self) -> bool:
        """Whether there is no terminal any more."""
        try:
            termios.tcgetattr(self._keys)
        except termios.error:
            return True
        return False

    @property
    def columns(self) -> int:
        """Its width."""
        return shutil.get_terminal_size().columns

    def clear(self) -> None:
        """Show nothing, keep nothing in scrollback, forget keys not yet read."""
        self._write(_ORDER + _CLEAR + _HIDE)
        if not self.is_gone:
            termios.tcsetattr(self._keys, termios.TCSANOW, self._held)
            termios.tcflush(self._keys, termios.TCIFLUSH)

    def show(self, page: str) -> None:
        """Show a page of plain text."""
        self.clear()
        self._write(page.replace("\n", "\r\n"))

    def _write(self, text: str) -> None:
        with suppress(OSError):  # no terminal: `is_gone` says so
            os.write(self._shown, text.encode())
