"""Lines and signs of fit, at every edge of their conditions."""

from dataclasses import replace

import pytest

from screener.model import (
    AllOf,
    Answer,
    AnyOf,
    AtLeast,
    Condition,
    End,
    Is,
    Item,
    OnRung,
    OnTotal,
    Ticked,
    Unknown,
    Unticked,
)
from screener.scoring import evaluate
from tests.scoring.building import (
    choice,
    choices,
    line,
    questionnaire,
    rule,
    scale,
    sign,
)

Person = dict[str, Answer]

RUNGS = [rule("level", n, x=n) for n in (1, 2, 3)]
LEVEL = choice("x", {}, {"x": 1}, {"x": 2}, {"x": 3})
ITEMS: list[Item] = [
    LEVEL,
    choice("a", {}, {}, {}),
    choice("loose", {}, {}, ordered=False),
    choices("t", {}, {}, ordered=False),
]


def is_(item: str, code: str) -> Condition:
    return Is(item=item, is_=code)


def on_rung(start: str | None = None, to: str | None = None) -> Condition:
    return OnRung(ladder="level", from_=start, to=to)


def told(condition: Condition | None, person: Person) -> bool:
    """Whether a line with this condition is told to a person."""
    one = questionnaire(*ITEMS, rules=RUNGS, supports=[line("line", condition)])
    return bool(evaluate(one, person).supports)


@pytest.mark.parametrize(
    ("condition", "rungs"),
    [
        (on_rung(), [0, 1, 2, 3]),
        (on_rung("r0"), [0, 1, 2, 3]),
        (on_rung("r1"), [1, 2, 3]),
        (on_rung("r3"), [3]),
        (on_rung(to="r0"), [0]),
        (on_rung(to="r2"), [0, 1, 2]),
        (on_rung("r1", "r2"), [1, 2]),
        (on_rung("r2", "r2"), [2]),
    ],
)
def test_a_line_is_told_between_its_rungs_both_included(
    condition: Condition, rungs: list[int]
) -> None:
    assert [n for n in range(4) if told(condition, {"x": f"o{n}"})] == rungs


def test_a_line_is_told_by_the_rung_that_is_reported() -> None:
    assert told(on_rung(to="r0"), {})
    assert not told(on_rung("r1"), {})


@pytest.mark.parametrize(
    ("condition", "person", "shown"),
    [
        (None, {}, True),
        (AtLeast(item="a", at_least="o1"), {}, False),
        (AtLeast(item="a", at_least="o1"), {"a": "o0"}, False),
        (AtLeast(item="a", at_least="o1"), {"a": "o1"}, True),
        (AtLeast(item="a", at_least="o1"), {"a": "o2"}, True),
        (is_("a", "o1"), {"a": "o0"}, False),
        (is_("a", "o1"), {"a": "o1"}, True),
        (is_("a", "o1"), {"a": "o2"}, False),
        (is_("a", "o0"), {}, False),
        (is_("a", "o0"), {"a": Unknown.UNSURE}, False),
        (is_("loose", "o1"), {"loose": "o1"}, True),
        (is_("loose", "o1"), {"loose": "o0"}, False),
        (Ticked(item="t", ticked="o0"), {"t": ("o0", "o1")}, True),
        (Ticked(item="t", ticked="o0"), {"t": ("o1",)}, False),
        (Ticked(item="t", ticked="none"), {"t": ("none",)}, True),
        (Unticked(item="t", unticked="o0"), {}, False),
        (Unticked(item="t", unticked="o0"), {"t": ()}, False),
        (Unticked(item="t", unticked="o0"), {"t": Unknown.DECLINED}, False),
        (Unticked(item="t", unticked="o0"), {"t": ("none",)}, True),
        (Unticked(item="t", unticked="o0"), {"t": ("o1",)}, True),
        (Unticked(item="t", unticked="o0"), {"t": ("o0", "o1")}, False),
        (AnyOf(any=(is_("a", "o1"), on_rung("r3"))), {"a": "o1"}, True),
        (AnyOf(any=(is_("a", "o1"), on_rung("r3"))), {"x": "o3"}, True),
        (AnyOf(any=(is_("a", "o1"), on_rung("r3"))), {"x": "o2"}, False),
        (AllOf(all=(is_("a", "o1"), on_rung("r3"))), {"x": "o3"}, False),
        (AllOf(all=(is_("a", "o1"), on_rung("r3"))), {"a": "o1", "x": "o3"}, True),
    ],
)
def test_a_line_is_told_when_its_condition_holds(
    condition: Condition | None, person: Person, shown: bool
) -> None:
    assert told(condition, person) == shown


def test_a_hidden_answer_tells_no_line() -> None:
    gate = AtLeast(item="x", at_least="o1")
    one = questionnaire(
        LEVEL,
        choice("a", {}, {}, ordered=False, gate=gate),
        choices("t", {}, {}, ordered=False, gate=gate),
        supports=[
            line("a", is_("a", "o1")),
            line("t", Unticked(item="t", unticked="o0")),
        ],
    )
    hidden: Person = {"x": "o0", "a": "o1", "t": ("o1",)}
    assert [line.id for line in evaluate(one, hidden).supports] == []
    asked: Person = {**hidden, "x": "o1"}
    assert [line.id for line in evaluate(one, asked).supports] == ["a", "t"]


def test_lines_are_told_in_the_order_they_are_written() -> None:
    lines = [line("b"), line("hidden", on_rung("r3")), line("a")]
    one = questionnaire(*ITEMS, supports=lines)
    assert [line.id for line in evaluate(one, {}).supports] == ["b", "a"]


SIGNS: list[Item] = [
    choices("s", {}, {}, {}, scores=(1, 1, 2)),
    choice("m", {}, {}, scores=(0, 2)),
]
SUM = scale("s", "m", bands={0: {}})


