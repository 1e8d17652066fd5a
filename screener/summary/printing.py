"""Prints a summary through CUPS, without a file: the page goes through a pipe."""

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from threading import Lock
from typing import NamedTuple

from screener.errors import PdfError, PrintError
from screener.language import N_, _
from screener.summary.layout import safe
from screener.summary.model import Summary
from screener.summary.pdf_writer import can_make_pdf, to_pdf
from screener.summary.text_writer import to_text

PATIENCE = 20.0
"""Seconds until a printing system that does not answer is left alone."""

_LP = "lp"
_LPSTAT = "lpstat"
_DEFAULT = re.compile(r"^system default destination: (\S+)", re.MULTILINE)
_MEANINGS = (
    ("no default destination", N_("No printer is set up on this computer.")),
    ("does not exist", N_("The printer that is set up here is not known.")),
    (
        "unknown destination",
        N_("The printer that is set up here is not known."),
    ),
    ("not accepting", N_("The printer takes no pages now.")),
    (
        "unable to connect",
        N_("The printing system of this computer is not running."),
    ),
    ("scheduler", N_("The printing system of this computer is not running.")),
)
"""What `lp` says, and what that means."""


def can_print() -> bool:
    """Whether there is a printing system on this computer."""
    return shutil.which(_LP) is not None


class _Ran(NamedTuple):
    """What a command said."""

    code: int
    out: str
    err: str


class PrintJob:
    """A summary on its way to a printer: a PDF where one can be made, else text.

    Nothing of it is in a command line or in a file of ours.
    """

    def __init__(
        self, summary: Summary, printer: str | None = None, patience: float = PATIENCE
    ) -> None:
        """Prepare it.

        Args:
            summary: The summary.
            printer: The printer, as CUPS names it; the default one unless named.
            patience: Seconds to wait in all.
        """
        self._summary = summary
        self._printer = printer
        self._patience = patience
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def send(self) -> None:
        """Send it, and wait until the printing system has taken it.

        Raises:
            PrintError: If it was not taken; it says why, and what to do.
        """
        until = time.monotonic() + self._patience
        page = _page(self._summary)
        if self._is_paused(until):
            raise PrintError(_("The printer is paused."))
        to = ["-d", self._printer] if self._printer else []
        ran = self._run([_LP, "-t", "summary", *to], page, until)
        if ran.code:
            raise PrintError(_meaning(ran.err, ran.code))

    def cancel(self) -> None:
        """Stop at once. What CUPS has of the page until then, it throws away.

        It would print half a page if its pipe were closed and `lp` went on.
        """
        with self._lock:
            self._cancelled = True
            if self._child is not None:
                with suppress(ProcessLookupError, PermissionError):  # over already
                    os.killpg(self._child.pid, signal.SIGKILL)

    def _is_paused(self, until: float) -> bool:
        """Whether the page would lie in the queue, and come out some other day."""
        if shutil.which(_LPSTAT) is None:
            return False
        named = [self._printer] if self._printer else []
        told = self._run([_LPSTAT, "-d", "-p", *named], b"", until).out
        usual = _DEFAULT.search(told)
        printer = self._printer or (usual[1] if usual else "")
        return f"\nprinter {printer} disabled " in f"\n{told}"

    def _run(self, command: list[str], page: bytes, until: float) -> _Ran:
        """Run a command in a group of its own."""
        child = self._start(command)
        with child:
            try:
                out, err = child.communicate(page, timeout=until - time.monotonic())
            except subprocess.TimeoutExpired as error:
                self.cancel()
                raise PrintError(_("The printer does not answer.")) from error
            finally:
                with self._lock:
                    self._child = None
        return _Ran(child.returncode, _words(out), _words(err))

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._cancelled:
                raise PrintError(_("It was stopped."))
            try:
                self._child = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env={**os.environ, "LC_ALL": "C"},  # its words are compared
                    start_new_session=True,
                )
            except OSError as error:
                told = _("Printing could not be started: {reason}.").format(
                    reason=error.strerror
                )
                raise PrintError(told) from error
            return self._child


def _page(summary: Summary) -> bytes:
    if can_make_pdf():
        try:
            return to_pdf(summary)
        except PdfError:
            pass  # text prints as well
    return to_text(summary).encode()


def _words(said: bytes) -> str:
    return said.decode(errors="replace")


def _meaning(said: str, code: int) -> str:
    """What went wrong, in plain words where they are known."""
    for words, meaning in _MEANINGS:
        if words in said.lower():
            return _(meaning)
    reason = safe(said.strip()[:200]).removeprefix(f"{_LP}: ")
    return _("The printer says: {reason}").format(
        reason=reason or _("exit code {code}").format(code=code)
    )
