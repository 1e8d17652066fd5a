"""Reviews: clinicians who have read a questionnaire and put their name to it."""

import datetime

from screener.model.bounds import Hash, Text
from screener.model.record import Record


class Review(Record):
    """One clinician's signature under one state of a questionnaire."""

    name: Text
    role: Text
    """What makes them fit to judge it: profession, title, place of work."""
    date: datetime.date
    """The day they signed."""
    version: Text
    """The questionnaire's version, for people to read."""
    hash: Hash
    """The review hash of what they read; the review counts only for that."""
