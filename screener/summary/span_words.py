"""A person's place on a ladder in words, as far as it is certain."""

from screener.language import _
from screener.scoring import Alarms, Certainty, Placement, certainty_of


def span_words(low: str, high: str, certainty: Certainty) -> str:
    """Return a range on a ladder in words.

    Args:
        low: The name of the low end.
        high: The name of the high end.
        certainty: Whether the low end is established.
    """
    if certainty is Certainty.OPEN:
        return _("Not known yet, maybe {high}").format(high=high)
    if certainty is Certainty.WAITING:
        return _("Not known yet; help comes first")
    if certainty is Certainty.PENDING:
        return _("Not known yet; answers are missing")
    return low if low == high else _("{low}, maybe {high}").format(low=low, high=high)


def placement_words(placement: Placement, names: dict[str, str], alarms: Alarms) -> str:
    """Return a placement in words.

    Args:
        placement: The placement.
        names: The names of the ladder's rungs by id, from mild to grave.
        alarms: The alarms.
    """
    places = list(names)
    ends = places.index(placement.low), places.index(placement.high)
    certainty = certainty_of(*ends, alarms)
    return span_words(names[placement.low], names[placement.high], certainty)
