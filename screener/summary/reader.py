"""Reads back a summary that was saved as TOML."""

from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from screener.catalog import read_toml, validate
from screener.errors import Problem, SummaryFileError
from screener.summary.model import Summary

_FORMAT = 1
_MEND = "undo what was changed in the file, or make a new summary."


def read_summary(path: Path) -> Summary:
    """Read a summary.

    Args:
        path: The `.toml` file.

    Raises:
        SummaryFileError: If it cannot be read or is no summary; it says all that is
            wrong.
    """
    data = read_toml(path)
    if isinstance(data, Problem):
        raise SummaryFileError(path, [data])
    found = data.get("format")
    if found is None:
        what, mend = "It is no summary.", "name a file that screener has written."
        raise SummaryFileError(path, [Problem(path.name, "format", what, mend)])
    if found is True or found != _FORMAT:
        what = f"Its format is {found!r}, and this program reads format {_FORMAT}."
        mend = "open it with the version of screener that wrote it."
        raise SummaryFileError(path, [Problem(path.name, "format", what, mend)])
    summary, problems = validate(TypeAdapter(Summary), data, path.name)
    if summary is None:
        told = [replace(problem, mend=_MEND) for problem in problems or ()]
        raise SummaryFileError(path, told)
    return summary
