"""A counselor beside the client: their own ratings and notes, and both placements."""

from screener.counselor.aloud import read_aloud
from screener.counselor.marks import Agreed, Marks, Note, OwnRating, Signed
from screener.counselor.two_views import (
    Difference,
    counselor_answers,
    differences,
    is_outdated,
)

__all__ = [
    "Agreed",
    "Difference",
    "Marks",
    "Note",
    "OwnRating",
    "Signed",
    "counselor_answers",
    "differences",
    "is_outdated",
    "read_aloud",
]
