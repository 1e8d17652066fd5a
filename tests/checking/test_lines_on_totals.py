"""Lines that test the total of a scale: the checks against trying every answer set."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from screener.checking.lines import check_lines
from screener.checking.options import check_options
from screener.checking.space import Space
from screener.model import (
    AllOf,
    AtLeast,
    Item,
    OnTotal,
    Questionnaire,
    Rates,
    Ticked,
    Unticked,
)
from screener.scoring import evaluate
from tests.checking.test_by_trying_all import (
    assert_idle_options_are_told,
    count,
    everyone,
    named,
)
from tests.scoring.building import choice, choices, line, questionnaire, rule, scale
from tests.scoring.random_questionnaires import a_condition, gate_of, leaves_of
from tests.thorough import THOROUGH

MOST = 200
RATES: list[Rates] = [{}, {}, {}, {"x": 1}]
SCORES = st.lists(st.sampled_from([0, 1, 1, 2, 3]), min_size=3, max_size=3)

many = settings(
    max_examples=300 if THOROUGH else 40,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@st.composite
def scored_items(draw: st.DrawFn) -> list[Item]:
    """Two to four questions, most of which score; some stand behind another one."""
    items: list[Item] = []
    for n in range(draw(st.integers(2, 4))):
        gate = gate_of(draw, [leaves_of(one) for one in items])
        rates = sorted(
            (draw(st.sampled_from(RATES)) for _ in range(draw(st.integers(2, 3)))),
            key=len,
        )
        kind = draw(st.sampled_from(["ticks", "ticks", "choice", "plain"]))
        if kind == "ticks":
            none = draw(st.booleans())
            scores = draw(SCORES)
            items.append(choices(f"q{n}", *rates, gate=gate, none=none, scores=scores))
        else:
            rising = sorted(draw(SCORES)) if kind == "choice" else None
            items.append(choice(f"q{n}", *rates, gate=gate, scores=rising))
    return items


@st.composite
def on_totals(draw: st.DrawFn) -> Questionnaire:
    items = draw(scored_items())
    members = [item.link_id for item in items if item.option[0].score is not None]  # type: ignore[union-attr]
    assume(members)
    lowest = sum(
        item.option[0].score or 0
        for item in items
        if item.type == "choice" and item.enable_when is None
    )
    second = lowest + draw(st.integers(1, 4))
    scales = [scale(*members, bands={0: {}, second: {"y": 1}})]
    lines = [
        line(f"line{n}", a_condition(draw, items, scales))
        for n in range(draw(st.integers(1, 3)))
    ]
    # No rule asks for x or y: so most options matter by what the lines say alone.
    built = questionnaire(
        *items, rules=[rule("side", 1, z=1)], scales=scales, alternatives=lines
    )
    assume(count(built) <= MOST)
    return built


@pytest.mark.slow
@many
@given(on_totals())
def test_an_option_is_idle_where_it_changes_no_total_that_a_line_asks_for(
    built: Questionnaire,
) -> None:
    assert_idle_options_are_told(built)


@many
@given(on_totals())
def test_a_line_is_told_to_nobody_where_no_answers_reach_its_total(
    built: Questionnaire,
) -> None:
    told = {
        line.id
        for person in everyone(built)
        for line in evaluate(built, person).alternatives
    }
    untold = {line.id for line in built.guidance.alternative} - told
    assert named(check_lines(Space(built)), "alternative") == untold


SIGNS = choices("a", {}, {}, {}, {}, scores=(1, 1, 1, 1))
LEVEL = choice("c", {}, {"x": 1}, scores=(0, 2))


def idle(*items: Item, from_: int | None = None, to: int | None = None) -> set[str]:
    members = [one.link_id for one in items if one.link_id != "gate"]
    built = questionnaire(
        *items,
        scales=[scale(*members, bands={0: {}})],
        supports=[line("told", OnTotal(scale="sum", from_=from_, to=to))],
    )
    assert_idle_options_are_told(built)
    return {flaw.what.split("`")[1] for flaw in check_options(Space(built)).flaws}


def test_every_tick_is_used_that_can_be_the_last_one_to_a_total() -> None:
    assert idle(SIGNS, from_=2) == set()
    assert idle(SIGNS, to=3) == set()
    assert idle(SIGNS, from_=4, to=4) == set()


def test_a_tick_that_never_crosses_what_a_line_asks_for_is_idle() -> None:
    uneven = choices("a", {}, {}, scores=(3, 1))
    assert idle(uneven, from_=1, to=3) == set()
    assert idle(uneven, from_=2) == {"o1"}
    assert idle(uneven, from_=4) == set()


def test_a_tick_that_only_opens_what_scores_is_used() -> None:
    gate = choices("gate", {}, {})
    behind = choice("b", {}, {}, gate=Ticked(item="gate", ticked="o1"), scores=(0, 3))
    assert idle(gate, behind, from_=2) == {"o0"}


def test_a_line_may_ask_for_a_tick_and_a_total() -> None:
    condition = AllOf(
        all=(
            Ticked(item="a", ticked="o0"),
            Unticked(item="a", unticked="o3"),
            OnTotal(scale="sum", from_=2, to=4),
            AtLeast(item="c", at_least="o1"),
        )
    )
    built = questionnaire(
        SIGNS,
        LEVEL,
        scales=[scale("a", "c", bands={0: {}})],
        alternatives=[line("told", condition)],
    )
    assert_idle_options_are_told(built)
    assert not check_lines(Space(built)).flaws


def test_a_total_that_nobody_reaches_is_told_to_nobody() -> None:
    built = questionnaire(
        SIGNS,
        scales=[scale("a", bands={0: {}})],
        alternatives=[
            line("four", OnTotal(scale="sum", from_=4)),
            line("five", OnTotal(scale="sum", from_=5)),
        ],
    )
    assert named(check_lines(Space(built)), "alternative") == {"five"}
