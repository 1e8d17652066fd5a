"""Visit counts for a clinic, without a word about anyone."""

import datetime
import os
from enum import Enum
from pathlib import Path

_HEADER = "day,how,where,minutes\n"
_STEP = 5
_ADDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK


class How(Enum):
    """How a visit ended."""

    FINISHED = "finished"
    """The result was shown."""
    STOPPED = "stopped"
    """The person left, or nobody was there any more."""
    BROKE = "broke"
    """The program had to start anew."""


class Counts:
    """A CSV file with a line for each visit: the day, how, where, minutes."""

    def __init__(self, file: Path | None) -> None:
        """Count into a file, or nowhere."""
        self._file = file

    def add(self, how: How, where: str, seconds: float) -> None:
        """Count a visit. What cannot be written is not counted: a visit goes first.

        Args:
            how: How it ended.
            where: The section, or the screen.
            seconds: How long it took; told in steps of five minutes.
        """
        if self._file is None:
            return
        steps = int(seconds / 60 // _STEP)
        minutes = f"{steps * _STEP}-{(steps + 1) * _STEP}"
        today = datetime.date.today().isoformat()
        append_line(self._file, f"{today},{how.value},{where},{minutes}\n", _HEADER)


def append_line(file: Path, line: str, header: str = "") -> None:
    """Add a whole line to a file, or nothing; the header too, if the file is new.

    Args:
        file: The file; it is made where it is missing.
        line: The line, with its end.
        header: What a new file begins with.
    """
    try:
        target = os.open(file, _ADDING, 0o640)
    except OSError:
        return
    try:
        size = os.fstat(target).st_size
        text = (line if size else header + line).encode()
        if not _is_written(target, text):
            os.ftruncate(target, size)
    except OSError:
        pass
    finally:
        os.close(target)


def _is_written(target: int, text: bytes) -> bool:
    try:
        return os.write(target, text) == len(text)
    except OSError:
        return False
