"""What an answer stands for, and the band of a total."""

from screener.model import (
    Band,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Option,
    Scale,
    ScaleBand,
)
from screener.scoring.answered import position


def chosen(item: Item, answer: Given) -> tuple[Option | Band, ...]:
    """The options or the band that an answer stands for; none for free words."""
    if isinstance(item, ChoicesItem):
        ticks = answer if isinstance(answer, tuple) else ()
        return tuple(option for option in item.option if option.code in ticks)
    if isinstance(item, ChoiceItem):
        return (item.option[position(item, answer)],)
    if isinstance(item, NumberItem) and item.band:
        return (item.band[position(item, answer)],)
    return ()


def band_of(scale: Scale, total: int) -> ScaleBand:
    """Return the band of a total; the first band if the total is below all."""
    reached = (band for band in reversed(scale.band) if total >= band.from_)
    return next(reached, scale.band[0])
