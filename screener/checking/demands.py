"""What claims demand of the answers, as bounds on facts from below and from above.

A result shows two ends: the *low* facts, with what is unknown at its mildest, and the
*high* ones, with it at its gravest. A claim demands that some facts are there at an end
(a rung or a rating is reached), that some are not (none above it is), and which
answers a question may have. Claims together demand all of that together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import lru_cache
from typing import TypeAlias

from screener.scoring.circuit import Facts, Ways


class Side(IntEnum):
    """With what in place of the answers that are unknown facts are added up."""

    LOW = 0
    """The mildest answers."""
    HIGH = 1
    """The gravest answers."""
    COUNTED = 2
    """Nothing: so it is decided which answers count."""
    UNGATED = 3
    """Nothing, and every question is taken as open."""


Bound: TypeAlias = tuple[Side, Ways]
"""Sets of facts, one of which must be there."""

Cap: TypeAlias = tuple[Side, Facts]
"""A set of facts that must not all be there."""


@dataclass(frozen=True, slots=True)
class Domain:
    """Which answers a question may have."""

    unknown: bool = True
    """It may have none."""
    given: bool = True
    """It may have one."""
    places: frozenset[int] | None = None
    """Where that may stand among the options; of a question with one answer."""
    on: int = 0
    """The ticks that must be there, one bit each."""
    off: int = 0
    """The ticks that must not be there."""

    def meet(self, other: "Domain") -> "Domain | None":
        """Return what both allow; `None` where that is nothing."""
        places = self.places
        if other.places is not None:
            places = other.places if places is None else places & other.places
        on, off = self.on | other.on, self.off | other.off
        given = self.given and other.given and places != frozenset() and not on & off
        unknown = self.unknown and other.unknown
        if not given and not unknown:
            return None
        return Domain(unknown, given, places, on, off)


MAX_DEMANDS = 2000
"""Claims that can be met in more ways are not proved."""

_ANY: frozenset[str] | None = None


class TooManyWaysError(Exception):
    """Claims can be met in more ways than are looked at."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What holds of the answers for claims to hold."""

    bounds: frozenset[Bound] = frozenset()
    caps: frozenset[Cap] = frozenset()
    domains: Mapping[str, Domain] = field(default_factory=dict)
    """By question; all others may have any answer."""
    cry: bool | None = None
    """Whether a cry for help is there; `None` where that makes no difference."""
    left_out: frozenset[str] | None = _ANY
    """The private topics that are left out, where that makes a difference."""
    regions: frozenset[str] | None = _ANY
    """The regions whose results show it; `None` for all."""

    def meet(self, other: "Demand") -> "Demand | None":
        """Return both demands as one; `None` where they contradict each other."""
        if None not in (self.cry, other.cry) and self.cry is not other.cry:
            return None
        topics = self.left_out, other.left_out
        if None not in topics and topics[0] != topics[1]:
            return None
        regions = self.regions
        if other.regions is not None:
            regions = other.regions if regions is None else regions & other.regions
        domains = dict(self.domains)
        for item, domain in other.domains.items():
            both = domains[item].meet(domain) if item in domains else domain
            if both is None:
                return None
            domains[item] = both
        bounds, caps = self.bounds | other.bounds, self.caps | other.caps
        if regions == frozenset() or not all(_can_hold(one, caps) for one in bounds):
            return None
        return Demand(
            bounds,
            caps,
            domains,
            other.cry if self.cry is None else self.cry,
            other.left_out if self.left_out is None else self.left_out,
            regions,
        )


def both(some: Iterable[Demand], others: Iterable[Demand]) -> list[Demand]:
    """Return the ways in which one of each of two lists of demands is met."""
    met = (one.meet(other) for one in some for other in list(others))
    return fewest(one for one in met if one is not None)


def fewest(demands: Iterable[Demand]) -> list[Demand]:
    """Return demands without those that are there twice.

    Demands that differ only in what one question with one answer may have become one.
    """
    kept: dict[object, Demand] = {}
    for demand in demands:
        key = _key(demand)
        kept[key] = _united(kept[key], demand) if key in kept else demand
    return list(kept.values())


def _key(demand: Demand) -> object:
    """Return what is the same in all demands that can become one."""
    domains = [
        (item, one) if len(demand.domains) > 1 or one.places is None else item
        for item, one in sorted(demand.domains.items())
    ]
    others = (demand.cry, demand.left_out, demand.regions)
    return demand.bounds, demand.caps, tuple(domains), others


def _united(one: Demand, other: Demand) -> Demand:
    for item, domain in one.domains.items():
        more = other.domains[item]
        if domain != more:
            places = (domain.places or frozenset()) | (more.places or frozenset())
            unknown = domain.unknown or more.unknown
            given = domain.given or more.given
            united = Domain(unknown, given, places)
            return replace(one, domains={item: united})
    return one


@lru_cache(maxsize=20_000)
def _can_hold(bound: Bound, caps: frozenset[Cap]) -> bool:
    """Return whether caps leave a way to a bound; most demands share both."""
    side, ways = bound
    return not all(rules_out(caps, side, way) for way in ways)


def rules_out(caps: Iterable[Cap], side: Side, needs: Facts) -> bool:
    """Return whether facts on one side break a cap on it, or on one that has more.

    Args:
        caps: The caps.
        side: The side.
        needs: The facts that are there.
    """
    has_more = _HAS_MORE[side]
    return any(other in has_more and not cap & ~needs for other, cap in caps)


_HAS_MORE = {
    Side.COUNTED: frozenset(Side),
    Side.LOW: frozenset({Side.LOW, Side.HIGH}),
    Side.HIGH: frozenset({Side.HIGH}),
    Side.UNGATED: frozenset({Side.UNGATED}),
}
"""The sides that have all facts of a side, itself among them."""


def reached(side: Side, ways: Ways) -> list[Demand]:
    """Return the demand that one of some sets of facts is there.

    Args:
        side: On which side.
        ways: The sets of facts.
    """
    if not ways:
        return []
    return [Demand()] if 0 in ways else [Demand(bounds=frozenset({(side, ways)}))]


def missed(*sides: Side, ways: Iterable[Facts]) -> list[Demand]:
    """Return the demand that none of some sets of facts is there.

    Args:
        sides: On which sides.
        ways: The sets of facts.
    """
    caps = frozenset((side, way) for way in ways for side in sides)
    return [] if any(not way for _, way in caps) else [Demand(caps=caps)]


def any_of(parts: Iterable[Sequence[Demand]]) -> list[Demand]:
    """Return the ways in which one of several demands is met.

    Args:
        parts: The ways in which each is met.
    """
    return fewest(demand for part in parts for demand in part)


def all_of(parts: Iterable[Sequence[Demand]]) -> list[Demand]:
    """Return the ways in which all of several demands are met.

    Args:
        parts: The ways in which each is met.

    Raises:
        TooManyWaysError: If there are more than are looked at.
    """
    met = [Demand()]
    for part in parts:
        if len(met) * len(part) > MAX_DEMANDS:
            raise TooManyWaysError
        met = both(met, part)
    return met
