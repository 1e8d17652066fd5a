"""Why a placement is what it is, and what could change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, or one tick of it."""

    link_id: str
    code: str
    """The option or the band."""
    ticked: bool = True
    """False where an option of several is left without a tick."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why one ladder's range begins and ends where it does."""

    at_least: tuple[Said, ...]
    """A minimal set of answers that alone guarantee the low end; none is needed at
    the lowest rung."""
    told: tuple[Said, ...]
    """`at_least`, without answers that only opened the questions of the others."""
    rules: tuple[str, ...]
    """The rules that give the low end on these answers alone: rule ids."""
    no_more: tuple[Said, ...]
    """A minimal set that alone guarantees that it is not above the high end; none
    is needed at the highest rung."""


@dataclass(frozen=True, slots=True)
class Range:
    """The two ends on a ladder: rung ids."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """An unknown answer that could raise a ladder all by itself."""

    link_id: str
    could_reach: Mapping[str, str]
    """By ladder, the rung that the gravest answer to it, and to what it opens, would
    lead to. Only ladders that it raises."""


@dataclass(frozen=True, slots=True)
class Change:
    """One other answer that would move an end of a range."""

    said: Said
    """What would be answered instead."""
    ranges: Mapping[str, Range]
    """The range it would lead to, by ladder. Only ladders that it moves."""


class Direction(StrEnum):
    """Where a change leads."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Several other answers that only together move the low end of a ladder."""

    ladder: str
    direction: Direction
    said: tuple[Said, ...]
    rung: str
    """Where they lead."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said on why, why not more, and what could change it."""

    why: Mapping[str, Why]
    """By ladder id."""
    open: tuple[OpenAnswer, ...]
    changes: tuple[Change, ...]
    sets: tuple[ChangeSet, ...]
    """Where no single change moves the low end that way, and several together do."""
