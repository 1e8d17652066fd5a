"""Rules as sentences, with the answers that fulfill them."""

from collections.abc import Iterator

from screener.model import (
    AnyOf,
    AtLeast,
    ChoicesItem,
    Condition,
    Dimension,
    Item,
    Questionnaire,
    Rates,
    Rule,
    Ticked,
    rated_answers,
)
from screener.review.condition_words import condition_words
from screener.review.marks import PLAIN, Marks, listed
from screener.summary.wording import RATING_WORDS

GRAVEST = len(RATING_WORDS) - 1


def rule_words(rule: Rule, questionnaire: Questionnaire, marks: Marks = PLAIN) -> str:
    """Tell a rule as one sentence.

    Args:
        rule: The rule.
        questionnaire: The questionnaire it is written in.
        marks: How names and words stand out.

    Returns:
        Such as `"How soon": at least "Now", when "Danger" is 4.`
    """
    ladder = questionnaire.ladders[rule.ladder]
    rung = ladder.rung[ladder.index[rule.rung]]
    thresholds = [
        threshold_words(dimension, least, questionnaire, marks)
        for dimension, least in rule.at_least.items()
    ]
    return (
        f"{marks.soft(ladder.name)}: at least {marks.strong(rung.name)}, "
        f"when {listed(thresholds, 'and')}."
    )


def threshold_words(
    dimension: str, least: int, questionnaire: Questionnaire, marks: Marks = PLAIN
) -> str:
    """Tell one threshold of a rule: `"Alcohol and drug use" is at least 3`.

    Args:
        dimension: The dimension's id.
        least: The rating that is needed.
        questionnaire: The questionnaire.
        marks: How names and words stand out.
    """
    names = {one.id: one.name for one in questionnaire.dimension}
    needed = f"{least}" if least == GRAVEST else f"at least {least}"
    return f"{marks.soft(names[dimension])} is {needed}"


def rates_words(
    rates: Rates, questionnaire: Questionnaire, marks: Marks = PLAIN
) -> str:
    """Tell the ratings that an answer gives: `"Pregnancy" 1 (mild)`.

    Args:
        rates: Ratings by dimension.
        questionnaire: The questionnaire.
        marks: How names and words stand out.

    Returns:
        The ratings as the questionnaire lists its dimensions; empty where it rates
        nothing.
    """
    told = [
        f"{marks.soft(one.name)} {rates[one.id]}{_graded(one, rates[one.id])}"
        for one in questionnaire.dimension
        if one.id in rates
    ]
    return ", ".join(told)


def _graded(dimension: Dimension, rating: int) -> str:
    return f" ({RATING_WORDS[rating]})" if dimension.severity else ""


def ways_to(
    dimension: str, least: int, questionnaire: Questionnaire, marks: Marks = PLAIN
) -> tuple[str, ...]:
    """Tell which answers reach a rating: one clause a question, then one a scale.

    Args:
        dimension: The dimension's id.
        least: The rating.
        questionnaire: The questionnaire.
        marks: How names and words stand out.

    Returns:
        Any one of them is enough; none where no answer reaches it.
    """
    conditions = [_reaching(item, dimension, least) for item in questionnaire.item]
    told = [
        condition_words(condition, questionnaire, marks)
        for condition in conditions
        if condition is not None
    ]
    return (*told, *_scales_reaching(dimension, least, questionnaire, marks))


def _reaching(item: Item, dimension: str, least: int) -> Condition | None:
    """The answers to a question that reach a rating, as a condition."""
    steps = rated_answers(item)
    codes = [one.code for one in steps if one.rates.get(dimension, 0) >= least]
    if not codes:
        return None
    if isinstance(item, ChoicesItem):
        return AnyOf(any=tuple(Ticked(item=item.link_id, ticked=c) for c in codes))
    # Its answers are a chain: the graver ones reach it too.
    return AtLeast(item=item.link_id, at_least=codes[0])


def _scales_reaching(
    dimension: str, least: int, questionnaire: Questionnaire, marks: Marks
) -> Iterator[str]:
    for scale in questionnaire.scale:
        starts = [
            band.from_ for band in scale.band if band.rates.get(dimension, 0) >= least
        ]
        if starts:
            yield f"the score of {marks.soft(scale.name)} is {starts[0]} or more"
