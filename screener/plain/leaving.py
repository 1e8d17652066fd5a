"""Leaving fast where lines are asked: at one key on a terminal, by words anywhere."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from screener.plain.talk import LeftFast
from screener.sanitize import Steering

if sys.platform != "win32":
    import termios

_CTRL_X = b"\x18"
_CLEAR = Steering("\x1b[H\x1b[2J\x1b[3J")
"""Cursor home, screen and scrollback cleared."""


@contextmanager
def leaving_at_ctrl_x(typed: TextIO) -> Iterator[None]:
    """Let Ctrl+X raise `LeftFast` at once, where a person types at a terminal.

    The terminal itself is told to send a signal at that key, so it acts in the middle
    of a line too. What was typed until then is thrown away, and goes to no shell.

    Args:
        typed: Where the lines come from.
    """
    if not is_terminal(typed):
        yield
        return
    terminal = typed.fileno()
    before = termios.tcgetattr(terminal)
    handler = signal.signal(signal.SIGQUIT, _leave)
    changed = termios.tcgetattr(terminal)
    changed[3] |= termios.ISIG
    changed[6][termios.VQUIT] = _CTRL_X
    termios.tcsetattr(terminal, termios.TCSANOW, changed)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        signal.signal(signal.SIGQUIT, handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise LeftFast


def is_terminal(stream: TextIO) -> bool:
    """Return whether a person sits at it, on a system whose terminals we know."""
    return sys.platform != "win32" and stream.isatty()


def can_clear(shown: TextIO) -> bool:
    """Return whether a terminal shows the lines, and can clear them."""
    return shown.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "")


def clear(shown: TextIO) -> None:
    """Clear the screen and what has scrolled off it, as far as that can be done.

    Args:
        shown: Where the lines go.
    """
    if can_clear(shown):
        shown.write(_CLEAR)
    elif shown.isatty():
        shown.write("\n" * shutil.get_terminal_size().lines)
    shown.flush()
