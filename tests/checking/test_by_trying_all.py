"""The checks against trying every set of answers, where there are few enough."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from screener.checking.lines import check_lines
from screener.checking.options import check_options
from screener.checking.proof import Finding
from screener.checking.rules import check_rules_alive, check_rungs_reached
from screener.checking.space import Space
from screener.model import (
    AnyOf,
    AtLeast,
    ChoicesItem,
    Condition,
    Given,
    Is,
    Item,
    NumberItem,
    Questionnaire,
    Scale,
    Ticked,
    Unticked,
    is_ordered,
    rated_answers,
    totals_tested,
)
from screener.scoring import evaluate, exclusive_option
from tests.scoring.building import choice, choices, line, scale
from tests.scoring.building import questionnaire as built
from tests.scoring.building import rule as a_rule
from tests.scoring.people import every_answer
from tests.scoring.random_questionnaires import questionnaires

MOST = 300
"""Sets of answers that are still few enough."""


def everyone(questionnaire: Questionnaire) -> list[dict[str, Given]]:
    answers = [every_answer(item) for item in questionnaire.item]
    return [
        dict(zip(questionnaire.items, one, strict=True))
        for one in itertools.product(*answers)
    ]


def count(questionnaire: Questionnaire) -> int:
    total = 1
    for item in questionnaire.item:
        total *= len(every_answer(item))
    return total


def named(finding: Finding, kind: str) -> set[str]:
    """What the flaws are about: the first thing between backticks."""
    return {flaw.what.split("`")[1] for flaw in finding.flaws if kind in flaw.what}


@st.composite
def small_questionnaires(draw: st.DrawFn) -> Questionnaire:
    questionnaire = draw(questionnaires())
    assume(count(questionnaire) <= MOST)
    return questionnaire


few = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@few
@given(questionnaire=small_questionnaires())
def test_a_rule_is_dead_where_it_decides_for_nobody(
    questionnaire: Questionnaire,
) -> None:
    alive: set[str] = set()
    for person in everyone(questionnaire):
        holding = [one.rule for one in evaluate(questionnaire, person).rules]
        for rule in holding:
            index = questionnaire.ladders[rule.ladder].index
            rivals = (
                one for one in holding if one.ladder == rule.ladder and one is not rule
            )
            if all(index[one.rung] < index[rule.rung] for one in rivals):
                alive.add(rule.id)
    dead = {rule.id for rule in questionnaire.guidance.rule} - alive
    assert named(check_rules_alive(Space(questionnaire)), "The rule") == dead


@few
@given(questionnaire=small_questionnaires())
def test_a_rung_is_missed_where_nobody_is_placed(
    questionnaire: Questionnaire,
) -> None:
    reached = {
        (ladder, placed.rung)
        for person in everyone(questionnaire)
        for ladder, placed in evaluate(questionnaire, person).placements.items()
    }
    missed = {
        rung.id
        for ladder in questionnaire.ladder
        for rung in ladder.rung
        if (ladder.id, rung.id) not in reached
    }
    assert named(check_rungs_reached(Space(questionnaire)), "Nobody") == missed


def outcome(questionnaire: Questionnaire, person: dict[str, Given]) -> object:
    found = evaluate(questionnaire, person)
    lines = (found.alternatives, found.supports, found.benefits, found.asks)
    return found.placements, lines, found.brings, found.fit


def neighbours(
    questionnaire: Questionnaire, link_id: str, code: str, person: dict[str, Given]
) -> Iterator[tuple[Given, Given]]:
    """An option in a person's answer, and what stands beside it instead."""
    item = questionnaire.items[link_id]
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        answer = person[link_id]
        ticks = answer if isinstance(answer, tuple) else ()
        codes = [one.code for one in item.option if not one.exclusive]
        with_it = tuple(one for one in codes if one in {*ticks, code})
        without = tuple(one for one in with_it if one != code)
        yield with_it, (none.code,) if none and not without else without
        return
    codes = [one.code for one in rated_answers(item)]
    place = codes.index(code)
    others = [place - 1] if is_ordered(item) else range(len(codes))
    for other in others:
        if isinstance(item, NumberItem):
            yield item.band[place].from_, item.band[other].from_
        else:
            yield codes[place], codes[other]


def is_idle(questionnaire: Questionnaire, link_id: str, code: str) -> bool:
    for person in everyone(questionnaire):
        for one, other in neighbours(questionnaire, link_id, code, person):
            here = outcome(questionnaire, {**person, link_id: one})
            if here != outcome(questionnaire, {**person, link_id: other}):
                return False
    return True


