"""Keeps a kiosk running: each visit is a process of its own, and ends with it.

What a person answered is in the memory of their visit's process alone. When it ends,
whether they finished, walked away, or the program broke, the system takes that memory
back. The host has never seen it, and has no threads, so that it can fork at any time.
"""

import gc
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from screener.kiosk.error_page import sorry_page
from screener.kiosk.own_process import LOST, Visit, run_visit_process
from screener.kiosk.pin import WrongPins
from screener.kiosk.privacy import keep_memory_private
from screener.kiosk.screen import KioskScreen
from screener.kiosk.status_pipe import StatusPipe, StatusReader, VisitStatus
from screener.kiosk.stop_signals import StoppedError, StopSignals
from screener.kiosk.visit_log import VisitLog
from screener.model import HelpLines

STAFF = 10
"""The exit code of a visit in which staff left the kiosk with the PIN."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a host waits, in seconds."""

    silent: float = 30.0
    """For a word from a visit, before it is taken to hang."""
    sorry: float = 8.0
    """While it says sorry, the first time; doubled each time in a row."""
    longest_sorry: float = 60.0


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
        keeps: bool = True,
    ) -> None:
        """Prepare a kiosk.

        Args:
            visit: Runs one visit.
            help_lines: Shown where a visit broke.
            counts: Where visits are counted, if they are.
            errors: Where staff finds what broke, if anywhere but on the screen.
            patience: How long to wait.
            keeps: Whether there is a way to keep a summary.
        """
        self._visit = visit
        self._help_lines = help_lines
        self._book = VisitLog(counts, errors)
        self._patience = patience or Patience()
        self._keeps = keeps
        self._wrong_pins = WrongPins()
        self._broken_in_a_row = 0
        self._child = 0
        self._signals = StopSignals()

    def run(self) -> int:
        """Hold one visit after the other, until staff leaves or the system says so.

        Returns:
            0 if staff left with the PIN; 128 and the signal's number if one came.
        """
        keep_memory_private()
        gc.collect()
        gc.freeze()
        with self._signals, KioskScreen() as screen:
            try:
                return self._visits(screen)
            except StoppedError as stopped:
                return 128 + stopped.number
            finally:
                self._end_child()

    def _visits(self, screen: KioskScreen) -> int:
        while (code := self._one_visit(screen)) is None:
            pass
        return code

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
            self._say_sorry(screen, heard, self._book.broke(heard, seconds))
        else:
            self._broken_in_a_row = 0
            self._book.ended(heard, seconds)
        return None

    def _in_a_process(self) -> tuple[int, VisitStatus]:
        """Run a visit in a child; give its exit code and what it told."""
        hear, say = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(hear)
            run_visit_process(self._visit, StatusPipe(say), self._wrong_pins)
        os.close(say)
        ear = StatusReader(hear)
        try:
            with self._signals.may_come():
                while (word := ear.listen(self._patience.silent)) is not None:
                    if not word:
                        os.kill(self._child, signal.SIGKILL)
                os.waitid(os.P_PID, self._child, os.WEXITED | os.WNOWAIT)
        finally:
            os.close(hear)
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        return os.waitstatus_to_exitcode(status), ear.heard

    def _end_child(self) -> None:
        """Let no visit outlive the host."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0

    def _say_sorry(self, screen: KioskScreen, heard: VisitStatus, report: str) -> None:
        may_be_kept = self._keeps and heard.finished
        page = sorry_page(
            self._help_lines, report, screen.columns, may_be_kept=may_be_kept
        )
        screen.show(page)
        pause = self._patience.sorry * 2**self._broken_in_a_row
        with self._signals.may_come():
            time.sleep(min(pause, self._patience.longest_sorry))
        self._broken_in_a_row = min(self._broken_in_a_row + 1, 10)
