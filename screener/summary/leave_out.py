"""Leaves private topics out, as if their questions had never been written.

What is made from the result cannot tell what was answered: it is the same, byte for
byte, whatever was said. Blacking out lines afterwards would not do: a rung, a rating
or a help line could still tell.
"""

from collections.abc import Set
from dataclasses import replace

from screener.model import (
    AllOf,
    Answer,
    Answers,
    AnyOf,
    Condition,
    FitSign,
    Guidance,
    Item,
    Line,
    OnRung,
    Questionnaire,
    Rates,
    Rule,
    Scale,
    rated_answers,
)


def leave_out(
    questionnaire: Questionnaire, answers: Answers, topics: Set[str]
) -> tuple[Questionnaire, dict[str, Answer]]:
    """Take the questions of private topics away, with all that rests on them.

    Args:
        questionnaire: What was asked.
        answers: What was said.
        topics: Ids of private topics.

    Returns:
        The questionnaire without these questions, without the scales that count one
        of them, without the rules that the other questions cannot fulfill and the
        dimensions that they do not rate, and without the lines that only these
        questions could show; and the answers to the questions that are left.
    """
    items = tuple(one for one in questionnaire.item if one.private not in topics)
    kept = frozenset(item.link_id for item in items)
    told = {key: value for key, value in answers.items() if key in kept}
    if len(items) == len(questionnaire.item):
        return questionnaire, told  # what follows from it is not worked out anew
    scales = tuple(one for one in questionnaire.scale if kept.issuperset(one.items))
    reach = _reach(items, scales)
    left = replace(
        questionnaire,
        item=items,
        scale=scales,
        dimension=tuple(one for one in questionnaire.dimension if one.id in reach),
        guidance=_guidance(questionnaire.guidance, kept, reach),
    )
    return left, told


def _reach(items: tuple[Item, ...], scales: tuple[Scale, ...]) -> Rates:
    """The highest rating that the questions can give, by dimension."""
    reach: Rates = {}
    options = (option.rates for item in items for option in rated_answers(item))
    bands = (band.rates for scale in scales for band in scale.band)
    for rates in (*options, *bands):
        for dimension, rating in rates.items():
            reach[dimension] = max(reach.get(dimension, 0), rating)
    return reach


def _guidance(guidance: Guidance, kept: Set[str], reach: Rates) -> Guidance:
    return replace(
        guidance,
        rule=tuple(one for one in guidance.rule if _can_hold(one, reach)),
        alternative=_lines(guidance.alternative, kept),
        support=_lines(guidance.support, kept),
        benefit=_lines(guidance.benefit, kept),
        ask=_lines(guidance.ask, kept),
        bring=_lines(guidance.bring, kept),
        fit=_signs(guidance.fit, kept),
    )


def _can_hold(rule: Rule, reach: Rates) -> bool:
    return all(reach.get(on, 0) >= least for on, least in rule.at_least.items())


def _lines(lines: tuple[Line, ...], kept: Set[str]) -> tuple[Line, ...]:
    left: list[Line] = []
    for line in lines:
        condition = line.show_when and _prune(line.show_when, kept)
        if line.show_when is None or condition is not None:
            left.append(replace(line, show_when=condition))
    return tuple(left)


def _signs(signs: tuple[FitSign, ...], kept: Set[str]) -> tuple[FitSign, ...]:
    left: list[FitSign] = []
    for sign in signs:
        fits = _prune(sign.fits_when, kept)
        applies = sign.applies_when and _prune(sign.applies_when, kept)
        if fits is not None and (sign.applies_when is None or applies is not None):
            left.append(replace(sign, fits_when=fits, applies_when=applies))
    return tuple(left)


def _prune(condition: Condition, kept: Set[str]) -> Condition | None:
    """What is left of a condition; `None` where it can no longer hold."""
    if isinstance(condition, AnyOf):
        parts = [_prune(part, kept) for part in condition.any]
        left = tuple(part for part in parts if part is not None)
        return AnyOf(any=left) if left else None
    if isinstance(condition, AllOf):
        parts = [_prune(part, kept) for part in condition.all]
        left = tuple(part for part in parts if part is not None)
        return AllOf(all=left) if len(left) == len(parts) else None
    if isinstance(condition, OnRung) or condition.item in kept:
        return condition
    return None