def steps(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for item in questionnaire.item:
        codes = [one.code for one in rated_answers(item)]
        none = exclusive_option(item) if isinstance(item, ChoicesItem) else None
        skipped = {none.code} if none else set()
        if not isinstance(item, ChoicesItem):
            skipped = set(codes[:1])
        yield from ((item.link_id, code) for code in codes if code not in skipped)


@settings(few, max_examples=25)
@given(questionnaire=small_questionnaires())
def test_an_option_is_idle_where_it_changes_nothing_for_anyone(
    questionnaire: Questionnaire,
) -> None:
    assume(count(questionnaire) <= 60)
    assert_idle_options_are_told(questionnaire)


@pytest.mark.parametrize("least", [1, 2, 4, 5])
def test_a_tick_that_only_scores_is_used_where_a_total_needs_it(least: int) -> None:
    questionnaire = built(
        choices("a", {}, {}, {}, scores=(1, 0, 2)),
        choice("b", {}, {}, scores=(0, 2)),
        rules=[a_rule("level", 1, x=1)],
        scales=[scale("a", "b", bands={0: {}, least: {"x": 1}})],
    )
    assert_idle_options_are_told(questionnaire)


TICKS = choices("ticks", {}, {}, none=True)
OPENED = choice("opened", {}, {}, gate=Ticked(item="ticks", ticked="o0"))
SCORED = choice("scored", {}, {}, scores=range(2))
SUM = scale("scored", bands={0: {}, 1: {"x": 1}})
SCORED_TICKS = choices("scored", {}, {}, scores=(1, 1))
SUM_OF_BOTH = scale("scored", bands={0: {}, 2: {"x": 1}})


@pytest.mark.parametrize(
    ("items", "scales", "condition"),
    [
        ([TICKS], [], Ticked(item="ticks", ticked="none")),
        ([TICKS], [], Unticked(item="ticks", unticked="none")),
        ([TICKS, OPENED], [], AtLeast(item="opened", at_least="o0")),
        (
            [TICKS, OPENED],
            [],
            AnyOf(
                any=(
                    Unticked(item="ticks", unticked="o1"),
                    AtLeast(item="opened", at_least="o0"),
                )
            ),
        ),
        ([SCORED], [SUM], AtLeast(item="scored", at_least="o1")),
        ([SCORED], [SUM], Is(item="scored", is_="o0")),
        ([SCORED_TICKS], [SUM_OF_BOTH], Ticked(item="scored", ticked="o1")),
        ([SCORED_TICKS], [SUM_OF_BOTH], Unticked(item="scored", unticked="o0")),
    ],
    ids=[
        "none",
        "some",
        "opened",
        "opened-or-not",
        "scored",
        "not-scored",
        "scored-tick",
        "no-scored-tick",
    ],
)
def test_a_line_can_hang_on_any_answer(
    items: list[Item], scales: list[Scale], condition: Condition
) -> None:
    told = line("told", condition)
    questionnaire = built(*items, rules=[], scales=scales, alternatives=[told])
    assert_idle_options_are_told(questionnaire)
    assert not check_lines(Space(questionnaire)).flaws


def assert_idle_options_are_told(questionnaire: Questionnaire) -> None:
    finding = check_options(Space(questionnaire))
    told = {tuple(flaw.what.split("`")[1:4:2]) for flaw in finding.flaws}
    idle = {
        (code, link_id)
        for link_id, code in steps(questionnaire)
        if is_idle(questionnaire, link_id, code)
    }
    assert told == idle


@pytest.mark.slow
def test_the_random_questionnaires_are_of_every_kind() -> None:
    """They are worth nothing if they never have a scale, a gate or a dead rule."""
    seen: set[str] = set()

    @settings(few, max_examples=50, database=None, derandomize=True)
    @given(questionnaire=small_questionnaires())
    def look(questionnaire: Questionnaire) -> None:
        seen.update("scale" for _ in questionnaire.scale)
        conditions = questionnaire.guidance.conditions()
        totals = (leaf for one in conditions for leaf in totals_tested(one))
        seen.update("line on a total" for _ in totals)
        seen.update("ticks in a scale" for _ in counted_ticks(questionnaire))
        seen.update("gate" for one in questionnaire.item if one.enable_when)
        space = Space(questionnaire)
        seen.update("dead" for _ in check_rules_alive(space).flaws)
        seen.update("missed" for _ in check_rungs_reached(space).flaws)
        seen.update("idle" for _ in check_options(space).flaws)

    look()
    kinds = {
        "scale",
        "ticks in a scale",
        "line on a total",
        "gate",
        "dead",
        "missed",
        "idle",
    }
    assert seen == kinds


def counted_ticks(questionnaire: Questionnaire) -> Iterator[Item]:
    for one in questionnaire.scale:
        items = (questionnaire.items[link_id] for link_id in one.items)
        yield from (item for item in items if isinstance(item, ChoicesItem))