def on_total(low: int | None = None, to: int | None = None) -> OnTotal:
    return OnTotal(scale="sum", from_=low, to=to)


def told_of_signs(condition: Condition, person: Person) -> bool:
    one = questionnaire(*SIGNS, scales=[SUM], supports=[line("line", condition)])
    return bool(evaluate(one, person).supports)


PEOPLE: list[Person] = [
    {"s": ("none",), "m": "o0"},
    {"s": ("o0",), "m": "o0"},
    {"s": ("o2",), "m": "o0"},
    {"s": ("o1",), "m": "o1"},
    {"s": ("o0", "o1", "o2"), "m": "o0"},
    {"s": ("o0", "o2"), "m": "o1"},
    {"s": ("o0", "o1", "o2"), "m": "o1"},
]
"""People with 0 to 6 points."""


@pytest.mark.parametrize(
    ("condition", "totals"),
    [
        (on_total(0), [0, 1, 2, 3, 4, 5, 6]),
        (on_total(1), [1, 2, 3, 4, 5, 6]),
        (on_total(6), [6]),
        (on_total(7), []),
        (on_total(to=0), [0]),
        (on_total(to=3), [0, 1, 2, 3]),
        (on_total(2, 4), [2, 3, 4]),
        (on_total(4, 4), [4]),
        (AnyOf(any=(on_total(to=1), on_total(5))), [0, 1, 5, 6]),
        (AllOf(all=(on_total(2), Ticked(item="s", ticked="o2"))), [2, 4, 5, 6]),
    ],
)
def test_a_line_is_told_between_its_totals_both_included(
    condition: Condition, totals: list[int]
) -> None:
    assert [n for n in range(7) if told_of_signs(condition, PEOPLE[n])] == totals


@pytest.mark.parametrize(
    ("person", "low", "high"),
    [
        ({}, 0, 6),
        ({"s": ("o0",)}, 1, 3),
        ({"m": "o1"}, 2, 6),
        ({"s": Unknown.DECLINED, "m": "o0"}, 0, 4),
        ({"s": ("none",), "m": "o0"}, 0, 0),
    ],
)
def test_a_line_may_test_either_end_of_a_total(
    person: Person, low: int, high: int
) -> None:
    for total in range(7):
        at_low = OnTotal(scale="sum", from_=total, to=total)
        assert told_of_signs(at_low, person) == (total == low)
        at_high = replace(at_low, end=End.HIGH)
        assert told_of_signs(at_high, person) == (total == high)


@pytest.mark.parametrize(
    ("person", "fit"),
    [
        ({}, "unknown"),
        ({"s": ("o0",)}, "unknown"),
        ({"s": ("o0",), "m": "o0"}, "build"),
        ({"s": ("o0",), "m": "o1"}, "fits"),
    ],
)
def test_a_sign_on_a_total_is_not_known_before_all_is_answered(
    person: Person, fit: str
) -> None:
    one = questionnaire(*SIGNS, scales=[SUM], fit=[sign("sign", on_total(2))])
    assert [found.fit.value for found in evaluate(one, person).fit] == [fit]


@pytest.mark.parametrize(
    ("person", "fit"),
    [
        ({}, "unknown"),
        ({"a": Unknown.DECLINED, "loose": "o0"}, "unknown"),
        ({"a": "o0", "loose": "o0"}, "build"),
        ({"a": "o1", "loose": "o0"}, "fits"),
        ({"a": "o1"}, "fits"),
        ({"loose": "o1"}, "fits"),
        ({"a": "o0"}, "unknown"),
        ({"a": "o0", "loose": Unknown.UNSURE}, "unknown"),
    ],
)
def test_a_sign_fits_is_to_build_or_is_not_known(person: Person, fit: str) -> None:
    either = AnyOf(any=(is_("a", "o1"), is_("loose", "o1")))
    one = questionnaire(*ITEMS, fit=[sign("sign", either)])
    assert [found.fit.value for found in evaluate(one, person).fit] == [fit]


@pytest.mark.parametrize(
    ("person", "fit"),
    [
        ({}, "unknown"),
        ({"x": "o0"}, "build"),
        ({"x": "o0", "a": "o1"}, "build"),
        ({"x": "o1"}, "unknown"),
        ({"x": "o1", "a": "o1"}, "fits"),
        ({"x": "o1", "a": "o0"}, "build"),
        ({"a": "o1"}, "unknown"),
    ],
)
def test_a_sign_behind_a_gate_is_not_known_before_the_gate_is(
    person: Person, fit: str
) -> None:
    gate = AtLeast(item="x", at_least="o1")
    one = questionnaire(
        LEVEL, choice("a", {}, {}, gate=gate), fit=[sign("sign", is_("a", "o1"))]
    )
    assert [found.fit.value for found in evaluate(one, person).fit] == [fit]


@pytest.mark.parametrize("place", range(4))
def test_a_sign_is_told_to_those_it_applies_to(place: int) -> None:
    only = sign("sign", is_("a", "o1"), applies_when=on_rung("r1", "r2"))
    one = questionnaire(*ITEMS, rules=RUNGS, fit=[only])
    found = evaluate(one, {"x": f"o{place}", "a": "o1"}).fit
    assert [one.sign.id for one in found] == (["sign"] if place in (1, 2) else [])


def test_a_sign_on_a_rung_alone_is_never_unknown() -> None:
    one = questionnaire(*ITEMS, rules=RUNGS, fit=[sign("sign", on_rung("r1"))])
    assert [found.fit.value for found in evaluate(one, {}).fit] == ["build"]
    assert [found.fit.value for found in evaluate(one, {"x": "o1"}).fit] == ["fits"]
