"""Every way in which a rule comes to hold, and somebody for whom it does."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Is,
    Questionnaire,
    Rule,
    Scale,
    Ticked,
    Unticked,
    rated_answers,
)
from screener.scoring import Said
from tests.scoring.people import Person
from tests.scoring.saying import only

Saids = frozenset[Said]


@dataclass(frozen=True, slots=True)
class Way:
    """Answers that make a rule hold; everything else is at its mildest."""

    rule: str
    saids: Saids

    def person(self, questionnaire: Questionnaire) -> Person:
        """Return all answers of somebody for whom the rule holds in this way."""
        return only(questionnaire, self.saids, gravest=False)


def ways(questionnaire: Questionnaire, rule: Rule) -> Iterator[Way]:
    """Yield the ways in which a rule holds, also those that lead to other words of it.

    Each takes one answer for each threshold, any answer that reaches it, and one way
    to each question in which that answer is given.

    Args:
        questionnaire: The questionnaire.
        rule: One of its rules.
    """
    sources = [
        _sources(questionnaire, dimension, least)
        for dimension, least in rule.at_least.items()
    ]
    worded = [
        chosen
        for words in rule.wording
        for chosen in _said_for(questionnaire, words.show_when)
    ]
    found: dict[Saids, None] = {}
    for parts in itertools.product([frozenset[Said](), *worded], *map(list, sources)):
        saids = frozenset[Said]().union(*parts)
        if _is_one_person(questionnaire, saids):
            found |= dict.fromkeys(_opened(questionnaire, saids))
    return (Way(rule.id, saids) for saids in found)


def _sources(
    questionnaire: Questionnaire, dimension: str, least: int
) -> Iterator[Saids]:
    """Yield what brings a rating to a threshold: an answer, or points on a scale."""
    for item in questionnaire.item:
        for option in rated_answers(item):
            if option.rates.get(dimension, 0) >= least:
                yield frozenset({Said(item.link_id, option.code)})
    for scale in questionnaire.scale:
        bands = [one for one in scale.band if one.rates.get(dimension, 0) >= least]
        yield from (_points(questionnaire, scale, band.from_) for band in bands)


def _points(questionnaire: Questionnaire, scale: Scale, total: int) -> Saids:
    """Return answers that add up to a total: the first ticks, or gravest answers."""
    said: set[Said] = set()
    for link_id in scale.items:
        item = questionnaire.items[link_id]
        assert isinstance(item, ChoiceItem | ChoicesItem)
        options = [one for one in item.option if one.score]
        if isinstance(item, ChoiceItem):
            options = options[-1:]
        for option in options:
            if total > 0:
                said.add(Said(link_id, option.code))
                total -= option.score or 0
    return frozenset(said)


def _is_one_person(questionnaire: Questionnaire, saids: Saids) -> bool:
    """Return whether no question with a single answer is answered in two ways."""
    single = [
        one.link_id
        for one in saids
        if not isinstance(questionnaire.items[one.link_id], ChoicesItem)
    ]
    return len(single) == len(set(single))


def _opened(
    questionnaire: Questionnaire, saids: Saids, *, is_varied: bool = True
) -> Iterator[Saids]:
    """Yield the answers with further ones that open their questions.

    The openings of each question are varied alone, with the first of all others.
    """
    asked = {one.link_id for one in saids}
    for link_id, item in questionnaire.items.items():
        if item.enable_when is None or link_id not in asked:
            continue
        openings = list(_said_for(questionnaire, item.enable_when))
        if any(opening <= saids for opening in openings):
            continue
        fitting = (saids | opening for opening in openings)
        fitting = (one for one in fitting if _is_one_person(questionnaire, one))
        for place, one in enumerate(fitting):
            if place == 0 or is_varied:
                is_first = is_varied and place == 0
                yield from _opened(questionnaire, one, is_varied=is_first)
        return
    yield saids


def _said_for(questionnaire: Questionnaire, condition: Condition) -> Iterator[Saids]:
    """Yield the answers that make a condition true, but for what nobody need say."""
    match condition:
        case AnyOf():
            for one in condition.any:
                yield from _said_for(questionnaire, one)
        case AllOf():
            parts = [list(_said_for(questionnaire, one)) for one in condition.all]
            for chosen in itertools.product(*parts):
                yield frozenset[Said]().union(*chosen)
        case _:
            yield from _leaf_said(questionnaire, condition)


def _leaf_said(questionnaire: Questionnaire, condition: Condition) -> Iterator[Saids]:
    match condition:
        case Ticked():
            yield frozenset({Said(condition.item, condition.ticked)})
        case Is():
            yield frozenset({Said(condition.item, condition.is_)})
        case AtLeast():
            item = questionnaire.items[condition.item]
            codes = [one.code for one in rated_answers(item)]
            for code in codes[codes.index(condition.at_least) :]:
                yield frozenset({Said(condition.item, code)})
        case _:
            assert isinstance(condition, Unticked)
            yield frozenset()
