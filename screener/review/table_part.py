"""The rules of each ladder as tables that fit on a few pages."""

from collections.abc import Iterator

from screener.model import (
    Band,
    Dimension,
    Ladder,
    Option,
    Questionnaire,
    Rule,
    rated_answers,
)
from screener.review.marks import MARKDOWN, literal
from screener.review.rule_words import threshold_words

_GRAVEST = 4


def tables_part(questionnaire: Questionnaire) -> Iterator[str]:
    """One table a ladder: each step, and what leads to it; then what is behind.

    Args:
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    for ladder in questionnaire.ladder:
        yield from _table_of(ladder, questionnaire)
    yield from ("### What gives each weight", "")
    yield from (
        "| What is rated | Weight | Answers that give it |",
        "| --- | --- | --- |",
    )
    for dimension in questionnaire.dimension:
        yield from _weights_of(dimension, questionnaire)
    yield ""


def _table_of(ladder: Ladder, questionnaire: Questionnaire) -> Iterator[str]:
    yield from (f"### {literal(ladder.name)}", "")
    yield "The gravest step that any row gives is the result. All of a row must hold."
    yield from ("", "| At least | When | Rule |", "| --- | --- | --- |")
    for rung in reversed(ladder.rung):
        for rule in questionnaire.guidance.rule:
            if (rule.ladder, rule.rung) == (ladder.id, rung.id):
                flag = ", red flag" if rule.red_flag else ""
                when = _when(rule, questionnaire)
                yield f"| {literal(rung.name)}{flag} | {when} | `{rule.id}` |"
    yield f"| {literal(ladder.rung[0].name)} | no other row holds | |"
    yield ""


def _when(rule: Rule, questionnaire: Questionnaire) -> str:
    return " and ".join(
        threshold_words(dimension, least, questionnaire, MARKDOWN)
        for dimension, least in rule.at_least.items()
    )


def _weights_of(dimension: Dimension, questionnaire: Questionnaire) -> Iterator[str]:
    """One row a weight, with the answers and totals that give exactly it."""
    for weight in range(1, _GRAVEST + 1):
        ways = [
            *_answers_giving(dimension.id, weight, questionnaire),
            *_totals_giving(dimension.id, weight, questionnaire),
        ]
        if ways:
            name = MARKDOWN.soft(dimension.name)
            yield f"| {name} | {weight} | {'; '.join(ways)} |"


def _answers_giving(
    dimension: str, weight: int, questionnaire: Questionnaire
) -> Iterator[str]:
    for item in questionnaire.item:
        for step in rated_answers(item):
            if step.rates.get(dimension, 0) == weight:
                yield f"{MARKDOWN.soft(item.short)}: {literal(_words(step))}"


def _words(step: Option | Band) -> str:
    if isinstance(step, Option):
        return step.text
    return step.says or step.code


def _totals_giving(
    dimension: str, weight: int, questionnaire: Questionnaire
) -> Iterator[str]:
    for scale in questionnaire.scale:
        for band in scale.band:
            if band.rates.get(dimension, 0) == weight:
                yield f"{MARKDOWN.soft(scale.name)}: {literal(band.name)}"
