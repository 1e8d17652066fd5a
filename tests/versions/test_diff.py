"""Whom two versions place differently, one kind of change at a time."""

from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from screener.model import (
    AtLeast,
    ChoiceItem,
    Ladder,
    Questionnaire,
    Rung,
)
from screener.scoring import evaluate
from screener.versions import (
    Change,
    Group,
    Move,
    Moves,
    Way,
    compare_content,
    compare_placements,
)
from tests.catalog.broken import GUIDANCE, HEAD, LIFE, SAFETY, USE, Edit, block, copy
from tests.scoring.building import choice, choices, questionnaire, rule, scale
from tests.small import small
from tests.versions.test_diff_oracle import assert_exact, with_parts

BEFORE = "outpatient", "intensive-outpatient"
NEW_ITEM = """
[[item]]
link_id = "work"
type = "choice"
text = "Do you work?"
short = "Work"
why = "For a test."
cite = ["guide"]

[[item.option]]
code = "yes"
text = "Yes"

[[item.option]]
code = "no"
text = "No"
rates = { use = 3 }
says = "You do not work."
"""


def edited(tmp_path: Path, *edits: Edit) -> Questionnaire:
    return load_questionnaire(copy(tmp_path, *edits))


def moves_between(old: Questionnaire, new: Questionnaire) -> Moves:
    """The moves, each of whose people really moves so, by the engine."""
    found = compare_placements(old, new)
    for move in found.moves:
        for one in move.people:
            here = evaluate(old, one.old_answers).placements[move.ladder]
            there = evaluate(new, one.new_answers).placements[move.ladder]
            assert (here.low, here.high) == (move.from_, move.from_)
            assert (there.low, there.high) == (move.to, move.to)
    return found


def told(move: Move) -> set[tuple[tuple[str, str | int], ...]]:
    return {
        tuple((one.link_id, one.value) for one in person.said) for person in move.people
    }


def changes(old: Questionnaire, new: Questionnaire, group: Group) -> list[Change]:
    return [one for one in compare_content(old, new) if one.group is group]


def test_nobody_moves_between_the_core_and_itself(core: Questionnaire) -> None:
    found = moves_between(core, with_parts(core))
    assert found.moves == ()
    assert found.ladders == tuple(core.ladders)
    assert 0 < found.tried < 10_000
    assert found.answer_sets > 10**20
    assert list(compare_content(core, core)) == []


def test_a_lower_threshold_in_the_core_moves_just_those_it_now_reaches(
    core: Questionnaire,
) -> None:
    rules = [
        replace(one, at_least={**one.at_least, "just-out": 1})
        if one.id == "iop-hospital-days"
        else one
        for one in core.guidance.rule
    ]
    new = with_parts(core, rule=tuple(rules))
    (move,) = moves_between(core, new).moves
    assert (move.ladder, move.from_, move.to) == ("level-of-care", *BEFORE)
    assert move.way is Way.UP
    assert told(move) == {
        (("daily-life", "harder"), ("care", "program")),
        (("daily-life", "harder"), ("care", "stay")),
    }
    for person in move.people:
        assert person.only_old == ()
        assert [one.id for one in person.only_new] == ["iop-hospital-days"]
        assert person.is_asked_by_both


def test_the_way_back_moves_the_same_people_down(tmp_path: Path) -> None:
    heavy = 'at_least = { use = 3 }\ntext = "Use on most'
    new = edited(tmp_path, (GUIDANCE, heavy, heavy.replace("3", "2")))
    (up,) = moves_between(small(), new).moves
    (down,) = moves_between(new, small()).moves
    assert (up.way, down.way) == (Way.UP, Way.DOWN)
    assert (up.from_, up.to) == (down.to, down.from_) == BEFORE
    assert told(up) == told(down) == {(("problems", "lost-work"),)}
    assert [one.id for one in down.people[0].only_old] == ["heavy-use"]
    (change,) = compare_content(small(), new)
    assert (change.group, change.id, change.key) == (
        Group.RULES,
        "heavy-use",
        "at_least",
    )
    assert (change.old, change.new) == ({"use": 3}, {"use": 2})


