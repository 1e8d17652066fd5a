"""A rule is one sentence, and the answers that fulfill it are the ones that do."""

import pytest

from screener.model import Given, NumberItem, Questionnaire, rated_answers
from screener.review import MARKDOWN, rates_words, rule_words, threshold_words, ways_to
from screener.scoring import evaluate
from tests.small import small

RULES = {rule.id: rule for rule in small().guidance.rule}


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("danger-now", '"How soon": at least "Now", when "Danger to yourself" is 4.'),
        (
            "use-alone",
            '"Level of care": at least "Intensive outpatient care", '
            'when "Use" is at least 2 and "Little support" is at least 1.',
        ),
        (
            "heavy-again",
            '"Level of care": at least "Residential care", when "Use" is at least 3, '
            '"Treatment that ended early" is at least 1 '
            'and "Little support" is at least 2.',
        ),
    ],
)
def test_a_rule_is_one_sentence(rule: str, sentence: str) -> None:
    assert rule_words(RULES[rule], small()) == sentence


def test_in_markdown_names_stand_out() -> None:
    assert rule_words(RULES["danger-now"], small(), MARKDOWN) == (
        "*How soon*: at least **Now**, when *Danger to yourself* is 4."
    )


def test_ratings_are_told_by_name_and_word_in_the_order_of_the_dimensions() -> None:
    rates = {"mood": 2, "danger": 4, "use": 1}
    assert rates_words(rates, small()) == (
        '"Danger to yourself" 4 (severe), "Use" 1 (mild), "Mood" 2 (moderate)'
    )
    assert rates_words({}, small()) == ""


def test_the_gravest_rating_is_never_told_as_at_least() -> None:
    assert threshold_words("use", 4, small()) == '"Use" is 4'
    assert threshold_words("use", 3, small()) == '"Use" is at least 3'


@pytest.mark.parametrize(
    ("dimension", "least", "ways"),
    [
        (
            "danger",
            2,
            (
                '"Thoughts of suicide" is "I have wished I would not wake up" '
                "or graver",
                '"A plan" is "I am not sure I can stay safe" or graver',
            ),
        ),
        (
            "danger",
            4,
            ('"A plan" is "I am not sure I can stay safe" or graver',),
        ),
        (
            "use",
            2,
            (
                '"Days of use" is 10 to 30 days',
                '"Trouble at work or school" or "Gaps in memory" is ticked '
                'under "What use has led to"',
            ),
        ),
        ("mood", 2, ('the score of "Low mood" is 3 or more',)),
        ("mood", 3, ('the score of "Low mood" is 5 or more',)),
        ("mood", 4, ()),
    ],
)
def test_the_answers_that_reach_a_rating(
    dimension: str, least: int, ways: tuple[str, ...]
) -> None:
    assert ways_to(dimension, least, small()) == ways


def test_every_answer_that_reaches_a_rating_is_covered_and_no_other(
    core: Questionnaire,
) -> None:
    for dimension in core.dimension:
        for least in (1, 2, 3, 4):
            ways = " ".join(ways_to(dimension.id, least, core))
            for item in core.item:
                reaches = any(
                    one.rates.get(dimension.id, 0) >= least
                    for one in rated_answers(item)
                )
                assert (f'"{item.short}"' in ways) is reaches


def test_a_told_answer_alone_gives_the_rating() -> None:
    answers: dict[str, Given] = {"problems": ("lost-work",)}
    assert evaluate(small(), answers).ratings["use"].low == 2
    assert isinstance(small().items["days"], NumberItem)
    assert evaluate(small(), {"days": 10}).ratings["use"].low == 3
