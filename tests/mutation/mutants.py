"""Every small change of a questionnaire: rules, rungs, ratings, scores, gates."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Band,
    Condition,
    Item,
    Option,
    Questionnaire,
    Rates,
    Rule,
    Scale,
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
    for number, scale in enumerate(questionnaire.scale):
        for kind, what, other_scale in _scales(scale):
            scales = list(questionnaire.scale)
            scales[number] = other_scale
            copy = replace(questionnaire, scale=tuple(scales))
            yield Mutant(kind, f"{scale.id}: {what}", copy)


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
            changed = _with_step(item, place, replace(step, rates=rates))
            yield "rating", f"{step.code}, {what}", changed
        for scored in _scores(questionnaire, item, step):
            changed = _with_step(item, place, scored)
            yield "score", f"{step.code}, now {scored.score}", changed
    if item.enable_when is not None:
        for what, gate in _gates(questionnaire, item.enable_when):
            yield "gate", what, replace(item, enable_when=gate)


def _with_step(item: Item, place: int, step: Option | Band) -> Item:
    steps = list(rated_answers(item))
    steps[place] = step
    key = "option" if isinstance(step, Option) else "band"
    changed: dict[str, Any] = {key: tuple(steps)}
    return replace(item, **changed)


def _scores(
    questionnaire: Questionnaire, item: Item, step: Option | Band
) -> Iterator[Option]:
    """The option with one point less and one more, where a scale counts it."""
    is_counted = any(item.link_id in scale.items for scale in questionnaire.scale)
    if is_counted and isinstance(step, Option) and step.score is not None:
        for score in (step.score - 1, step.score + 1):
            if score >= 0:
                yield replace(step, score=score)


def _scales(scale: Scale) -> Iterator[tuple[str, str, Scale]]:
    """The scale with a band that starts elsewhere, or rates otherwise."""
    for place, band in enumerate(scale.band):
        for start in (band.from_ - 1, band.from_ + 1):
            if place and start >= 0:
                what = f"{band.from_} -> {start}"
                yield "cut-off", what, _with_band(scale, place, from_=start)
        for what, rates in _rates(band.rates):
            changed = _with_band(scale, place, rates=rates)
            yield "rating", f"{band.from_}, {what}", changed


def _with_band(scale: Scale, place: int, **changes: Any) -> Scale:
    bands = list(scale.band)
    bands[place] = replace(bands[place], **changes)
    return replace(scale, band=tuple(bands))


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
