"""Ratings, rules and rungs at every edge."""

import pytest

from screener.model import Answer, Given, Item, Questionnaire, Rates
from screener.scoring import evaluate, gravest, mildest
from tests.scoring.building import (
    choice,
    choices,
    number,
    questionnaire,
    rule,
    scale,
    text,
)

Person = dict[str, Answer]

FIVE = [{}, {"x": 1}, {"x": 2}, {"x": 3}, {"x": 4}]
FIVE_Y = [{}, {"y": 1}, {"y": 2}, {"y": 3}, {"y": 4}]


def rung(one: Questionnaire, person: Person, ladder: str = "level") -> str:
    """The one rung that a person is placed on."""
    placed = evaluate(one, person).placements[ladder]
    assert placed.settled
    assert placed.rung == placed.low == placed.high
    return placed.rung


def rating(one: Questionnaire, person: Person, dimension: str = "x") -> int:
    """The one rating that a person has."""
    found = evaluate(one, person).ratings[dimension]
    assert found.low == found.high
    return found.low


@pytest.mark.parametrize("least", range(1, 5))
@pytest.mark.parametrize("given", range(5))
def test_a_threshold_is_reached_at_its_rating_and_above(least: int, given: int) -> None:
    one = questionnaire(choice("a", *FIVE), rules=[rule("level", 2, x=least)])
    expected = "r2" if given >= least else "r0"
    assert rung(one, {"a": f"o{given}"}) == expected


@pytest.mark.parametrize("x", range(5))
@pytest.mark.parametrize("y", range(5))
def test_a_rule_needs_all_of_its_thresholds(x: int, y: int) -> None:
    one = questionnaire(
        choice("a", *FIVE), choice("b", *FIVE_Y), rules=[rule("level", 3, x=2, y=3)]
    )
    expected = "r3" if x >= 2 and y >= 3 else "r0"
    assert rung(one, {"a": f"o{x}", "b": f"o{y}"}) == expected


@pytest.mark.parametrize(
    ("a", "level", "side"),
    [
        ("o0", "r0", "r0"),
        ("o1", "r2", "r0"),
        ("o2", "r2", "r0"),
        ("o3", "r2", "r1"),
        ("o4", "r3", "r1"),
    ],
)
def test_the_highest_rung_counts_on_each_ladder_by_itself(
    a: str, level: str, side: str
) -> None:
    rules = [rule("level", 2, x=1), rule("level", 1, x=2), rule("level", 3, x=4)]
    one = questionnaire(choice("a", *FIVE), rules=[*rules, rule("side", 1, x=3)])
    assert (rung(one, {"a": a}), rung(one, {"a": a}, "side")) == (level, side)


def test_rules_that_hold_are_listed_as_written() -> None:
    rules = [rule("level", 2, x=1), rule("level", 1, x=2), rule("level", 3, x=4)]
    one = questionnaire(choice("a", *FIVE), rules=rules)
    found = evaluate(one, {"a": "o2"})
    assert [one.rule.id for one in found.rules] == ["level-2-x1", "level-1-x2"]
    assert found.possible_rules == ()


def test_no_answers_at_all_span_from_the_lowest_to_the_highest() -> None:
    one = questionnaire(choice("a", *FIVE), rules=[rule("level", 3, x=4)])
    found = evaluate(one, {})
    placed = found.placements["level"]
    assert (placed.rung, placed.low, placed.high) == ("r0", "r0", "r3")
    assert not placed.settled
    assert found.rules == ()
    assert [one.id for one in found.possible_rules] == ["level-3-x4"]
    assert found.placements["side"].settled


