"""Worked cases: a person's answers, and what they must lead to."""

from dataclasses import field

from screener.model.bounds import Id, Text
from screener.model.record import Record


class Case(Record):
    """One person and the placement that the sources lead to."""

    id: Id
    about: Text
    """Who this is and why the placement is right."""
    answers: dict[Id, str | int | tuple[str, ...]]
    """As in an answers file; what is absent is unknown."""
    expect: dict[Id, str | tuple[str, str]] = field(default_factory=dict)
    """A rung, or the two ends of a range, by ladder; elsewhere the lowest rung."""
    rules: tuple[Id, ...] = ()
    """Rules that must hold, among others."""
    alternatives: tuple[Id, ...] = ()
    supports: tuple[Id, ...] = ()
    unused: tuple[Id, ...] = ()
    """Items whose answer must be kept and not counted."""
    unknown: tuple[Id, ...] | None = None
    """Items that must be open, and no others; not looked at unless named."""
