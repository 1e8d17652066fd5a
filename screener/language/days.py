"""Days as people write them."""

import datetime

from screener.language.speech import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def date_words(date: datetime.date) -> str:
    """A day as people write it: `November 23, 2026`, `23 de noviembre de 2026`."""
    month = _(_MONTHS[date.month - 1])
    told = _("{month} {day}, {year}")
    return told.format(month=month, day=date.day, year=date.year)
