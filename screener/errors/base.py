"""The base of all errors, and of those that have the same shape."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from screener.harmless import clean_lines, excerpt, on_one_line
from screener.language import _, later

_MOST_PROBLEMS = 1_000
"""So many problems of one file are shown; a file that is of another kind has more."""

_PLACES = {"file": later("file"), "folder": later("folder")}
"""What is wrong with all of it; any other place is a key or an id."""

_LONGEST_PART = 1_000
"""Characters of each part of a problem that are shown."""


class ScreenerError(Exception):
    """Base of the errors that people see as a message, never as a traceback."""

    def __init__(self, message: str) -> None:
        """Say it, harmlessly: names and values of any file may be in it.

        Args:
            message: One or more lines.
        """
        super().__init__(clean_lines(message))


class Problem(NamedTuple):
    """One thing that is wrong with a file."""

    file: str
    """The file's name."""
    place: str
    """The key or the thing it stands under, such as `item suicide-now`."""
    what: str
    """What is wrong."""
    mend: str
    """What to do about it."""

    def __str__(self) -> str:
        words = _("{file}: {place}: {what} To mend it: {mend}")
        place = _(_PLACES.get(self.place, "")) or self.place
        return words.format(**self._replace(place=place)._asdict())

    def shortened(self) -> "Problem":
        """Return the same problem, clean, with words of the file that are not endless.

        Names and values of the file may stand in every part of it.
        """
        return Problem(*(excerpt(part, _LONGEST_PART) for part in self))


class ProblemsError(ScreenerError):
    """Reports all problems of one folder or file at once."""

    _headline: ClassVar[str]
    """What is wrong with the whole of `{source}`."""
    _footer: ClassVar[str]
    """Where to read on."""

    def __init__(self, source: Path | str, problems: Sequence[Problem]) -> None:
        """Report each problem on a line of its own.

        Args:
            source: The folder, the file or the line that they are in.
            problems: What is wrong, in reading order.
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
    """All that is said, around `{problem}`."""

    def __init__(self, problem: str) -> None:
        """Report it.

        Args:
            problem: What went wrong, in sentences.
        """
        super().__init__(_(self._words).format(problem=problem))
        self.problem = problem
