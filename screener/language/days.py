"""Days as people write them."""

import datetime

from screener.language.speech import _, later

_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


def date_words(date: datetime.date) -> str:
    """A day as people write it: `November 23, 2026`, `23 de noviembre de 2026`."""
    month = _(_MONTHS[date.month - 1])
    told = _("{month} {day}, {year}")
    return told.format(month=month, day=date.day, year=date.year)
