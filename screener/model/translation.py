"""The status of a questionnaire in other words than it was written in."""

import datetime

from screener.model.bounds import Hash, Text
from screener.model.record import Record


class TranslationReview(Record):
    """A qualified translator's signature under one state of a translation."""

    name: Text
    role: Text
    """What makes them fit to judge it: profession, title, place of work."""
    date: datetime.date
    """The day they signed."""
    hash: Hash
    """The hash of the words they read; the review counts only for those."""


class SupporterWords(Record):
    """The words for someone who answers for an adult they support."""

    hash: Hash
    """The hash of those in the language that the questionnaire was written in."""
    replaces: Hash | None = None
    """The content hash of the questionnaire in the person's own words, where it speaks
    in a supporter's; `None` where it speaks in the person's own."""


class Translation(Record):
    """What a questionnaire was translated from, and who looked at the words."""

    original: Hash
    """The content hash of the questionnaire in the language it was written in."""
    hash: Hash
    """The hash of the translated words."""
    reviewed: TranslationReview | None = None
    """The review of just these words; `None` where nobody has reviewed them."""
