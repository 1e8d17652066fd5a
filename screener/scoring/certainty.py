"""Decides whether a result may state a ladder's low end as established.

A ladder's low end is what the answers establish. If that is the mildest rung, its name
("no treatment", "home is fine") is true only if no answer is missing and nothing calls
for help first: a missing answer establishes nothing, and a person in danger must not
read that nothing is needed. Every interface uses this module; the texts are in
`screener.summary`.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

from screener.model import Fact
from screener.scoring.recommendation import Placement, Recommendation

LEVEL = "level-of-care"
"""The ladder that is reported first; a questionnaire need not have it."""

URGENCY = "urgency"
"""The ladder that determines the order of the first steps."""


class Alarm(IntEnum):
    """How urgent help is, before any level of care can be named."""

    NONE = 0
    SOON = 1
    """Help is needed today."""
    RED_FLAG = 2


class Alarms(NamedTuple):
    """The alarms at both ends of the range."""

    least: Alarm
    """According to the given answers."""
    most: Alarm
    """If every missing answer were the gravest."""


class Certainty(StrEnum):
    """Whether a ladder's low end is established, and if not, why not."""

    SETTLED = "settled"
    AT_LEAST = "at-least"
    """Established, and open answers could raise it."""
    OPEN = "open"
    """The mildest rung, only because answers are missing: no level yet."""
    WAITING = "waiting"
    """The mildest rung, but help comes first."""
    PENDING = "pending"
    """The mildest rung, but a missing answer could call for help first."""

    @property
    def is_known(self) -> bool:
        """Whether the low end may be reported as established."""
        return self in (Certainty.SETTLED, Certainty.AT_LEAST)


def gravest_alarms(views: Iterable[Alarms]) -> Alarms:
    """Return the gravest alarms of several views.

    Args:
        views: At least one.
    """
    least, most = zip(*views, strict=True)
    return Alarms(max(least), max(most))


def alarms_of(found: Recommendation) -> Alarms:
    """Return the alarms of a recommendation."""
    has_flag = bool(found.red_flags) or Fact.CRY_FOR_HELP in found.facts
    return alarms_among(found.placements, has_flag=has_flag)


def alarms_among(placements: Mapping[str, Placement], *, has_flag: bool) -> Alarms:
    """Return the alarms for the placements on all ladders.

    Args:
        placements: The placements by ladder.
        has_flag: Whether there is a red flag or a cry for help.
    """
    soon = placements.get(URGENCY)
    ends = (soon.low, soon.high) if soon else ("", "")
    return alarms_at(*ends, has_flag=has_flag)


def alarms_at(low: str, high: str, *, has_flag: bool) -> Alarms:
    """Return the alarms for a range of `URGENCY`.

    Args:
        low: The id of the low end; empty if there is no such ladder.
        high: The id of the high end.
        has_flag: Whether there is a red flag or a cry for help.
    """
    if has_flag:
        return Alarms(Alarm.RED_FLAG, Alarm.RED_FLAG)
    least = Alarm.SOON if low in ALARMS else Alarm.NONE
    return Alarms(least, max(least, ALARMS.get(high, Alarm.NONE)))


def certainty_of(low: int, high: int, alarms: Alarms) -> Certainty:
    """Return whether a ladder's low end is established.

    Args:
        low: The place of the low end, counted from the mildest rung.
        high: The place of the high end.
        alarms: The alarms.
    """
    if low:
        return Certainty.SETTLED if low == high else Certainty.AT_LEAST
    if high:
        return Certainty.OPEN
    if alarms.least:
        return Certainty.WAITING
    return Certainty.PENDING if alarms.most else Certainty.SETTLED


ALARMS = {"today": Alarm.SOON, "now": Alarm.RED_FLAG}
"""The alarm of each rung of `URGENCY` that has one."""