@pytest.mark.parametrize(
    ("person", "x"),
    [
        ({"a": "o0", "b": ("none",), "c": 0}, 0),
        ({"a": "o1", "b": ("none",), "c": 0}, 1),
        ({"a": "o1", "b": ("o0",), "c": 0}, 2),
        ({"a": "o1", "b": ("o0", "o1"), "c": 0}, 3),
        ({"a": "o1", "b": ("o1", "o2"), "c": 0}, 3),
        ({"a": "o4", "b": ("o1",), "c": 0}, 4),
        ({"a": "o1", "b": ("o2",), "c": 0}, 1),
        ({"a": "o0", "b": ("none",), "c": 5}, 4),
    ],
)
def test_a_rating_is_the_maximum_over_all_answers(person: Person, x: int) -> None:
    one = questionnaire(
        choice("a", *FIVE),
        choices("b", {"x": 2}, {"x": 3}, {}),
        number("c", (0, 4, {}), (5, 9, {"x": 4})),
    )
    assert rating(one, person) == x


def test_ratings_never_add_up() -> None:
    items = [choice(f"a{n}", {}, {"x": 1}) for n in range(6)]
    one = questionnaire(*items, rules=[rule("level", 1, x=2)])
    assert rung(one, dict.fromkeys(one.items, "o1")) == "r0"


@pytest.mark.parametrize(
    ("given", "x"),
    [(-3, 2), (-1, 2), (0, 0), (4, 0), (5, 1), (9, 1), (10, 4), (99, 4)],
)
def test_a_number_rates_as_its_band_does_up_to_both_ends(given: int, x: int) -> None:
    bands = [(0, 4, {}), (5, 9, {"x": 1}), (-3, -1, {"x": 2}), (10, 99, {"x": 4})]
    one = questionnaire(number("a", *bands))
    assert rating(one, {"a": given}) == x


def test_free_words_and_what_has_no_order_rate_nothing() -> None:
    items: list[Item] = [
        text("a"),
        choice("b", {}, {}, ordered=False),
        number("d", (0, 9, {})),
    ]
    one = questionnaire(*items, rules=[rule("level", 1, x=1)])
    assert rung(one, {}) == "r0"
    assert rung(one, {"a": "help", "b": "o1", "d": 9}) == "r0"


BANDS = {0: {}, 3: {"x": 2}, 5: {"x": 4}}
SUM = questionnaire(
    choice("a", {}, {}, {}, {}, scores=[0, 1, 2, 3]),
    choice("b", {}, {}, {}, {}, scores=[0, 0, 1, 3]),
    scales=[scale("a", "b", bands=BANDS)],
)


@pytest.mark.parametrize(
    ("a", "b", "total", "band", "x"),
    [
        ("o0", "o0", 0, "from 0", 0),
        ("o0", "o1", 0, "from 0", 0),
        ("o2", "o0", 2, "from 0", 0),
        ("o2", "o2", 3, "from 3", 2),
        ("o3", "o2", 4, "from 3", 2),
        ("o2", "o3", 5, "from 5", 4),
        ("o3", "o3", 6, "from 5", 4),
    ],
)
def test_a_scale_rates_by_its_total_from_each_cut_off_on(
    a: str, b: str, total: int, band: str, x: int
) -> None:
    found = evaluate(SUM, {"a": a, "b": b})
    (score,) = found.scales
    assert (score.score, score.band) == (total, band)
    assert rating(SUM, {"a": a, "b": b}) == x


@pytest.mark.parametrize(
    ("person", "low", "high"),
    [
        ({}, 0, 4),
        ({"a": "o0"}, 0, 2),
        ({"a": "o1"}, 0, 2),
        ({"a": "o2"}, 0, 4),
        ({"a": "o3"}, 2, 4),
        ({"b": "o3"}, 2, 4),
        ({"b": "o2"}, 0, 2),
    ],
)
def test_a_scale_with_a_member_open_rates_at_each_end_and_shows_no_score(
    person: Person, low: int, high: int
) -> None:
    found = evaluate(SUM, person)
    assert (found.ratings["x"].low, found.ratings["x"].high) == (low, high)
    assert [(one.score, one.band) for one in found.scales] == [(None, None)]


def test_a_scale_and_an_answer_on_one_dimension_give_the_graver_of_the_two() -> None:
    one = questionnaire(*SUM.item, choice("c", *FIVE), scales=SUM.scale)
    assert rating(one, {"a": "o3", "b": "o0", "c": "o1"}) == 2
    assert rating(one, {"a": "o3", "b": "o0", "c": "o3"}) == 3


