"""Errors about output: saving, printing, serving, placing many people."""

from pathlib import Path

from screener.errors.base import FailureError, ScreenerError
from screener.language import N_, _
from screener.sanitize import on_one_line


class SaveError(ScreenerError):
    """A file could not be written; nothing is lost, another place may work."""

    def __init__(self, path: Path, problem: str) -> None:
        """Report the problem, and what to do.

        Args:
            path: The file or folder that was tried.
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _(
                "Nothing was saved to {path}. {problem} Your answers are still here: "
                "choose another place."
            ).format(path=on_one_line(path), problem=problem)
        )
        self.path = path
        self.problem = problem


class HandOverError(FailureError):
    """A kiosk could not write a file for staff; no path is shown to its visitor."""

    _words = N_(
        "It was not saved. {problem} Your answers are still here: please tell "
        "a staff member."
    )


class JournalError(FailureError):
    """A visit cannot be saved as it goes; nothing is lost while it runs."""

    _words = N_(
        "Your answers cannot be saved as you go. {problem} They are still "
        "here: you can go on, and save a summary at the end."
    )


class EarlierVisitError(JournalError):
    """The autosaved answers of an earlier visit cannot be used."""

    _words = "{problem}"


class ServingError(ScreenerError):
    """Visits in browsers cannot be served."""


class PrintError(FailureError):
    """A summary could not be printed; nothing is lost."""

    _words = N_(
        "It was not printed. {problem} Your answers are still here: try again, "
        "or keep the summary in another way."
    )


class SpeechError(FailureError):
    """The screen cannot be read aloud; it can still be read."""

    _words = N_("{problem} Everything is still here to read on the screen.")


class PopulationError(ScreenerError):
    """Many people's answers cannot be placed."""


class AgreementError(ScreenerError):
    """Placements cannot be compared with what somebody else says."""


class PathError(ScreenerError):
    """A file or folder that was named cannot be used as requested."""


class PdfError(FailureError):
    """A page could not be typeset; the summary itself is not affected."""

    _words = N_("No PDF was made. {problem}")