def test_a_rule_that_goes_moves_those_it_placed(tmp_path: Path) -> None:
    new = edited(tmp_path, (GUIDANCE, block(GUIDANCE, 'id = "low-mood"'), ""))
    (move,) = moves_between(small(), new).moves
    assert (move.way, move.from_, move.to) == (Way.DOWN, "outpatient", "none")
    (person,) = move.people
    assert sum({"some": 1, "often": 3}[str(one.value)] for one in person.said) >= 3
    (change,) = compare_content(small(), new)
    assert (change.kind, change.group, change.id) == (
        "removed",
        Group.RULES,
        "low-mood",
    )


def test_a_red_flag_and_words_change_no_placement(tmp_path: Path) -> None:
    new = edited(
        tmp_path,
        (GUIDANCE, "red_flag = true\n", ""),
        (SAFETY, "Do you have a plan?", "Is there a plan?"),
        (GUIDANCE, "A peer support group.", "A group of peers."),
    )
    assert moves_between(small(), new).moves == ()
    found = compare_content(small(), new)
    assert {(one.group, one.part, one.id, one.key) for one in found} == {
        (Group.RULES, "rule", "danger-now", "red_flag"),
        (Group.WORDS, "item", "plan", "text"),
        (Group.LINES, "support", "peer", "text"),
    }


def test_a_question_that_only_the_new_version_asks(tmp_path: Path) -> None:
    old_text = block(LIFE, 'link_id = "support"')
    new = edited(tmp_path, (LIFE, old_text, f"{NEW_ITEM}\n{old_text}"))
    found = moves_between(small(), new)
    assert found.moves
    people = [one for move in found.moves for one in move.people]
    assert not any(one.is_asked_by_both for one in people)
    assert all(("work", "no") in one for move in found.moves for one in told(move))
    assert all(set(small().items) >= one.old_answers.keys() for one in people)
    (change,) = changes(small(), new, Group.STRUCTURE)
    assert (change.kind, change.part, change.id) == ("added", "item", "work")
    back = moves_between(new, small())
    assert _by_rungs(back.moves) == {
        (ladder, to, from_): people
        for (ladder, from_, to), people in _by_rungs(found.moves).items()
    }


def _by_rungs(
    moves: tuple[Move, ...],
) -> dict[tuple[str, str, str], set[frozenset[tuple[str, str | int]]]]:
    return {
        (one.ladder, one.from_, one.to): {frozenset(said) for said in told(one)}
        for one in moves
    }


def test_an_option_added_in_the_middle(tmp_path: Path) -> None:
    option = '[[item.option]]\ncode = "{}"\ntext = "{}"\nrates = {{ danger = {} }}\n'
    was = '[[item.option]]\ncode = "yes"\ntext = "Yes"\nrates = { danger = 3 }'
    added = option.format("often", "Often", 3) + 'says = "Often."\n'
    new = edited(tmp_path, (SAFETY, was, f"{added}\n{was}"))
    found = moves_between(small(), new)
    assert {(one.ladder, one.from_, one.to) for one in found.moves} == {
        ("urgency", "routine", "today"),
        ("urgency", "routine", "now"),
        ("urgency", "this-week", "today"),
        ("urgency", "this-week", "now"),
        ("level-of-care", "intensive-outpatient", "residential"),
    }
    assert all(
        ("thoughts", "often") in one for move in found.moves for one in told(move)
    )
    (change,) = changes(small(), new, Group.STRUCTURE)
    assert change.key == "option often"
    assert (change.old, change.new) == (None, "Often")


def test_options_in_another_order() -> None:
    old = questionnaire(
        choice("a", {}, {"x": 1}, {"x": 2}), rules=[rule("level", 1, x=2)]
    )
    item = old.items["a"]
    assert isinstance(item, ChoiceItem)
    options = tuple(
        replace(one, code=code)
        for one, code in zip(item.option, ["o2", "o0", "o1"], strict=True)
    )
    item = replace(item, option=options)
    new = with_parts(old, item=(item,))
    up, down = sorted(
        assert_exact(old, new).moves, key=lambda one: one.way, reverse=True
    )
    assert (told(up), told(down)) == ({(("a", "o1"),)}, {(("a", "o2"),)})
    assert "order of option" in [one.key for one in compare_content(old, new)]


def test_a_gate_that_asks_for_more(tmp_path: Path) -> None:
    gate = 'enable_when = { item = "thoughts", at_least = "better-off" }'
    new = edited(tmp_path, (SAFETY, gate, gate.replace("better-off", "yes")))
    found = moves_between(small(), new)
    assert {(one.ladder, one.from_, one.to) for one in found.moves} == {
        ("urgency", "now", "today"),
        ("level-of-care", "residential", "intensive-outpatient"),
    }
    (change,) = compare_content(small(), new)
    assert (change.group, change.id, change.key) == (
        Group.STRUCTURE,
        "plan",
        "enable_when",
    )


