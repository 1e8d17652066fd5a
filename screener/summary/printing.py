"""Prints a summary through CUPS, without a file: the page goes through a pipe."""

import shutil
import subprocess

from screener.errors import PdfError, PrintError
from screener.summary.layout import safe
from screener.summary.model import Summary
from screener.summary.pdf_writer import can_make_pdf, to_pdf
from screener.summary.text_writer import to_text

PATIENCE = 20.0
"""Seconds until a printing system that does not answer is left alone."""

_LP = "lp"


def can_print() -> bool:
    """Whether there is a printing system on this computer."""
    return shutil.which(_LP) is not None


def print_summary(
    summary: Summary, printer: str | None = None, patience: float = PATIENCE
) -> None:
    """Send a summary to a printer: as a PDF where one can be made, else as text.

    Nothing of it is in the command line or in a file of ours.

    Args:
        summary: The summary.
        printer: The printer, as CUPS names it; the default one unless named.
        patience: Seconds to wait.

    Raises:
        PrintError: If it was not taken; it says why, and what to do.
    """
    to = ["-d", printer] if printer else []
    try:
        done = subprocess.run(
            [_LP, "-t", "summary", *to],
            input=_page(summary),
            capture_output=True,
            timeout=patience,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintError("The printer does not answer.") from error
    except OSError as error:
        raise PrintError(f"It could not be started: {error.strerror}.") from error
    if done.returncode:
        said = safe(done.stderr.decode(errors="replace").strip()[:200])
        reason = said.removeprefix(f"{_LP}: ") or f"exit code {done.returncode}"
        raise PrintError(f"The printer says: {reason}")


def _page(summary: Summary) -> bytes:
    if can_make_pdf():
        try:
            return to_pdf(summary)
        except PdfError:
            pass  # text prints as well
    return to_text(summary).encode()
