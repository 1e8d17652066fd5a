"""The signals that stop a host: they come at safe moments only, and only once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self

STOPPING = (signal.SIGTERM, signal.SIGHUP)


class StoppedError(BaseException):
    """The host was told to stop."""

    def __init__(self, number: int) -> None:
        """Say by which signal."""
        super().__init__(number)
        self.number = number


class StopSignals:
    """Holds the signals back, but for the moments in which the host waits.

    So no signal interrupts the host between starting a visit and knowing of it, or
    while it cleans up; and a storm of them stops it once.
    """

    def __init__(self) -> None:
        """Hold back nothing yet."""
        self._has_come = False

    def __enter__(self) -> Self:
        """Hold them back from here on."""
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        for number in STOPPING:
            signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        """Hold them back until the process has ended: nothing may interrupt that."""

    @contextmanager
    def may_come(self) -> Iterator[None]:
        """Let them come while the host waits.

        Raises:
            StoppedError: If one comes, or came before.
        """
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)

    def _stop(self, number: int, _: FrameType | None) -> None:
        if not self._has_come:
            self._has_come = True
            raise StoppedError(number)


def stop_by_default() -> None:
    """End a process that a host has started as signals usually do."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