def test_a_question_of_another_type_is_another_question() -> None:
    old = questionnaire(choice("a", {}, {"x": 1}), rules=[rule("level", 1, x=1)])
    new = questionnaire(choices("a", {"x": 1}), rules=[rule("level", 1, x=1)])
    found = assert_exact(old, new)
    assert {one.way for one in found.moves} == {Way.UP, Way.DOWN}
    assert not any(one.is_asked_by_both for move in found.moves for one in move.people)
    assert changes(old, new, Group.STRUCTURE)[0].key == "type"


def test_a_band_of_a_scale_that_starts_earlier(tmp_path: Path) -> None:
    new = edited(tmp_path, (HEAD, "from = 3\n", "from = 2\n"))
    (move,) = moves_between(small(), new).moves
    assert (move.from_, move.to) == ("none", "outpatient")
    assert told(move) == {(("interest", "some"), ("low", "some"))}
    assert all(one.is_example for person in move.people for one in person.said)
    assert changes(small(), new, Group.RATINGS)


def test_a_scale_that_only_the_new_version_has() -> None:
    members = [choice(id, {}, {}, {}, scores=range(3)) for id in "abcdef"]
    rules = [rule("level", 1, x=1), rule("level", 2, x=2)]
    old = questionnaire(*members, rules=rules)
    sum_ = scale(*"abcdef", bands={0: {}, 5: {"x": 1}, 9: {"x": 2}})
    new = questionnaire(*members, rules=rules, scales=[sum_])
    found = assert_exact(old, new)
    assert [(one.from_, one.to) for one in found.moves] == [("r0", "r1"), ("r0", "r2")]
    assert found.tried < 30


def test_members_of_a_scale_that_score_otherwise() -> None:
    def version(*scores: int) -> Questionnaire:
        members = [choice(id, {}, {}, {}, scores=scores) for id in "abcd"]
        gated = choice("e", {}, {"x": 1}, gate=AtLeast(item="a", at_least="o1"))
        total = scale(*"abcd", bands={0: {}, 4: {"y": 1}, 6: {"y": 2}})
        rules = [
            rule("level", 1, y=1),
            rule("level", 2, y=2),
            rule("level", 3, x=1, y=2),
        ]
        return questionnaire(*members, gated, rules=rules, scales=[total])

    assert_exact(version(0, 1, 2), version(0, 2, 3))
    assert_exact(version(0, 1, 3), version(0, 2, 2))


def test_ticks_of_a_scale_that_score_otherwise() -> None:
    def version(*scores: int, second: int = 5) -> Questionnaire:
        a = choices("a", {}, {"x": 1}, {}, scores=scores)
        b = choices("b", {}, {}, none=False, scores=(1, 1))
        c = choice("c", {}, {}, scores=(0, 2))
        total = scale("a", "b", "c", bands={0: {}, 3: {"y": 1}, second: {"y": 2}})
        rules = [
            rule("level", 1, y=1),
            rule("level", 2, y=2),
            rule("level", 3, x=1, y=2),
        ]
        return questionnaire(a, b, c, rules=rules, scales=[total])

    old = version(1, 1, 1)
    assert assert_exact(old, version(1, 2, 1)).moves
    assert assert_exact(old, version(2, 1, 0)).moves
    assert assert_exact(old, version(1, 1, 1, second=6)).moves
    (change,) = changes(old, version(1, 2, 1), Group.RATINGS)
    assert (change.key, change.old, change.new) == ("option o1, score", 1, 2)


def test_a_scale_that_counts_ticks_in_the_new_version_only() -> None:
    ticks = choices("a", {"x": 1}, {"x": 1}, {"x": 2}, scores=(1, 1, 1))
    rules = [rule("level", n, x=n) for n in (1, 2, 3)]
    old = questionnaire(ticks, rules=rules)
    sum_ = scale("a", bands={0: {}, 2: {"x": 2}, 3: {"x": 3}})
    found = assert_exact(old, questionnaire(ticks, rules=rules, scales=[sum_]))
    assert {(one.from_, one.to) for one in found.moves} == {("r1", "r2"), ("r2", "r3")}


