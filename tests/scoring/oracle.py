"""Placement of a person whose every answer is known, by the words of the design.

A second opinion: it shares no code with `screener.scoring`.
"""

from collections.abc import Mapping

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Band,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Given,
    Item,
    NumberItem,
    Option,
    Questionnaire,
    Ticked,
)


def placement_of(
    questionnaire: Questionnaire, whole: Mapping[str, Given]
) -> dict[str, int]:
    """The place on every ladder, counted from the lowest rung."""
    ratings = ratings_of(questionnaire, whole)
    places = {ladder.id: 0 for ladder in questionnaire.ladder}
    for rule in questionnaire.guidance.rule:
        ladder = next(one for one in questionnaire.ladder if one.id == rule.ladder)
        rungs = [rung.id for rung in ladder.rung]
        missed = [on for on, least in rule.at_least.items() if ratings[on] < least]
        if not missed:
            places[rule.ladder] = max(places[rule.ladder], rungs.index(rule.rung))
    return places


def ratings_of(
    questionnaire: Questionnaire, whole: Mapping[str, Given]
) -> dict[str, int]:
    """The rating on every dimension."""
    asked = _asked(questionnaire, whole)
    given = [rates for item in asked for rates in _rates(item, whole[item.link_id])]
    for scale in questionnaire.scale:
        total = sum(
            option.score or 0
            for item in asked
            if item.link_id in scale.items
            for option in _meant(item, whole[item.link_id])
            if isinstance(option, Option)
        )
        reached = [band.rates for band in scale.band[1:] if band.from_ <= total]
        given.append([scale.band[0].rates, *reached][-1])
    return {
        one.id: max([0, *(rates.get(one.id, 0) for rates in given)])
        for one in questionnaire.dimension
    }


def _asked(questionnaire: Questionnaire, whole: Mapping[str, Given]) -> list[Item]:
    asked: list[Item] = []
    for item in questionnaire.item:
        if item.enable_when is None or _opens(item.enable_when, asked, whole):
            asked.append(item)
    return asked


def _opens(gate: Condition, asked: list[Item], whole: Mapping[str, Given]) -> bool:
    match gate:
        case AnyOf():
            return any(_opens(one, asked, whole) for one in gate.any)
        case AllOf():
            return all(_opens(one, asked, whole) for one in gate.all)
        case AtLeast():
            item = next((one for one in asked if one.link_id == gate.item), None)
            if not isinstance(item, ChoiceItem | NumberItem):
                return False
            codes = [one.code for one in _steps(item)]
            here = next(one.code for one in _meant(item, whole[gate.item]))
            return codes.index(here) >= codes.index(gate.at_least)
        case Ticked():
            ticks = whole[gate.item]
            assert isinstance(ticks, tuple)
            return any(one.link_id == gate.item for one in asked) and (
                gate.ticked in ticks
            )
    raise AssertionError(gate)


def _rates(item: Item, answer: Given) -> list[Mapping[str, int]]:
    return [one.rates for one in _meant(item, answer)]


def _steps(item: Item) -> list[Option | Band]:
    match item:
        case ChoiceItem() | ChoicesItem():
            return list(item.option)
        case NumberItem():
            return list(item.band)
    return []


def _meant(item: Item, answer: Given) -> list[Option | Band]:
    """The options or the band that an answer means."""
    return [one for one in _steps(item) if _means(one, answer)]


def _means(step: Option | Band, answer: Given) -> bool:
    if isinstance(step, Band):
        return isinstance(answer, int) and step.from_ <= answer <= step.to
    return step.code in answer if isinstance(answer, tuple) else step.code == answer
