"""Leaving when told to from outside: by a signal, or because the terminal is gone."""

import asyncio
import os
import signal
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import FrameType
from typing import Protocol

LOST = 129
"""The exit code where the terminal is gone, as after SIGHUP."""

_PATIENCE = 1.5
"""Seconds in which the app may put the terminal back in order."""


class Leaver(Protocol):
    """What leaves: an app that may be reading aloud."""

    def exit(
        self, result: None = None, return_code: int = 0, message: None = None
    ) -> None:
        """Leave in good order."""

    def hush(self) -> None:
        """Stop reading aloud at once; this may be called from any thread."""


def leave(app: Leaver, loop: asyncio.AbstractEventLoop, code: int) -> None:
    """Let an app leave, from any thread; a moment later, leave without it.

    An app that waits for a terminal which no longer reads would never leave by itself.

    Args:
        app: What runs.
        loop: Where it runs.
        code: The process's exit code.
    """
    with suppress(RuntimeError):  # the interpreter is ending, or the loop is closed
        insist = threading.Timer(_PATIENCE, os._exit, (code,))
        insist.daemon = True
        insist.start()
        app.hush()
        loop.call_soon_threadsafe(app.exit, None, code)


def leave_on_signals(app: Leaver, names: Iterable[str]) -> None:
    """Let an app leave in good order on the first signal that ends a process.

    Plain handlers: asyncio's own have lost a signal while the terminal was stalled.

    Args:
        app: What runs, in the loop that runs.
        names: The signals, such as `SIGTERM`; those the system lacks are left out.
    """
    loop = asyncio.get_running_loop()
    came: list[int] = []

    def come(number: int, _: FrameType | None) -> None:
        came.append(number)
        if len(came) == 1:  # a storm of them changes nothing more
            leave(app, loop, 128 + number)

    for name in names:
        if number := getattr(signal, name, None):
            signal.signal(number, come)


def hold_back_signals(names: Iterable[str]) -> None:
    """Let no signal interrupt the end of a process that one of them has ended.

    Args:
        names: The signals, such as `SIGTERM`.
    """
    if hasattr(signal, "pthread_sigmask"):
        numbers = [number for name in names if (number := getattr(signal, name, None))]
        signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