def test_a_gated_question_whose_mildest_option_rates() -> None:
    gate = AtLeast(item="a", at_least="o1")
    items = choice("a", {}, {"y": 1}), choice("b", {"x": 2}, {"x": 3}, gate=gate)
    old = questionnaire(*items, rules=[rule("level", 1, x=2)])
    new = questionnaire(*items, rules=[rule("level", 1, x=3)])
    (move,) = assert_exact(old, new).moves
    assert told(move) == {(("a", "o1"),)}


def test_a_ladder_that_goes_is_told_and_not_compared(tmp_path: Path) -> None:
    old = small()
    new = with_parts(
        old,
        ladder=old.ladder[:1],
        rule=[one for one in old.guidance.rule if one.ladder == "level-of-care"],
    )
    found = moves_between(old, new)
    assert (found.moves, found.ladders) == ((), ("level-of-care",))
    (change,) = changes(old, new, Group.STRUCTURE)
    assert (change.kind, change.part, change.id) == ("removed", "ladder", "urgency")


@pytest.mark.parametrize(
    ("rungs", "expected"),
    [
        (("r0", "r1", "r3"), {("r2", "r1", Way.DOWN)}),
        (("r0", "r1", "mid", "r3"), {("r2", "mid", Way.ASIDE)}),
        (("r0", "r1", "mid", "r2", "r3"), {("r2", "mid", Way.DOWN)}),
        (("low", "r0", "r1", "r2", "r3"), {("r0", "low", Way.DOWN)}),
        (("r0", "r2", "r1", "r3"), {("r2", "r1", Way.ASIDE)}),
    ],
)
def test_rungs_are_compared_by_id(
    rungs: tuple[str, ...], expected: set[tuple[str, str, Way]]
) -> None:
    items = [choice("a", {}, {"x": 1}, {"x": 2}, {"x": 3})]
    rules = [rule("level", n, x=n) for n in (1, 2, 3)]
    old = questionnaire(*items, rules=rules)
    made = tuple(Rung(id=one, name=one, about="A.", cite=("source",)) for one in rungs)
    instead = "mid" if "mid" in rungs else "r1"
    kept = [
        replace(one, rung=instead)
        if one.rung == "r2" and ("mid" in rungs or "r2" not in rungs)
        else one
        for one in rules
    ]
    ladders = (Ladder(id="level", name="level", rung=made), *old.ladder[1:])
    new = with_parts(old, ladder=ladders, rule=kept)
    found = assert_exact(old, new)
    assert {(one.from_, one.to, one.way) for one in found.moves} == expected


@pytest.mark.slow
def test_all_of_the_small_questionnaire_is_tried(tmp_path: Path) -> None:
    """Its answer sets are many: so words, places and most numbers are left out."""
    thin = [
        one
        for one in small().item
        if one.link_id not in ("living", "limits", "words", "home-safe", "interest")
    ]
    old = with_parts(small(), item=tuple(thin))
    edits = (
        (GUIDANCE, "{ use = 2, alone = 1 }", "{ use = 1, alone = 1 }"),
        (GUIDANCE, "{ use = 3, danger = 3 }", "{ use = 3, danger = 4 }"),
        (USE, "{ unfinished = 1 }", "{ unfinished = 1, use = 2 }"),
    )
    new = edited(tmp_path, *edits)
    new = with_parts(
        new, item=tuple(one for one in new.item if one.link_id in old.items)
    )
    found = assert_exact(old, new)
    assert {one.way for one in found.moves} == {Way.UP, Way.DOWN}


def test_a_rule_that_gives_another_rung_is_behind_a_move_on_both_sides(
    tmp_path: Path,
) -> None:
    was = 'rung = "outpatient"\nat_least = { mood = 2 }'
    becomes = was.replace("outpatient", "intensive-outpatient")
    new = edited(tmp_path, (GUIDANCE, was, becomes))
    for move in moves_between(small(), new).moves:
        assert move.to == "intensive-outpatient"
        for person in move.people:
            assert [one.rung for one in person.only_old] == ["outpatient"]
            assert [one.rung for one in person.only_new] == ["intensive-outpatient"]


def test_numbers_in_other_bands(tmp_path: Path) -> None:
    new = edited(
        tmp_path, (USE, "to = 9\n", "to = 14\n"), (USE, "from = 10", "from = 15")
    )
    found = moves_between(small(), new)
    assert found.moves
    for move in found.moves:
        assert move.way is Way.DOWN
        assert all(("days", 10) in one for one in told(move))
