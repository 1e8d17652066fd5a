"""Stand-ins for voice programs, first in the PATH."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PROGRAM = """#!/bin/sh
folder='{folder}'
if [ "$1" = --voices ]; then
    echo 'Pty Language       Age/Gender VoiceName          File'
    echo ' 5  {language}     --/M      The_Voice          gmw/xx               '
    exit
fi
echo $$ >> "$folder/pids"
echo "$@" >> "$folder/arguments"
cat >> "$folder/heard"
{then}
"""


class FakeVoice:
    """Takes the place of espeak-ng, and notes what it hears."""

    def __init__(self, folder: Path, then: str = "", language: str = "en") -> None:
        """Put it into a folder for the PATH.

        Args:
            folder: An empty folder.
            then: What it does when it has heard a sentence, as shell words.
            language: The one it can speak.
        """
        self.folder = folder
        program = folder / "espeak-ng"
        program.write_text(_PROGRAM.format(folder=folder, then=then, language=language))
        program.chmod(0o755)

    @property
    def path(self) -> str:
        """A PATH in which it comes first."""
        return f"{self.folder}{os.pathsep}{os.environ['PATH']}"

    @property
    def heard(self) -> list[str]:
        """The sentences it heard."""
        return self._lines("heard")

    def has_heard(self, sentence: str) -> bool:
        """Whether a sentence was one of them."""
        return sentence in self.heard

    @property
    def arguments(self) -> list[str]:
        """The arguments it was called with."""
        return self._lines("arguments")

    @property
    def running(self) -> list[int]:
        """The processes of it that live; those that only wait to be reaped do not."""
        return [pid for pid in map(int, self._lines("pids")) if _lives(pid)]

    def end(self) -> None:
        """Leave nothing behind, whatever failed."""
        for pid in self.running:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _lines(self, name: str) -> list[str]:
        file = self.folder / name
        return file.read_text().splitlines() if file.exists() else []


def _lives(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def wait_until(holds: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for what another process or thread brings about."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)
