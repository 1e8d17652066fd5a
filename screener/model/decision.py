"""Decisions: what a clinician must decide, because no source settles it."""

from typing import Annotated

from screener.model.bounds import Bounds, Id, Text
from screener.model.record import Record


class Side(Record):
    """One answer to the question, and what speaks for it."""

    says: Text
    cite: Annotated[tuple[Id, ...], Bounds(min_length=1)]


class Decision(Record):
    """A question for the clinician who signs, with the sources for either answer."""

    id: Id
    question: Text
    today: Text
    """The behavior of the rules until it is decided."""
    rules: tuple[Id, ...] = ()
    """The rules that would change."""
    side: Annotated[tuple[Side, ...], Bounds(min_length=2)]
