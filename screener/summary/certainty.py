"""How much a result may say of a ladder: the one place that decides it.

A ladder's low end is what the answers establish. Where that is its mildest rung, the
rung's name ("no treatment", "home is fine") is true only if nothing is left open and
nothing calls for help first: an answer that is missing establishes nothing, and a
person in danger is not told that nothing is needed. Every face takes its words from
here, by way of `said` where it has a whole summary.
"""

from enum import IntEnum, StrEnum

from screener.language import _
from screener.model import Fact
from screener.scoring import Placement, Recommendation

LEVEL = "level-of-care"
"""The ladder that is told first; a questionnaire may do without it."""

URGENCY = "urgency"
"""The ladder by which the steps to take first are put in order."""

URGENT_RUNGS = frozenset({"today", "now"})
"""The rungs of `URGENCY` that cannot wait."""


class Alarm(IntEnum):
    """What has to come before any word about a level of care."""

    NONE = 0
    SOON = 1
    """Help is needed today."""
    RED_FLAG = 2


class Certainty(StrEnum):
    """How a ladder's low end stands."""

    SETTLED = "settled"
    AT_LEAST = "at-least"
    """Established, and open answers could raise it."""
    OPEN = "open"
    """The mildest rung, only because answers are missing: no level yet."""
    WAITING = "waiting"
    """The mildest rung, and help comes before anything can be said of it."""


def alarm_of(found: Recommendation) -> Alarm:
    """Return what the answers call for before anything else."""
    if found.red_flags or Fact.CRY_FOR_HELP in found.facts:
        return Alarm.RED_FLAG
    soon = found.placements.get(URGENCY)
    return Alarm.SOON if soon and soon.rung in URGENT_RUNGS else Alarm.NONE


def certainty_of(ladder: str, low: int, high: int, alarm: Alarm) -> Certainty:
    """Return how a ladder's low end stands.

    Args:
        ladder: The ladder's id.
        low: The place of the low end, counted from the mildest rung.
        high: The place of the high end.
        alarm: What has to come first.
    """
    if low:
        return Certainty.SETTLED if low == high else Certainty.AT_LEAST
    if high:
        return Certainty.OPEN
    waits = alarm is Alarm.RED_FLAG or (alarm is Alarm.SOON and ladder == LEVEL)
    return Certainty.WAITING if waits else Certainty.SETTLED


def span_words(low: str, high: str, certainty: Certainty) -> str:
    """Return where somebody stands on a ladder, both ends where they differ.

    Args:
        low: The name of the low end.
        high: The name of the high end.
        certainty: How the low end stands.
    """
    if certainty is Certainty.OPEN:
        return _("Not known yet, up to {high}").format(high=high)
    if certainty is Certainty.WAITING:
        return _("Not known yet; help comes first")
    return low if low == high else _("{low}, up to {high}").format(low=low, high=high)


def placement_words(placement: Placement, names: dict[str, str], alarm: Alarm) -> str:
    """Return where somebody is placed on a ladder, in words.

    Args:
        placement: The placement.
        names: The names of the ladder's rungs by id, from mild to grave.
        alarm: What has to come first.
    """
    places = list(names)
    ends = places.index(placement.low), places.index(placement.high)
    certainty = certainty_of(placement.ladder, *ends, alarm)
    return span_words(names[placement.low], names[placement.high], certainty)
