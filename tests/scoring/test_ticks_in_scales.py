"""Ticks that a scale counts: totals, ranges, reasons and changes at every edge."""

import pytest

from screener.model import Item, Rates, Ticked, Unknown
from screener.scoring import (
    Direction,
    Said,
    evaluate,
    explain,
    is_settled,
    narrows_most,
    place,
)
from tests.scoring.building import choice, choices, questionnaire, rule, scale
from tests.scoring.people import Person

BANDS: dict[int, Rates] = {0: {}, 2: {"x": 1}, 4: {"x": 2}, 7: {"x": 4}}
ITEMS: tuple[Item, ...] = (
    choices("a", {}, {"y": 1}, {}, scores=[1, 2, 0]),
    choices("b", {}, {}, none=False, scores=[1, 3], gate=Ticked(item="a", ticked="o0")),
    choice("c", {}, {}, scores=[0, 1]),
)
"""Ticks of 1, 2 and 0 points, ticks of 1 and 3 behind the first one, and a choice."""

ONE = questionnaire(
    *ITEMS,
    rules=[rule("level", n, x=least) for n, least in enumerate((1, 2, 4), 1)],
    scales=[scale("a", "b", "c", bands=BANDS)],
)
NONE = ("none",)


@pytest.mark.parametrize(
    ("a", "b", "c", "score", "x"),
    [
        (NONE, None, "o0", 0, 0),
        (NONE, None, "o1", 1, 0),
        (("o2",), None, "o0", 0, 0),
        (("o2",), None, "o1", 1, 0),
        (("o1",), None, "o0", 2, 1),
        (("o1", "o2"), None, "o0", 2, 1),
        (("o1",), None, "o1", 3, 1),
        (("o0",), (), "o0", 1, 0),
        (("o0",), (), "o1", 2, 1),
        (("o0",), ("o0",), "o0", 2, 1),
        (("o0",), ("o0",), "o1", 3, 1),
        (("o0",), ("o1",), "o0", 4, 2),
        (("o1", "o0"), (), "o0", 3, 1),
        (("o0", "o1"), (), "o1", 4, 2),
        (("o0", "o1"), ("o1",), "o0", 6, 2),
        (("o0", "o1"), ("o1",), "o1", 7, 4),
        (("o0", "o1"), ("o1", "o0"), "o0", 7, 4),
        (("o0", "o1", "o2"), ("o0", "o1"), "o1", 8, 4),
        # What is ticked behind a closed gate adds nothing.
        (NONE, ("o0", "o1"), "o0", 0, 0),
        (("o1",), ("o0", "o1"), "o1", 3, 1),
    ],
)
def test_the_scores_of_all_ticks_add_up(
    a: tuple[str, ...], b: tuple[str, ...] | None, c: str, score: int, x: int
) -> None:
    person: Person = {"a": a, "c": c}
    if b is not None:
        person["b"] = b
    found = evaluate(ONE, person)
    assert [one.score for one in found.scales] == [score]
    assert (found.ratings["x"].low, found.ratings["x"].high) == (x, x)


@pytest.mark.parametrize(
    ("person", "low", "high"),
    [
        ({}, 0, 4),
        ({"a": ()}, 0, 4),  # beside a "none of these", no tick says nothing
        ({"a": Unknown.DECLINED, "c": "o0"}, 0, 4),
        ({"a": NONE}, 0, 0),
        ({"a": ("o1",)}, 1, 1),
        ({"a": ("o0", "o1")}, 1, 4),
        ({"a": ("o0",), "c": "o0"}, 0, 2),
        ({"a": ("o0",), "b": ()}, 0, 1),
        ({"a": ("o0",), "b": Unknown.UNSURE, "c": "o1"}, 1, 2),
        ({"a": ("o0",), "b": ("o1",)}, 2, 2),
        ({"b": ("o0", "o1")}, 0, 4),
    ],
)
def test_unknown_ticks_count_none_at_the_low_end_and_all_at_the_high_end(
    person: Person, low: int, high: int
) -> None:
    found = evaluate(ONE, person)
    assert (found.ratings["x"].low, found.ratings["x"].high) == (low, high)
    level = place(ONE, person)["level"]
    rungs = {0: "r0", 1: "r1", 2: "r2", 4: "r3"}
    assert (level.low, level.high) == (rungs[low], rungs[high])


def test_a_scale_with_unknown_ticks_has_no_score() -> None:
    assert [one.score for one in evaluate(ONE, {"c": "o0"}).scales] == [None]
    behind: Person = {"a": ("o0",), "c": "o0"}
    assert [one.score for one in evaluate(ONE, behind).scales] == [None]


def test_a_rule_names_the_band_that_ticks_reach() -> None:
    (holding,) = evaluate(ONE, {"a": ("o1",), "c": "o0"}).rules
    assert [one.link_id for one in holding.evidence] == ["sum"]


def test_the_reasons_are_single_ticks() -> None:
    person: Person = {"a": ("o0", "o1", "o2"), "b": ("o0",), "c": "o1"}
    why = explain(ONE, person).why["level"]
    # 5 points: without the choice, or without the tick of 1 behind the gate, still 4.
    assert evaluate(ONE, person).scales[0].score == 5
    said = set(why.at_least)
    ticks = {Said("a", "o0", ticked=True), Said("a", "o1", ticked=True)}
    assert ticks < said
    assert len(said) == 3
    assert Said("a", "o2", ticked=True) not in said
    assert set(why.no_more) == {Said("b", "o1", ticked=False)}


def test_a_single_tick_that_would_change_the_level_is_named() -> None:
    person: Person = {"a": ("o0",), "b": ("o1",), "c": "o0"}
    found = explain(ONE, person)
    # With 4 points, each tick is needed for them, and no other one adds enough.
    assert {one.said: one.ranges["level"].low for one in found.changes} == {
        Said("a", "o0", ticked=False): "r0",
        Said("b", "o1", ticked=False): "r0",
    }


def test_ticks_that_only_together_raise_the_level_are_one_set() -> None:
    one = questionnaire(
        choices("a", {}, {}, {}, scores=[1, 1, 1]),
        rules=[rule("level", 1, x=1)],
        scales=[scale("a", bands={0: {}, 3: {"x": 1}})],
    )
    found = explain(one, {"a": ("o0",)})
    assert found.changes == ()
    (higher,) = (each for each in found.sets if each.ladder == "level")
    assert higher.direction is Direction.HIGHER
    assert higher.said == (
        Said("a", "o1", ticked=True),
        Said("a", "o2", ticked=True),
    )


def test_the_end_is_offered_once_no_tick_left_can_matter() -> None:
    assert is_settled(ONE, {"a": ("o1",)})  # 2 or 3 points: the choice changes nothing
    assert not is_settled(ONE, {"a": ("o0",)})
    assert not is_settled(ONE, {"a": ("o0",), "b": ()})
    assert is_settled(ONE, {"a": ("o0",), "b": ("o1",)})


def test_the_ticks_that_leave_least_open_are_asked_first() -> None:
    assert narrows_most(ONE, {}, ["a", "c"]) == "a"
    assert narrows_most(ONE, {"a": ("o0",)}, ["b", "c"]) == "b"
