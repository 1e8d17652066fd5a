"""The base of all errors, and of those that have the same shape."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from screener.language import N_, _
from screener.sanitize import clean_lines, excerpt, on_one_line

_MOST_PROBLEMS = 1_000
"""The most problems shown for a file; a file of the wrong kind has many."""

_PLACES = {"file": N_("file"), "folder": N_("folder")}
"""Places that are translated; all others are keys or ids."""

_LONGEST_PART = 1_000
"""The most characters shown of each part of a problem."""


class ScreenerError(Exception):
    """Base of the errors that people see as a message, never as a traceback."""

    def __init__(self, message: str) -> None:
        """Sanitize the message, as it may contain names and values from any file.

        Args:
            message: One or more lines.
        """
        super().__init__(clean_lines(message))


class Problem(NamedTuple):
    """One problem of a file."""

    file: str
    """The file's name."""
    place: str
    """The key or entry with the problem, such as `item suicide-now`."""
    what: str
    """A description of the problem."""
    mend: str
    """How to fix it, as the end of a sentence."""

    def __str__(self) -> str:
        words = _("{file}: {place}: {what} To mend it: {mend}")
        place = _(_PLACES.get(self.place, "")) or self.place
        return words.format(**self._replace(place=place)._asdict())

    def shortened(self) -> "Problem":
        """Return the same problem with each part sanitized and limited in length.

        Every part may contain names and values from the file.
        """
        return Problem(*(excerpt(part, _LONGEST_PART) for part in self))


class ProblemsError(ScreenerError):
    """Reports all problems of one folder or file at once."""

    _headline: ClassVar[str]
    """The first line of the message, with `{source}`."""
    _footer: ClassVar[str]
    """The last line: where to read more."""

    def __init__(self, source: Path | str, problems: Sequence[Problem]) -> None:
        """Report each problem on a line of its own.

        Args:
            source: The folder, the file or the line with the problems.
            problems: The problems in reading order.
        """
        headline = _(self._headline).format(source=source)
        shown = tuple(problem.shortened() for problem in problems[:_MOST_PROBLEMS])
        lines = [on_one_line(headline), *(f"  - {problem}" for problem in shown)]
        if left := len(problems) - len(shown):
            lines.append(_("  - and {count} more").format(count=f"{left:,}"))
        super().__init__("\n".join((*lines, _(self._footer))))
        self.problems = shown


class FailureError(ScreenerError):
    """Reports that something was not done, and what is left to do instead."""

    _words: ClassVar[str]
    """The message, with `{problem}`."""

    def __init__(self, problem: str) -> None:
        """Report a problem.

        Args:
            problem: What went wrong, in sentences.
        """
        super().__init__(_(self._words).format(problem=problem))
        self.problem = problem
