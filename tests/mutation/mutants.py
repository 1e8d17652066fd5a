"""Every small change of a questionnaire: thresholds, rules, rungs, ratings, gates."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Item,
    Option,
    Questionnaire,
    Rates,
    Rule,
    Ticked,
    rated_answers,
)

GRAVEST = 4


class Mutant(NamedTuple):
    """A questionnaire with one thing changed."""

    kind: str
    id: str
    questionnaire: Questionnaire


def mutants(questionnaire: Questionnaire) -> Iterator[Mutant]:
    """Yield every mutant: the ways in which a hand can slip."""
    for place, rule in enumerate(questionnaire.guidance.rule):
        for kind, what, other in _rules(questionnaire, rule):
            rules = list(questionnaire.guidance.rule)
            rules[place : place + 1] = other
            yield Mutant(
                kind, f"{rule.id}: {what}", _with_rules(questionnaire, tuple(rules))
            )
    for item in questionnaire.item:
        for kind, what, changed in _items(questionnaire, item):
            items = (changed if one is item else one for one in questionnaire.item)
            copy = replace(questionnaire, item=tuple(items))
            yield Mutant(kind, f"{item.link_id}: {what}", copy)


def _with_rules(questionnaire: Questionnaire, rules: tuple[Rule, ...]) -> Questionnaire:
    guidance = replace(questionnaire.guidance, rule=rules)
    return replace(questionnaire, guidance=guidance)


def _rules(
    questionnaire: Questionnaire, rule: Rule
) -> Iterator[tuple[str, str, list[Rule]]]:
    yield "rule dropped", "dropped", []
    for on, least in rule.at_least.items():
        for other in (least - 1, least + 1):
            if other <= GRAVEST:
                changed = {**rule.at_least, on: other}
                kept = {on: least for on, least in changed.items() if least}
                # A rule without thresholds would hold for everyone.
                if kept:
                    copy = replace(rule, at_least=kept)
                    yield "threshold", f"{on} {least} -> {other}", [copy]
    rungs = [rung.id for rung in questionnaire.ladders[rule.ladder].rung]
    place = rungs.index(rule.rung)
    for beside in (place - 1, place + 1):
        if 0 < beside < len(rungs):
            copy = replace(rule, rung=rungs[beside])
            yield "rung", f"{rule.rung} -> {rungs[beside]}", [copy]


def _items(questionnaire: Questionnaire, item: Item) -> Iterator[tuple[str, str, Item]]:
    for place, step in enumerate(rated_answers(item)):
        for what, rates in _rates(step.rates):
            steps = list(rated_answers(item))
            steps[place] = replace(step, rates=rates)
            key = "option" if isinstance(step, Option) else "band"
            changed: dict[str, Any] = {key: tuple(steps)}
            yield "rating", f"{step.code}, {what}", replace(item, **changed)
    if item.enable_when is not None:
        for what, gate in _gates(questionnaire, item.enable_when):
            yield "gate", what, replace(item, enable_when=gate)


def _rates(rates: Rates) -> Iterator[tuple[str, Rates]]:
    for on, rating in rates.items():
        for other in (rating - 1, rating + 1):
            if other <= GRAVEST:
                changed = {**rates, on: other}
                kept = {on: rating for on, rating in changed.items() if rating}
                yield f"{on} {rating} -> {other}", kept


def _gates(
    questionnaire: Questionnaire, gate: Condition
) -> Iterator[tuple[str, Condition | None]]:
    """The gate with one leaf moved by one option, or left out."""
    if isinstance(gate, AnyOf | AllOf):
        parts = gate.any if isinstance(gate, AnyOf) else gate.all
        for place, part in enumerate(parts):
            for what, other in _gates(questionnaire, part):
                changed = list(parts)
                changed[place : place + 1] = [] if other is None else [other]
                yield what, _joined(gate, tuple(changed))
        return
    assert isinstance(gate, AtLeast | Ticked)
    if isinstance(gate, Ticked):
        yield f"without {gate.item} {gate.ticked}", None
        return
    codes = [one.code for one in rated_answers(questionnaire.items[gate.item])]
    place = codes.index(gate.at_least)
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(codes):
            moved = AtLeast(item=gate.item, at_least=codes[beside])
            yield f"{gate.item} {gate.at_least} -> {codes[beside]}", moved
    yield f"without {gate.item} {gate.at_least}", None


def _joined(gate: AnyOf | AllOf, parts: tuple[Condition, ...]) -> Condition | None:
    if not parts:
        return None
    return AnyOf(any=parts) if isinstance(gate, AnyOf) else AllOf(all=parts)
