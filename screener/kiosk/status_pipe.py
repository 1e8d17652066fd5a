"""What a visit tells its host, through a pipe: where it stands, and never an answer.

The pipe's end is also how the host learns that a visit is over, however it ended.
"""

import os
import select
from contextlib import suppress
from dataclasses import dataclass

START, RESULT = "start", "result"
"""Where nobody has begun, and where a visit has come to its end."""

_AT, _WRONG_PIN, _ERROR = "at", "wrong-pin", "error"


class StatusPipe:
    """The visit's end of the pipe."""

    def __init__(self, pipe: int) -> None:
        """Take a pipe that can be written to."""
        os.set_blocking(pipe, False)
        self._pipe = pipe

    def at(self, stage: str) -> None:
        """Tell where the visit stands; also the sign that it lives.

        Args:
            stage: One word, such as a section's id.
        """
        self._say(_AT, stage)

    def wrong_pin(self) -> None:
        """Tell that a wrong PIN was typed."""
        self._say(_WRONG_PIN, "")

    def error(self, report: str) -> None:
        """Tell what broke.

        Args:
            report: One line without any answer in it.
        """
        self._say(_ERROR, report)

    def _say(self, kind: str, told: str) -> None:
        line = f"{kind} {' '.join(told.split())}"[:1000]
        with suppress(BlockingIOError):  # the host is behind; it needs only the newest
            os.write(self._pipe, f"{line}\n".encode(errors="replace"))


@dataclass
class VisitStatus:
    """What a host has heard of one visit."""

    stage: str = START
    finished: bool = False
    """Whether the result was shown."""
    wrong_pins: int = 0
    error: str = ""


class StatusReader:
    """The host's end of the pipe."""

    def __init__(self, pipe: int) -> None:
        """Take a pipe that can be read."""
        self._pipe = pipe
        self._rest = b""
        self.heard = VisitStatus()

    def listen(self, seconds: float) -> bool | None:
        """Wait for a word.

        Args:
            seconds: How long at most.

        Returns:
            Whether anything was said; `None` if the visit is over.
        """
        ready, _, _ = select.select([self._pipe], [], [], seconds)
        if not ready:
            return False
        data = os.read(self._pipe, 65536)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._hear(*line.decode().partition(" ")[::2])
        return True if data else None

    def _hear(self, kind: str, told: str) -> None:
        if kind == _AT:
            self.heard.stage = told
            self.heard.finished = self.heard.finished or told == RESULT
        elif kind == _WRONG_PIN:
            self.heard.wrong_pins += 1
        else:
            self.heard.error = told
