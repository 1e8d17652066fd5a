"""From answers to ratings: on each dimension the gravest one counts."""

from collections.abc import Iterator, Mapping

from screener.model import (
    Band,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Option,
    Questionnaire,
    Rates,
    Scale,
    ScaleBand,
)
from screener.scoring.answered import mildest, position


def rate(questionnaire: Questionnaire, counted: Mapping[str, Given]) -> dict[str, int]:
    """Rate every dimension from 0 (none) to 4 (severe).

    Args:
        questionnaire: The questionnaire.
        counted: The answers that count, by `link_id`.

    Returns:
        A rating for each dimension: the maximum over the answers and the scales.
    """
    ratings = dict.fromkeys((one.id for one in questionnaire.dimension), 0)
    for rates in _all_rates(questionnaire, counted):
        for dimension, rating in rates.items():
            ratings[dimension] = max(ratings[dimension], rating)
    return ratings


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


def total(
    questionnaire: Questionnaire, scale: Scale, counted: Mapping[str, Given]
) -> int:
    """The sum of a scale's scores; an item without an answer counts as its mildest."""
    return sum(
        _score(questionnaire.items[link_id], counted.get(link_id))
        for link_id in scale.items
    )


def band_of(scale: Scale, total: int) -> ScaleBand:
    """The band that a total falls in."""
    return next(band for band in reversed(scale.band) if total >= band.from_)


def _all_rates(
    questionnaire: Questionnaire, counted: Mapping[str, Given]
) -> Iterator[Rates]:
    for link_id, answer in counted.items():
        for option in chosen(questionnaire.items[link_id], answer):
            yield option.rates
    for scale in questionnaire.scale:
        yield band_of(scale, total(questionnaire, scale, counted)).rates


def _score(item: Item, answer: Given | None) -> int:
    assert isinstance(item, ChoiceItem)  # the loader refuses any other in a scale
    answer = mildest(item) if answer is None else answer
    assert answer is not None
    return item.option[position(item, answer)].score or 0
