"""Which questions are asked, and what given answers count for behind open gates."""

import pytest

from screener.model import AllOf, Answer, AnyOf, AtLeast, Condition, Ticked, Unknown
from screener.scoring import enable, evaluate, given_answers
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


def at_least(item: str, place: int) -> Condition:
    return AtLeast(item=item, at_least=f"o{place}")


def ticked(item: str, place: int) -> Condition:
    return Ticked(item=item, ticked=f"o{place}")


A = choice("a", {}, {}, {})
B = choices("b", {}, {})
C = number("c", (5, 9, {}), (0, 4, {}), (10, 19, {}))


@pytest.mark.parametrize(
    ("gate", "person", "asked"),
    [
        (at_least("a", 1), {}, False),
        (at_least("a", 1), {"a": Unknown.DECLINED}, False),
        (at_least("a", 1), {"a": Unknown.UNSURE}, False),
        (at_least("a", 1), {"a": "o0"}, False),
        (at_least("a", 1), {"a": "o1"}, True),
        (at_least("a", 1), {"a": "o2"}, True),
        (at_least("a", 0), {"a": "o0"}, True),
        (at_least("a", 0), {}, False),
        (at_least("a", 2), {"a": "o1"}, False),
        (at_least("a", 2), {"a": "o2"}, True),
        (ticked("b", 0), {}, False),
        (ticked("b", 0), {"b": ()}, False),
        (ticked("b", 0), {"b": ("none",)}, False),
        (ticked("b", 0), {"b": ("o1",)}, False),
        (ticked("b", 0), {"b": ("o0",)}, True),
        (ticked("b", 0), {"b": ("o0", "o1")}, True),
        # The bands of `c` are, from mildest to gravest, 5-9, 0-4 and 10-19.
        (at_least("c", 1), {"c": 5}, False),
        (at_least("c", 1), {"c": 9}, False),
        (at_least("c", 1), {"c": 4}, True),
        (at_least("c", 1), {"c": 0}, True),
        (at_least("c", 1), {"c": 10}, True),
        (at_least("c", 2), {"c": 4}, False),
        (at_least("c", 2), {"c": 10}, True),
        (at_least("c", 2), {"c": 19}, True),
        (at_least("c", 0), {"c": 7}, True),
        (AnyOf(any=(at_least("a", 1), ticked("b", 0))), {"a": "o0"}, False),
        (AnyOf(any=(at_least("a", 1), ticked("b", 0))), {"a": "o1"}, True),
        (AnyOf(any=(at_least("a", 1), ticked("b", 0))), {"b": ("o0",)}, True),
        (AllOf(all=(at_least("a", 1), ticked("b", 0))), {"b": ("o0",)}, False),
        (AllOf(all=(at_least("a", 1), ticked("b", 0))), {"a": "o1"}, False),
        (
            AllOf(all=(at_least("a", 1), ticked("b", 0))),
            {"a": "o1", "b": ("o0",)},
            True,
        ),
        (
            AllOf(all=(AnyOf(any=(at_least("a", 2), ticked("b", 0))), ticked("b", 1))),
            {"a": "o1", "b": ("o1",)},
            False,
        ),
        (
            AllOf(all=(AnyOf(any=(at_least("a", 2), ticked("b", 0))), ticked("b", 1))),
            {"a": "o1", "b": ("o0", "o1")},
            True,
        ),
    ],
)
def test_a_gate_opens_at_its_option_and_above(
    gate: Condition, person: Person, asked: bool
) -> None:
    one = questionnaire(A, B, C, choice("d", {}, {}, gate=gate))
    found = enable(one, given_answers(one, person)).enabled
    assert found == (("a", "b", "c", "d") if asked else ("a", "b", "c"))


CHAIN = questionnaire(
    choice("a", {}, {}),
    choice("b", {}, {}, gate=at_least("a", 1)),
    choice("c", {}, {"x": 3}, gate=at_least("b", 1)),
    rules=[rule("level", 2, x=3)],
)


