"""The few least answers that are looked at show what all of them would show."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.checking.options import check_options
from screener.checking.proof import Finding
from screener.checking.rules import check_rules_alive, check_rungs_reached
from screener.checking.space import Space
from screener.model import AllOf, AtLeast, Item, Questionnaire, Rates, Rule
from screener.scoring.circuit import RuleWire
from tests.scoring.building import choice, choices, line, questionnaire, rule, scale

CHAINS: list[list[Rates]] = [
    [{}, {"x": 1}, {"x": 2}],
    [{}, {"x": 2}, {"x": 2}],
    [{}, {"y": 1}, {"x": 1, "y": 2}],
    [{}, {"y": 2}, {"y": 2, "z": 1}],
    [{"x": 1}, {"x": 1, "y": 2}],
    [{}, {}],
]
BANDS: list[Rates] = [{"x": 1}, {"x": 2, "y": 1}]
"""Of a total of 2; from 4 on it is always the second one."""
Shape = list[tuple[list[Rates], bool]]
"""Ratings of questions, and whether the answer to the one before opens them."""

shapes = st.lists(
    st.tuples(st.sampled_from(CHAINS), st.booleans()), min_size=1, max_size=3
)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    least = {"x": st.integers(0, 2), "y": st.integers(0, 2), "z": st.integers(0, 1)}
    drawn = {on: draw(one) for on, one in least.items()}
    needed = {on: one for on, one in drawn.items() if one} or {"z": 1}
    return rule("level", draw(st.integers(1, 3)), **needed)


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """One to three kinds of groups of questions, each of them a few times."""
    kinds = draw(st.lists(st.tuples(shapes, st.integers(1, 3)), min_size=1, max_size=3))
    times = [shape for shape, times in kinds for _ in range(times)]
    items = [item for n, shape in enumerate(times) for item in group(f"g{n}", shape)]
    if draw(st.booleans()):
        items.append(choices("ticks", {}, {"y": 1}, {"z": 1}, {"y": 1}))
    scales = []
    if draw(st.booleans()):
        items += [choice(one, {}, {}, scores=range(2)) for one in ("s0", "s1")]
        # One tick only scores, and the other one rates as well.
        items.append(choices("s2", {}, {"z": 1}, scores=(1, 2)))
        band = draw(st.sampled_from(BANDS))
        scales.append(scale("s0", "s1", "s2", bands={0: {}, 2: band, 4: BANDS[1]}))
    drawn = st.lists(rules(), min_size=1, max_size=5, unique_by=lambda one: one.id)
    return questionnaire(*items, rules=draw(drawn), scales=scales)


def group(name: str, shape: Shape) -> Iterator[Item]:
    gate = None
    for place, (rates, is_gated) in enumerate(shape):
        link_id = f"{name}-{place}"
        yield choice(link_id, *rates, gate=gate if is_gated else None)
        gate = AtLeast(item=link_id, at_least="o1")


def told(finding: Finding) -> set[tuple[str, ...]]:
    """What stands between backticks in each flaw, but for a rule named as a rival."""
    return {tuple(flaw.what.split(".")[0].split("`")[1:4:2]) for flaw in finding.flaws}


def decides(space: Space, wire: RuleWire) -> bool:
    """Whether a rule decides at any of all its minimal assignments."""
    number = list(space.questionnaire.ladders).index(wire.rule.ladder)
    rivals = [one for one in space.circuit.ladders[number] if one is not wire]
    graver = [one.needs for one in rivals if one.rung >= wire.rung]
    people = (space.facts(places) for places in space.minimal(wire.needs))
    return any(all(needs & ~facts for needs in graver) for facts in people)


@given(questionnaires())
def test_a_rule_is_dead_where_it_decides_at_none_of_all(asked: Questionnaire) -> None:
    space = Space(asked)
    wires = [wire for ladder in space.circuit.ladders for wire in ladder]
    dead = {(wire.rule.id,) for wire in wires if not decides(space, wire)}
    assert {one[:1] for one in told(check_rules_alive(space))} == dead


@given(questionnaires())
def test_a_rung_is_missed_where_none_of_all_is_placed(asked: Questionnaire) -> None:
    space = Space(asked)
    people = [{}, *(one for w in space.circuit.rules for one in space.minimal(w.needs))]
    reached = {places for one in people for places in enumerate(space.place(one))}
    missed = {
        (f"Nobody is placed on the rung `{rung.id}` of {ladder.id}.")
        for number, ladder in enumerate(asked.ladder)
        for place, rung in enumerate(ladder.rung)
        if (number, place) not in reached
    }
    assert {flaw.what for flaw in check_rungs_reached(space).flaws} == missed


@given(questionnaires())
def test_an_option_is_idle_where_it_moves_none_of_all(asked: Questionnaire) -> None:
    space = Space(asked)
    tops = enumerate(axis.top for axis in space.circuit.axes)
    raised = {(n, place) for n, top in tops for place in range(1, top + 1)}
    steps = {(one.code, one.link_id) for at in raised for one in space.steps_at(*at)}
    moving = {
        (step.code, step.link_id)
        for wire in space.circuit.rules
        for places in space.minimal(wire.needs)
        for n, place in places.items()
        for step in (space.steps_at(n, place) if place else ())
        if space.place({**places, n: step.above})
        != space.place({**places, n: step.below})
    }
    assert told(check_options(space)) == steps - moving


@pytest.mark.parametrize(("times", "dead"), [(1, True), (2, False), (3, False)])
def test_two_groups_can_do_what_one_cannot(times: int, dead: bool) -> None:
    """Both answers in one group open a question that decides otherwise."""
    items: list[Item] = []
    for n in range(times):
        one, other = f"one-{n}", f"other-{n}"
        both = tuple(AtLeast(item=link_id, at_least="o1") for link_id in (one, other))
        items += [choice(one, {}, {"x": 1}), choice(other, {}, {"y": 1})]
        items += [choice(f"both-{n}", {"z": 1}, {"z": 1}, gate=AllOf(all=both))]
    rules = [rule("level", 1, x=1, y=1), rule("level", 2, z=1)]
    space = Space(questionnaire(*items, rules=rules))
    assert bool(check_rules_alive(space).flaws) is dead


def test_members_of_a_scale_are_one_group() -> None:
    """Two of them could give what a third question gives, but add up to more."""
    members: list[Item] = [choice(one, {}, {}, scores=(0, 2)) for one in ("a", "b")]
    members.append(choice("c", {}, {"z": 1}, scores=(0, 1)))
    told = [line(one, AtLeast(item=one, at_least="o1")) for one in ("a", "b")]
    asked = questionnaire(
        *members,
        choice("other", {}, {"x": 1}),
        rules=[rule("level", 1, x=1, z=1), rule("level", 2, y=1)],
        scales=[scale("a", "b", "c", bands={0: {}, 2: {"x": 1}, 3: {"x": 1, "y": 1}})],
        alternatives=told,
    )
    assert not check_rules_alive(Space(asked)).flaws


def test_of_many_alike_a_few_are_looked_at() -> None:
    chain: list[Rates] = [{}, {"x": 1, "y": 1}, {"x": 1, "y": 1, "z": 1}]
    many = [choice(f"g{n}", *chain) for n in range(50)]
    space = Space(questionnaire(*many, rules=[rule("level", 1, x=1, y=1, z=1)]))
    needs = space.circuit.rules[0].needs
    assert len(list(space.least.fulfilling(needs, lambda _: False))) < 50
