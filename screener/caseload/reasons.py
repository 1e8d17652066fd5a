"""What is said of a file that does not count, or needs a look."""

import datetime

from screener.caseload.entry import Entry
from screener.language import _
from screener.sanitize import clean, show_bytes

_LONGEST = 4096
"""Bytes of a path at most."""


def name_of(file: str) -> str:
    """Return the name of a file, or its path, to show on one line.

    Args:
        file: The name, as Python reads it from the disk.
    """
    return clean(show_bytes(file), 4 * _LONGEST)


def reason_of(entry: Entry, now: datetime.datetime) -> str:
    """Return why a file does not count or needs a look; empty where all is well.

    Args:
        entry: The file in short.
        now: The time now.
    """
    if entry.problem:
        return _(entry.problem)
    if entry.copy_of:
        return _("It is a copy of the visit in {file}. It does not count.").format(
            file=name_of(entry.copy_of)
        )
    if entry.is_misdated(now):
        return _("The date of this visit, {day}, cannot be right.").format(
            day=entry.day
        )
    return ""
