"""What a result may show, and what may be true of it: the parts of `[[never]]`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from screener.model.bounds import Bounds, Id, OneOf, Text
from screener.model.condition import (
    CONDITION_KINDS,
    AtLeast,
    End,
    HasFact,
    Is,
    OnRung,
    OnTotal,
    Ticked,
    Unticked,
    kind_of,
)
from screener.model.record import Record

_MOST_TOGETHER = 3
"""More claims at once than a contradiction needs, and a proof could take long."""


class LineKind(StrEnum):
    """What kind of line is shown."""

    ALTERNATIVE = "alternative"
    SUPPORT = "support"
    BENEFIT = "benefit"
    ASK = "ask"
    BRING = "bring"
    FIT = "fit"
    """A sign of fit that fits."""
    BUILD = "build"
    """A sign of fit that does not fit yet."""


class Sentence(StrEnum):
    """A sentence of the program itself that calms."""

    NOTHING_MORE = "nothing-points-to-more"
    """Nothing in the answers points to more than the mildest rung of a ladder."""
    STILL_MATTERS = "some-answers-still-matter"
    """The same, and some answers matter all the same."""
    VISIT_SOON = "a-visit-soon"
    """The answers call for a visit soon, and not for a treatment program."""
    NOTHING_HIGHER = "nothing-points-higher"
    """Nothing in the answers points higher than the rung that is established."""
    NO_HURRY = "nothing-calls-for-help"
    """No answer calls for help right away."""


OF_A_LADDER = frozenset(Sentence) - {Sentence.NO_HURRY}
"""The sentences that are about one ladder."""


class ShownLine(Record):
    """A line of the guidance is shown."""

    shown: LineKind
    id: Id


class ShownRung(Record):
    """A rung is shown in its own words, as what the answers establish."""

    told: Id
    """The ladder."""
    rung: Id


class NoLevel(Record):
    """A ladder is shown without a level: the answers do not allow for one yet."""

    no_level: Id
    """The ladder."""


class Says(Record):
    """The program says one of its own sentences."""

    sentence: Sentence
    ladder: Id | None = None
    """The ladder that it is said of, where it is about one."""


class Holds(Record):
    """A rule holds, and so its words are shown."""

    holds: Id


class HasRedFlag(Record):
    """A red flag or a cry for help is there; or, with `false`, neither is."""

    red_flag: bool


class HasSteps(Record):
    """Something to do first is shown; or, with `false`, nothing is."""

    steps: bool


class SafetyOpen(Record):
    """A safety question may apply and has no answer; or, with `false`, none does."""

    safety_open: bool


class Rated(Record):
    """True when one end of a dimension's rating lies between two, both included."""

    dimension: Id
    from_: Annotated[int, Bounds(ge=0, le=4)] = 0
    to: Annotated[int, Bounds(ge=0, le=4)] = 4
    end: End = End.LOW


class Answered(Record):
    """A question has an answer that counts; with `false`, it may apply and has none."""

    item: Id
    answered: bool


class AnyClaim(Record):
    """True when one of the claims is."""

    any: Annotated[tuple[Claim, ...], Bounds(min_length=1)]


class AllClaims(Record):
    """True when all of the claims are."""

    all: Annotated[tuple[Claim, ...], Bounds(min_length=1)]


KINDS = (
    "shown",
    "told",
    "no_level",
    "sentence",
    "holds",
    "red_flag",
    "steps",
    "safety_open",
    "dimension",
    "answered",
    *CONDITION_KINDS,
)
"""The one key that only its kind of claim has; `sentence` comes before `ladder`."""


def _kind(value: Any) -> str | None:
    return kind_of(value, KINDS)


BasicClaim: TypeAlias = (
    ShownLine
    | ShownRung
    | NoLevel
    | Says
    | Holds
    | HasRedFlag
    | HasSteps
    | SafetyOpen
    | Rated
    | Answered
    | AtLeast
    | Ticked
    | Is
    | Unticked
    | OnRung
    | OnTotal
    | HasFact
)
"""A claim that has no claims inside."""

Claim: TypeAlias = Annotated[
    BasicClaim | AnyClaim | AllClaims,
    OneOf(
        _kind,
        KINDS,
        custom_error_type="claim",
        custom_error_message=(
            "What must not be together is one of { shown, id }, { told, rung },"
            " { no_level }, { sentence }, { holds }, { red_flag }, { steps },"
            " { safety_open }, { dimension, from, to, end }, { item, answered },"
            " or a condition"
        ),
    ),
]
"""Anything that a result shows, or that is true of whom it is shown to."""


class Never(Record):
    """What must never be shown together, or to somebody of whom something is true."""

    id: Id
    together: Annotated[
        tuple[Claim, ...], Bounds(min_length=2, max_length=_MOST_TOGETHER)
    ]
    why: Text
    """Why they contradict each other; for whoever edits the files."""


def basic_claims(claim: Claim) -> Iterator[BasicClaim]:
    """Yield the claims without claims inside, in reading order.

    Args:
        claim: A part of `[[never]]`.
    """
    if isinstance(claim, AnyClaim | AllClaims):
        for part in claim.any if isinstance(claim, AnyClaim) else claim.all:
            yield from basic_claims(part)
    else:
        yield claim
