"""Leaves private topics out of a summary: what was said to them counts as unknown.

Everything in the summary is made from the other answers alone, so it is the same, byte
for byte, whatever was answered, skipped or not reached in a topic that is left out.
Unknown answers widen the range, so the range still holds the true level. What names
such a topic (its questions, what only they rate, help lines for nothing else) is left
out as well: the file says that something is missing, but not what. The same goes for a
person's own words that are a cry for help about such a topic.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from screener.language import _
from screener.model import (
    Answer,
    Answers,
    Dimension,
    FitSign,
    HelpKind,
    HelpLine,
    HelpLines,
    PrivateTopic,
    Questionnaire,
    Rates,
    Rule,
    TextItem,
    rated_answers,
)
from screener.scoring import given_answers, items_tested, may_be_about

_FOR_EVERYONE = {HelpKind.EMERGENCY, HelpKind.CRISIS}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a summary does not mention."""

    questionnaire: Questionnaire
    items: frozenset[str]
    """The questions (`link_id`s) of the topics that are left out."""
    topics: Set[str] = frozenset()
    """The ids of the topics."""

    @classmethod
    def of(cls, questionnaire: Questionnaire, topics: Set[str]) -> "LeftOut":
        """Leave out these private topics."""
        items = (one.link_id for one in questionnaire.item if one.private in topics)
        return cls(questionnaire, frozenset(items), topics)

    def known(self, answers: Answers) -> dict[str, Answer]:
        """Return the other answers, without a person's own words about the topics."""
        others = {id: answer for id, answer in answers.items() if id not in self.items}
        written = _own_words(self.questionnaire, others)
        return {
            id: answer
            for id, answer in others.items()
            if id not in written or not self.is_told_in(written[id])
        }

    def is_told_in(self, words: str) -> bool:
        """Return whether words are a cry for help that may concern these topics."""
        return any(may_be_about(words, topic) for topic in self.topics)

    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that the other questions can rate; all if none is left out."""
        all_of_them = self.questionnaire.dimension
        if not self.items:
            return all_of_them
        return tuple(one for one in all_of_them if one.id in self._reach())

    def help_lines(self, help_lines: HelpLines) -> tuple[HelpLine, ...]:
        """All help lines but those for nothing else than what is left out."""
        if not self.items:
            return help_lines.line
        reach = self._reach()
        rules = self.questionnaire.guidance.rule
        possible = [rule for rule in rules if _can_hold(rule, reach)]
        silent = _help_of(rules) - _help_of(possible) - _FOR_EVERYONE
        return tuple(one for one in help_lines.line if not silent.issuperset(one.kinds))

    def is_named_in(self, sign: FitSign) -> bool:
        """Whether a sign of fit hangs on a question that is left out."""
        conditions = sign.fits_when, sign.applies_when
        return any(
            not self.items.isdisjoint(items_tested(one, self.questionnaire))
            for one in conditions
            if one is not None
        )

    def _reach(self) -> Rates:
        """The highest rating that the other questions can give, by dimension."""
        reach: Rates = {}
        for rates in self._rates():
            for dimension, rating in rates.items():
                reach[dimension] = max(reach.get(dimension, 0), rating)
        return reach

    def _rates(self) -> Iterator[Rates]:
        for item in self.questionnaire.item:
            if item.link_id not in self.items:
                yield from (option.rates for option in rated_answers(item))
        for scale in self.questionnaire.scale:
            if not self.items.issuperset(scale.items):
                yield from (band.rates for band in scale.band)


def topics_told(questionnaire: Questionnaire, answers: Answers) -> list[PrivateTopic]:
    """Return the private topics that any answer is about.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: The answers.

    Returns:
        The topics. If a person's own words are left out with a topic, its name says so.
    """
    known = given_answers(questionnaire, answers)
    asked = {questionnaire.items[link_id].private for link_id in known}
    written = _own_words(questionnaire, known).values()
    found = []
    for topic in questionnaire.private:
        if any(may_be_about(words, topic.id) for words in written):
            name = _("{topic}, and own words about it").format(topic=topic.name)
            found.append(replace(topic, name=name))
        elif topic.id in asked:
            found.append(topic)
    return found


def _own_words(questionnaire: Questionnaire, answers: Answers) -> dict[str, str]:
    items = (item for item in questionnaire.item if isinstance(item, TextItem))
    typed = ((item.link_id, answers.get(item.link_id)) for item in items)
    return {link_id: words for link_id, words in typed if isinstance(words, str)}


def _can_hold(rule: Rule, reach: Rates) -> bool:
    return all(reach.get(on, 0) >= least for on, least in rule.at_least.items())


def _help_of(rules: tuple[Rule, ...] | list[Rule]) -> set[HelpKind]:
    return {kind for rule in rules for kind in rule.help}
