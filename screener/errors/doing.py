"""Errors about what is done: saving, printing, serving, placing many people."""

from pathlib import Path

from screener.errors.base import ScreenerError
from screener.harmless import on_one_line
from screener.language import _


class SaveError(ScreenerError):
    """A file could not be written; nothing is lost, another place may do."""

    def __init__(self, path: Path, problem: str) -> None:
        """Say what happened, what was kept and what to do.

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


class HandOverError(ScreenerError):
    """A kiosk could not write a file for staff; no path is shown to its visitor."""

    def __init__(self, problem: str) -> None:
        """Say what happened and what to do.

        Args:
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _(
                "It was not saved. {problem} Your answers are still here: please tell "
                "a staff member."
            ).format(problem=problem)
        )


class JournalError(ScreenerError):
    """A visit cannot be saved as it goes; nothing is lost while it runs."""

    def __init__(self, problem: str) -> None:
        """Say what happened.

        Args:
            problem: What went wrong, in sentences.
        """
        super().__init__(
            _(
                "Your answers cannot be saved as you go. {problem} They are still "
                "here: you can go on, and save a summary at the end."
            ).format(problem=problem)
        )
        self.problem = problem


class EarlierVisitError(JournalError):
    """What an earlier visit saved as it went cannot be used."""

    def __init__(self, problem: str) -> None:
        """Say what is wrong, where what is left is, and what can be done.

        Args:
            problem: All of that, in sentences.
        """
        ScreenerError.__init__(self, problem)
        self.problem = problem


class ServingError(ScreenerError):
    """Visits in browsers cannot be served."""


class PrintError(ScreenerError):
    """A summary could not be printed; nothing is lost."""

    def __init__(self, problem: str) -> None:
        """Say what happened, what was kept and what to do.

        Args:
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _(
                "It was not printed. {problem} Your answers are still here: try again, "
                "or keep the summary in another way."
            ).format(problem=problem)
        )
        self.problem = problem


class SpeechError(ScreenerError):
    """The screen cannot be read aloud; it can still be read."""

    def __init__(self, problem: str) -> None:
        """Say what happened, and what is still there.

        Args:
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _("{problem} Everything is still here to read on the screen.").format(
                problem=problem
            )
        )


class PopulationError(ScreenerError):
    """Many people's answers cannot be placed."""


class PathError(ScreenerError):
    """A file or folder that was named cannot be used as it is asked for."""


class PdfError(ScreenerError):
    """A page could not be typeset; the summary itself is not touched by that."""

    def __init__(self, problem: str) -> None:
        """Say what happened.

        Args:
            problem: What went wrong, and what to do about it, in sentences.
        """
        super().__init__(_("No PDF was made. {problem}").format(problem=problem))
        self.problem = problem