@pytest.mark.parametrize(
    ("person", "low", "high", "unknown", "unused"),
    [
        # Everything is known.
        ({"a": "o1", "b": "o1", "c": "o1"}, "r2", "r2", (), ()),
        ({"a": "o1", "b": "o1", "c": "o0"}, "r0", "r0", (), ()),
        # A hidden gate opens nothing, whatever was said to it.
        ({"a": "o0", "b": "o1", "c": "o1"}, "r0", "r0", (), ("b", "c")),
        ({"a": "o1", "b": "o0", "c": "o1"}, "r0", "r0", (), ("c",)),
        ({"a": "o0"}, "r0", "r0", (), ()),
        # An answer behind an unknown gate counts at the end where the gate opens.
        ({"b": "o1", "c": "o1"}, "r0", "r2", ("a",), ()),
        ({"a": "o1", "c": "o1"}, "r0", "r2", ("b",), ()),
        ({"c": "o1"}, "r0", "r2", ("a", "b"), ()),
        # What is known to be mild stays mild at both ends.
        ({"b": "o1", "c": "o0"}, "r0", "r0", ("a",), ()),
        ({"b": "o0", "c": "o1"}, "r0", "r0", ("a",), ("c",)),
        # All that may apply and is not known, is open.
        ({}, "r0", "r2", ("a", "b", "c"), ()),
        ({"a": "o1"}, "r0", "r2", ("b", "c"), ()),
        ({"a": "o1", "b": Unknown.DECLINED}, "r0", "r2", ("b", "c"), ()),
        ({"a": Unknown.UNSURE, "b": "o0"}, "r0", "r0", ("a",), ()),
        ({"b": "o0"}, "r0", "r0", ("a",), ()),
    ],
)
def test_the_range_takes_unknown_gates_at_both_ends(
    person: Person,
    low: str,
    high: str,
    unknown: tuple[str, ...],
    unused: tuple[str, ...],
) -> None:
    found = evaluate(CHAIN, person)
    placed = found.placements["level"]
    assert (placed.rung, placed.low, placed.high) == (low, low, high)
    assert (found.unknown, found.unused) == (unknown, unused)


def test_a_red_flag_behind_a_skipped_gate_stays_in_the_range() -> None:
    one = questionnaire(
        choice("gate", {}, {"x": 1}),
        choice("flag", {}, {"x": 4}, gate=at_least("gate", 1)),
        rules=[rule("level", 3, x=4), rule("level", 1, x=1)],
    )
    placed = evaluate(one, {"flag": "o1"}).placements["level"]
    assert (placed.low, placed.high) == ("r0", "r3")


def test_an_answer_that_is_hidden_at_the_low_end_is_no_evidence_yet() -> None:
    found = evaluate(CHAIN, {"b": "o1", "c": "o1"})
    assert found.rules == ()
    assert [rule.id for rule in found.possible_rules] == ["level-2-x3"]


def test_free_words_are_never_missed() -> None:
    one = questionnaire(text("a"), choice("b", {}, {"x": 1}))
    assert evaluate(one, {"b": "o0"}).unknown == ()
    assert evaluate(one, {"a": "", "b": "o0"}).unused == ()


def test_hidden_words_are_kept_and_not_used() -> None:
    one = questionnaire(A, text("b", gate=at_least("a", 1)))
    assert evaluate(one, {"a": "o0", "b": "words"}).unused == ("b",)
    assert evaluate(one, {"a": "o0", "b": ""}).unused == ()


def test_what_ticks_without_an_order_may_open_is_open() -> None:
    loose = choices("a", {}, {}, ordered=False)
    one = questionnaire(loose, choice("b", {}, {}, ordered=False, gate=ticked("a", 1)))
    assert evaluate(one, {}).unknown == ("a", "b")
    assert evaluate(one, {"a": ("o0",)}).unknown == ()
    assert evaluate(one, {"a": ("o1",)}).unknown == ("b",)
    assert evaluate(one, {"b": "o1"}).unused == ()
    assert evaluate(one, {"a": ("none",), "b": "o1"}).unused == ("b",)


@pytest.mark.parametrize(
    ("person", "score", "low", "high"),
    [
        ({"a": "o0"}, 0, 0, 0),
        ({"a": "o0", "m": "o1"}, 0, 0, 0),
        ({"a": "o1", "m": "o1"}, 3, 2, 2),
        ({"a": "o1"}, None, 0, 2),
        ({"m": "o1"}, None, 0, 2),
        ({"m": "o0"}, 0, 0, 0),
        ({}, None, 0, 2),
    ],
)
def test_a_hidden_member_adds_nothing_to_a_scale(
    person: Person, score: int | None, low: int, high: int
) -> None:
    one = questionnaire(
        choice("a", {}, {}),
        choice("m", {}, {}, scores=[0, 3], gate=at_least("a", 1)),
        scales=[scale("m", bands={0: {}, 3: {"x": 2}})],
    )
    found = evaluate(one, person)
    assert [one.score for one in found.scales] == [score]
    assert (found.ratings["x"].low, found.ratings["x"].high) == (low, high)
