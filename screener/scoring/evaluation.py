"""The one entry: answers in, recommendation out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from screener.model import Answers, Given, Item, Questionnaire, Rule, TextItem
from screener.scoring.answered import given_answers, gravest, mildest
from screener.scoring.enablement import Enablement, enable
from screener.scoring.lines import LineReader
from screener.scoring.placement import holding_rules, place
from screener.scoring.rating import band_of, chosen, rate, total
from screener.scoring.recommendation import (
    Evidence,
    HoldingRule,
    Placement,
    RatingRange,
    Recommendation,
    ScaleScore,
)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of the range: every unknown item at its mildest, or at its gravest."""

    enablement: Enablement
    ratings: Mapping[str, int]
    rules: tuple[Rule, ...]
    rungs: Mapping[str, str]


def evaluate(questionnaire: Questionnaire, answers: Answers) -> Recommendation:
    """Place a person on every ladder, exactly, whatever is still unknown.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: Answers by `link_id`; each fits its item (`screener.catalog` and the
            interview see to it). What is absent or unknown stays open.

    Returns:
        The placements with their exact range, the rules that hold, and the lines
        for this person.
    """
    known = given_answers(questionnaire, answers)
    low = _end(questionnaire, known, mildest)
    high = _end(questionnaire, known, gravest)
    unknown = _unknown(questionnaire, known, high.enablement)
    counted = enable(questionnaire, known).counted
    own = {key: one for key, one in low.enablement.counted.items() if key in known}
    # Behind an unknown gate, a given answer is as open as one that was not given.
    open_ = frozenset(high.enablement.enabled) - counted.keys()
    reader = LineReader(questionnaire, counted, low.rungs, open_)
    guidance = questionnaire.guidance
    return Recommendation(
        placements={
            ladder: Placement(ladder, rung, rung, high.rungs[ladder])
            for ladder, rung in low.rungs.items()
        },
        rules=tuple(
            HoldingRule(rule, _evidence(questionnaire, rule, own)) for rule in low.rules
        ),
        possible_rules=tuple(rule for rule in high.rules if rule not in low.rules),
        ratings={
            dimension: RatingRange(rating, high.ratings[dimension])
            for dimension, rating in low.ratings.items()
        },
        scales=_scales(questionnaire, low.enablement, high.enablement, unknown),
        unknown=unknown,
        unused=tuple(one for one in known if one not in high.enablement.enabled),
        alternatives=reader.shown(guidance.alternative),
        supports=reader.shown(guidance.support),
        benefits=reader.shown(guidance.benefit),
        asks=reader.shown(guidance.ask),
        brings=reader.shown(guidance.bring),
        fit=reader.fit(),
    )


def _end(
    questionnaire: Questionnaire,
    known: Mapping[str, Given],
    extreme: Callable[[Item], Given | None],
) -> _End:
    completed = dict(known)
    for link_id, item in questionnaire.items.items():
        filled = extreme(item)
        if link_id not in known and filled is not None:
            completed[link_id] = filled
    enablement = enable(questionnaire, completed)
    ratings = rate(questionnaire, enablement.counted)
    rules = holding_rules(questionnaire, ratings)
    return _End(enablement, ratings, rules, place(questionnaire, rules))


def _unknown(
    questionnaire: Questionnaire, known: Mapping[str, Given], high: Enablement
) -> tuple[str, ...]:
    return tuple(
        link_id
        for link_id in high.enabled
        if link_id not in known
        and not isinstance(questionnaire.items[link_id], TextItem)
    )


def _evidence(
    questionnaire: Questionnaire, rule: Rule, counted: Mapping[str, Given]
) -> tuple[Evidence, ...]:
    """The person's answers that reach one of the rule's thresholds."""
    return tuple(
        Evidence(link_id, option.says or option.code)
        for link_id, answer in counted.items()
        for option in chosen(questionnaire.items[link_id], answer)
        if any(option.rates.get(on, 0) >= n for on, n in rule.at_least.items())
    )


def _scales(
    questionnaire: Questionnaire,
    low: Enablement,
    high: Enablement,
    unknown: tuple[str, ...],
) -> tuple[ScaleScore, ...]:
    scores: list[ScaleScore] = []
    for scale in questionnaire.scale:
        score = total(questionnaire, scale, low.counted)
        most = total(questionnaire, scale, high.counted)
        if score != most or any(link_id in unknown for link_id in scale.items):
            scores.append(ScaleScore(scale.id, None, None))
        else:
            scores.append(ScaleScore(scale.id, score, band_of(scale, score).name))
    return tuple(scores)
