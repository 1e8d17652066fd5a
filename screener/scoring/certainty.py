"""How much a result may say of a ladder: the one place that decides it.

A ladder's low end is what the answers establish. Where that is its mildest rung, the
rung's name ("no treatment", "home is fine") is true only if nothing is left open and
nothing calls for help first: an answer that is missing establishes nothing, and a
person in danger is not told that nothing is needed. Every face goes by this; its words
are in `screener.summary`.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

from screener.model import Fact
from screener.scoring.recommendation import Placement, Recommendation

LEVEL = "level-of-care"
"""The ladder that is told first; a questionnaire may do without it."""

URGENCY = "urgency"
"""The ladder by which the steps to take first are put in order."""


class Alarm(IntEnum):
    """What has to come before any word about a level of care."""

    NONE = 0
    SOON = 1
    """Help is needed today."""
    RED_FLAG = 2


class Alarms(NamedTuple):
    """What has to come first, at both ends of the range."""

    least: Alarm
    """By the given answers."""
    most: Alarm
    """With every missing answer at its gravest."""


class Certainty(StrEnum):
    """How a ladder's low end stands."""

    SETTLED = "settled"
    AT_LEAST = "at-least"
    """Established, and open answers could raise it."""
    OPEN = "open"
    """The mildest rung, only because answers are missing: no level yet."""
    WAITING = "waiting"
    """The mildest rung, and help comes before anything can be said of it."""
    PENDING = "pending"
    """The mildest rung, and help would come first if a missing answer called for it."""

    @property
    def is_known(self) -> bool:
        """Whether the low end may be told as established."""
        return self in (Certainty.SETTLED, Certainty.AT_LEAST)


def gravest_alarms(views: Iterable[Alarms]) -> Alarms:
    """Return what has to come first by any of several views.

    Args:
        views: At least one.
    """
    least, most = zip(*views, strict=True)
    return Alarms(max(least), max(most))


def alarms_of(found: Recommendation) -> Alarms:
    """Return what the answers call for before anything else."""
    has_flag = bool(found.red_flags) or Fact.CRY_FOR_HELP in found.facts
    return alarms_among(found.placements, has_flag=has_flag)


def alarms_among(placements: Mapping[str, Placement], *, has_flag: bool) -> Alarms:
    """Return what has to come first, by where somebody stands on every ladder.

    Args:
        placements: By ladder.
        has_flag: Whether a red flag or a cry for help is there.
    """
    soon = placements.get(URGENCY)
    ends = (soon.low, soon.high) if soon else ("", "")
    return alarms_at(*ends, has_flag=has_flag)


def alarms_at(low: str, high: str, *, has_flag: bool) -> Alarms:
    """Return what has to come first, by how soon help is needed.

    Args:
        low: The low end on `URGENCY`; empty where there is no such ladder.
        high: The high end.
        has_flag: Whether a red flag or a cry for help is there.
    """
    if has_flag:
        return Alarms(Alarm.RED_FLAG, Alarm.RED_FLAG)
    least = Alarm.SOON if low in _ALARMS else Alarm.NONE
    return Alarms(least, max(least, _ALARMS.get(high, Alarm.NONE)))


def certainty_of(low: int, high: int, alarms: Alarms) -> Certainty:
    """Return how a ladder's low end stands.

    Args:
        low: The place of the low end, counted from the mildest rung.
        high: The place of the high end.
        alarms: What has to come first.
    """
    if low:
        return Certainty.SETTLED if low == high else Certainty.AT_LEAST
    if high:
        return Certainty.OPEN
    if alarms.least:
        return Certainty.WAITING
    return Certainty.PENDING if alarms.most else Certainty.SETTLED


_ALARMS = {"today": Alarm.SOON, "now": Alarm.RED_FLAG}
"""What the rungs of `URGENCY` that cannot wait call for, as far as is known."""
