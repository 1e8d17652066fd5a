"""Keeps a kiosk running: each visit is a process of its own, and ends with it.

What a person answered is in the memory of their visit's process alone. When it ends,
whether they finished, walked away, or the program broke, the system takes that memory
back. The host has never seen it, and has no threads, so that it can fork at any time.
"""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn, TypeAlias

from screener.kiosk.counts import Counts, How, append_line
from screener.kiosk.line import START, Ear, Heard, Line
from screener.kiosk.pin import WrongPins
from screener.kiosk.privacy import keep_memory_private
from screener.kiosk.screen import KioskScreen
from screener.kiosk.sorry import sorry_page
from screener.model import HelpLines

STAFF = 10
"""The exit code of a visit in which staff left the kiosk with the PIN."""
LOST = 129
"""The host's exit code where its terminal is gone."""

Visit: TypeAlias = Callable[[Line, WrongPins], int]
"""Runs one visit, in a process of its own; gives its exit code."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a host waits, in seconds."""

    silent: float = 30.0
    """For a word from a visit, before it is taken to hang."""
    sorry: float = 8.0
    """While it says sorry, the first time; doubled each time in a row."""
    longest_sorry: float = 60.0


class _ToldToStop(BaseException):
    def __init__(self, number: int) -> None:
        self.number = number


class Host:
    """One kiosk."""

    def __init__(
        self,
        visit: Visit,
        help_lines: HelpLines,
        *,
        counts: Path | None = None,
        errors: Path | None = None,
        patience: Patience | None = None,
    ) -> None:
        """Prepare a kiosk.

        Args:
            visit: Runs one visit.
            help_lines: Shown where a visit broke.
            counts: Where visits are counted, if they are.
            errors: Where staff finds what broke, if anywhere but on the screen.
            patience: How long to wait.
        """
        self._visit = visit
        self._help_lines = help_lines
        self._counts = Counts(counts)
        self._errors = errors
        self._patience = patience or Patience()
        self._wrong_pins = WrongPins()
        self._broken_in_a_row = 0
        self._child = 0

    def run(self) -> int:
        """Hold one visit after the other, until staff leaves or the system says so.

        Returns:
            0 if staff left with the PIN; 128 and the signal's number if one came.
        """
        keep_memory_private()
        gc.collect()
        gc.freeze()
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        with KioskScreen() as screen:
            try:
                while True:
                    code = self._one_visit(screen)
                    if code is not None:
                        return code
            except _ToldToStop as told:
                self._end_child()
                return 128 + told.number

    def _one_visit(self, screen: KioskScreen) -> int | None:
        """Hold a visit; give the exit code if it was the last."""
        screen.clear()
        began = time.monotonic()
        code, heard = self._in_a_process()
        seconds = time.monotonic() - began
        for _ in range(heard.wrong_pins):
            self._wrong_pins = self._wrong_pins.one_more()
        if code == STAFF:
            return 0
        if screen.is_gone:
            return LOST
        if code:
            self._say_sorry(screen, heard, seconds)
        else:
            self._broken_in_a_row = 0
            if heard.stage != START:
                how = How.FINISHED if heard.finished else How.STOPPED
                self._counts.add(how, heard.stage, seconds)
        return None

    def _in_a_process(self) -> tuple[int, Heard]:
        """Run a visit in a child; give its exit code and what it told."""
        hear, say = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(hear)
            self._be_the_visit(Line(say))
        os.close(say)
        ear = Ear(hear)
        try:
            while (word := ear.listen(self._patience.silent)) is not None:
                if not word:
                    os.kill(self._child, signal.SIGKILL)
        finally:
            os.close(hear)
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        return os.waitstatus_to_exitcode(status), ear.heard

    def _be_the_visit(self, line: Line) -> NoReturn:
        """Run in the child, and never come back into the host's own way."""
        code = 1
        try:
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            keep_memory_private()
            code = self._visit(line, self._wrong_pins)
        except BaseException as error:  # whatever it is, the kiosk goes on without it
            line.error(report_of(error))
        finally:
            _let_files_be_finished()
            os._exit(code)

    def _end_child(self) -> None:
        """Let no visit outlive the host."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)

    def _say_sorry(self, screen: KioskScreen, heard: Heard, seconds: float) -> None:
        self._counts.add(How.BROKE, heard.stage, seconds)
        report = heard.error or "the program hung, or was ended"
        if self._errors:
            append_line(self._errors, f"{time.strftime('%F %T')} {report}\n")
        screen.show(sorry_page(self._help_lines, report, screen.columns))
        pause = self._patience.sorry * 2**self._broken_in_a_row
        time.sleep(min(pause, self._patience.longest_sorry))
        self._broken_in_a_row = min(self._broken_in_a_row + 1, 10)


def report_of(error: BaseException) -> str:
    """Say what broke and where, without the words of the error: they may be answers.

    Args:
        error: What was raised.

    Returns:
        Such as `KeyError at app.py:120, visit.py:33`, the innermost place first.
    """
    places, trace = [], error.__traceback__
    while trace:
        name = os.path.basename(trace.tb_frame.f_code.co_filename)
        places.append(f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {', '.join(places[:-5:-1])}"


def _let_files_be_finished() -> None:
    """Wait for what is being saved; a visit that takes too long for it is killed."""
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()


def _stop(number: int, _: FrameType | None) -> None:
    raise _ToldToStop(number)
