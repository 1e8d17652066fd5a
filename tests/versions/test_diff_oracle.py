"""What `compare_placements` finds is what trying every answer set finds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from screener.model import ChoiceItem, Ladder, Questionnaire, Rule
from screener.versions import Moves, compare_placements
from tests.scoring.random_questionnaires import questionnaires
from tests.versions.everyone import (
    MOST,
    Gravity,
    count,
    everyone,
    gravity,
    is_below,
    moved,
)

LIMITED = settings(
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def assert_exact(old: Questionnaire, new: Questionnaire) -> Moves:
    """Exactly those move who do when all are tried, and the mildest are told."""
    movers = [(one, moved(old, new, one)) for one in everyone(old, new)]
    people = [(gravity(old, new, one), moves) for one, moves in movers if moves]
    found = compare_placements(old, new)
    for ladder in found.ladders:
        classes: dict[tuple[str, str], set[Gravity]] = {}
        for grave, moves in people:
            if ladder in moves:
                classes.setdefault(moves[ladder], set()).add(grave)
        told = {(one.from_, one.to): one for one in found.moves if one.ladder == ladder}
        assert told.keys() == classes.keys()
        for key, move_told in told.items():
            shown = [
                gravity(old, new, (one.old_answers, one.new_answers))
                for one in move_told.people
            ]
            assert shown
            assert set(shown) <= classes[key]
            assert not any(is_below(a, b) for a in classes[key] for b in shown)
            if not (old.scale or new.scale):
                assert all(
                    any(one == grave or is_below(one, grave) for one in shown)
                    for grave in classes[key]
                )
    return found


@st.composite
def _edited(draw: st.DrawFn, old: Questionnaire) -> Questionnaire:
    """A later version, with a few things changed."""
    rules = [draw(_rules(one)) for one in old.guidance.rule]
    kept = [one for one in rules if draw(st.integers(0, 4))] or rules
    ladders = [draw(_ladders(one)) for one in old.ladder]
    rungs = {one.id: [rung.id for rung in one.rung] for one in ladders}
    return with_parts(
        old,
        ladder=tuple(ladders),
        rule=tuple(one for one in kept if one.rung in rungs[one.ladder][1:]),
        item=tuple(
            draw(_reordered(one)) if one.type == "choice" else one for one in old.item
        ),
    )


def with_parts(old: Questionnaire, **parts: Sequence[object]) -> Questionnaire:
    """A copy with other parts, and with a hash of its own.

    Without lines: they move nobody, and may hang on a rung that is no longer there.
    """
    changed: dict[str, Any] = {key: one for key, one in parts.items() if key != "rule"}
    rules: Any = tuple(parts.get("rule", old.guidance.rule))
    guidance = replace(old.guidance, rule=rules, alternative=())
    return replace(old, guidance=guidance, **changed)


@st.composite
def _rules(draw: st.DrawFn, rule: Rule) -> Rule:
    at_least = {on: draw(st.integers(1, 4)) for on in rule.at_least}
    return replace(rule, at_least=at_least) if draw(st.booleans()) else rule


@st.composite
def _ladders(draw: st.DrawFn, ladder: Ladder) -> Ladder:
    if draw(st.integers(0, 3)):
        return ladder
    rungs = draw(st.permutations(ladder.rung))
    return Ladder(id=ladder.id, name=ladder.name, rung=tuple(rungs[-3:]))


@st.composite
def _reordered(draw: st.DrawFn, item: ChoiceItem) -> ChoiceItem:
    """The same ratings and scores in order, under codes in another one."""
    if draw(st.integers(0, 2)):
        return item
    codes = draw(st.permutations([one.code for one in item.option]))
    moved_ = (
        replace(one, code=code) for one, code in zip(item.option, codes, strict=True)
    )
    return replace(item, option=tuple(moved_))


@LIMITED
@given(questionnaires(most=5), questionnaires(most=5))
def test_two_that_have_little_in_common(old: Questionnaire, new: Questionnaire) -> None:
    assume(count(old, new) <= MOST)
    assert_exact(old, new)


@LIMITED
@given(st.data())
def test_an_edited_version(data: st.DataObject) -> None:
    old = data.draw(questionnaires(most=5))
    new = data.draw(_edited(old))
    assume(count(old, new) <= MOST)
    assert_exact(old, new)


@LIMITED
@given(questionnaires(most=5))
def test_nobody_moves_between_two_copies(old: Questionnaire) -> None:
    assert compare_placements(old, with_parts(old)).moves == ()
