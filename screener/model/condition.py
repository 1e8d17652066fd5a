"""Conditions on answers and on rungs, as written in questionnaires."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from screener.model.bounds import Bounds, Id, OneOf
from screener.model.record import Record


class AtLeast(Record):
    """True when this option of an ordered item, or a graver one, was given."""

    item: Id
    at_least: Id


class Ticked(Record):
    """True when this option of a `choices` item is ticked."""

    item: Id
    ticked: Id


class Is(Record):
    """True when exactly this option of a `choice` item was given."""

    item: Id
    is_: Id


class Unticked(Record):
    """True when a `choices` item is answered and this option is not ticked."""

    item: Id
    unticked: Id


class End(StrEnum):
    """Which end of a range."""

    LOW = "low"
    """What the answers establish: the rung reported."""
    HIGH = "high"
    """Where open answers could lead."""


class OnRung(Record):
    """True when one end of a ladder's range lies between two rungs, both included."""

    ladder: Id
    from_: Id | None = None
    to: Id | None = None
    end: End = End.LOW


class OnTotal(Record):
    """True when one end of a scale's total lies between two numbers, both included.

    It is the total that the scale's bands rate: what is unknown counts at its mildest
    for the low end, and at its gravest for the high end.
    """

    scale: Id
    from_: Annotated[int, Bounds(ge=0)] | None = None
    to: Annotated[int, Bounds(ge=0)] | None = None
    end: End = End.LOW


class Fact(StrEnum):
    """What is known of a person beside their answers; it never moves a ladder."""

    CRY_FOR_HELP = "cry_for_help"
    """They typed a phrase of `questions/cries-for-help.toml`, or gave an answer that
    would raise a red flag but does not count, because the answer that led to its
    question was taken back or is missing."""


class HasFact(Record):
    """True when a fact is known of the person."""

    fact: Fact


class AnyOf(Record):
    """True when one of the conditions is."""

    any: Annotated[tuple[Condition, ...], Bounds(min_length=1)]


class AllOf(Record):
    """True when all of the conditions are."""

    all: Annotated[tuple[Condition, ...], Bounds(min_length=1)]


CONDITION_KINDS = (
    "at_least",
    "ticked",
    "is",
    "unticked",
    "ladder",
    "scale",
    "fact",
    "any",
    "all",
)


def kind_of(value: Any, kinds: Iterable[str] = CONDITION_KINDS) -> str | None:
    """Return the first of some keys that a table has, which tells its kind.

    Args:
        value: What was read, whether or not it is a table.
        kinds: The keys, each of which only its kind has.
    """
    keys = value if isinstance(value, dict) else ()
    return next((kind for kind in kinds if kind in keys), None)


Condition: TypeAlias = Annotated[
    AtLeast | Ticked | Is | Unticked | OnRung | OnTotal | HasFact | AnyOf | AllOf,
    OneOf(
        kind_of,
        CONDITION_KINDS,
        custom_error_type="condition",
        custom_error_message=(
            "A condition is one of { item, at_least }, { item, ticked }, { item, is },"
            " { item, unticked }, { ladder, from, to, end }, { scale, from, to, end },"
            " { fact }, { any } and { all }"
        ),
    ),
]
"""Any condition. `enable_when` takes only `AtLeast`, `Ticked`, `AnyOf` and `AllOf`."""

OnAnswer: TypeAlias = AtLeast | Ticked | Is | Unticked
"""A condition on the answer to one item."""

OnResult: TypeAlias = OnRung | OnTotal
"""A condition on what the answers to several items lead to."""

Leaf: TypeAlias = OnAnswer | OnResult | HasFact
"""A condition that has no conditions inside."""


def answers_tested(condition: Condition | None) -> Iterator[OnAnswer]:
    """Yield the conditions on answers inside a condition, in reading order."""
    for leaf in leaves(condition):
        if not isinstance(leaf, OnRung | OnTotal | HasFact):
            yield leaf


def totals_tested(condition: Condition | None) -> Iterator[OnTotal]:
    """Yield the conditions on scales inside a condition, in reading order."""
    for leaf in leaves(condition):
        if isinstance(leaf, OnTotal):
            yield leaf


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Yield the conditions without conditions inside, in reading order."""
    if isinstance(condition, AnyOf):
        for part in condition.any:
            yield from leaves(part)
    elif isinstance(condition, AllOf):
        for part in condition.all:
            yield from leaves(part)
    elif condition is not None:
        yield condition