@pytest.mark.parametrize(
    ("answer", "low", "high", "open_"),
    [(("none",), 0, 0, ()), ((), 0, 3, ("a",)), (("o0",), 1, 1, ())],
)
def test_nothing_ticked_is_unknown_where_none_of_these_is_offered(
    answer: tuple[str, ...], low: int, high: int, open_: tuple[str, ...]
) -> None:
    one = questionnaire(choices("a", {"x": 1}, {"x": 3}))
    found = evaluate(one, {"a": answer})
    assert (found.ratings["x"].low, found.ratings["x"].high) == (low, high)
    assert found.unknown == open_


def test_nothing_ticked_is_an_answer_where_no_none_of_these_is_offered() -> None:
    one = questionnaire(choices("a", {"x": 1}, {"x": 3}, none=False))
    found = evaluate(one, {"a": ()})
    assert (found.ratings["x"].low, found.ratings["x"].high) == (0, 0)
    assert found.unknown == ()


def test_a_mildest_option_that_rates_is_sure_and_no_reason_of_the_persons() -> None:
    one = questionnaire(choice("a", {"x": 1}, {"x": 2}), rules=[rule("level", 1, x=1)])
    found = evaluate(one, {})
    assert found.placements["level"].settled
    assert [holding.evidence for holding in found.rules] == [()]


def test_evidence_is_every_answer_that_reaches_a_threshold_by_itself() -> None:
    one = questionnaire(
        choice("a", *FIVE),
        choices("b", {"x": 1}, {"x": 2}, {"y": 4}),
        number("c", (0, 9, {}), (10, 19, {"x": 3})),
        choice("d", *FIVE_Y),
        rules=[rule("level", 1, x=2, y=1)],
    )
    found = evaluate(one, {"a": "o1", "b": ("o0", "o1"), "c": 12, "d": "o1"})
    (holding,) = found.rules
    assert [(said.link_id, said.says) for said in holding.evidence] == [
        ("b", "You said o1."),
        ("c", "You said 10 to 19."),
        ("d", "You said o1."),
    ]


@pytest.mark.parametrize(
    ("item", "mild", "grave"),
    [
        (choice("a", *FIVE), "o0", "o4"),
        (choice("a", {}, {}, ordered=False), None, None),
        (choices("a", {}, {"x": 1}), ("none",), ("o0", "o1")),
        (choices("a", {}, {"x": 1}, none=False), (), ("o0", "o1")),
        (choices("a", {}, {}, ordered=False), None, ("o0", "o1")),
        (number("a", (5, 9, {}), (0, 4, {"x": 1}), (10, 19, {"x": 2})), 5, 10),
        (number("a", (5, 9, {}), (10, 19, {"x": 1}), (0, 4, {"x": 2})), 5, 0),
        (text("a"), None, None),
    ],
)
def test_the_mildest_and_the_gravest_answer(
    item: Item, mild: Given | None, grave: Given | None
) -> None:
    assert (mildest(item), gravest(item)) == (mild, grave)


def test_a_member_without_points_is_missed_in_a_score_all_the_same() -> None:
    one = questionnaire(
        choice("a", {}, {}, scores=[0, 3]),
        choice("b", {}, {}, scores=[0, 0]),
        scales=[scale("a", "b", bands=BANDS)],
    )
    assert evaluate(one, {"a": "o1"}).scales[0].score is None
    assert evaluate(one, {"a": "o1", "b": "o1"}).scales[0].score == 3


@pytest.mark.parametrize(
    ("bands", "low", "high"),
    [
        ([(5, 9, {}), (0, 4, {"x": 1}), (10, 19, {"x": 3})], 0, 3),
        ([(5, 9, {"x": 1}), (10, 19, {"x": 2}), (0, 4, {"x": 4})], 1, 4),
    ],
)
def test_an_unknown_number_spans_its_bands_by_gravity(
    bands: list[tuple[int, int, Rates]], low: int, high: int
) -> None:
    found = evaluate(questionnaire(number("a", *bands)), {}).ratings["x"]
    assert (found.low, found.high) == (low, high)
