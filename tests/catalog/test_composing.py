"""A core and what is added to it, as one questionnaire."""

from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog import Selection, compose, select
from screener.errors import ComposingError
from screener.model import (
    AnyOf,
    ChoicesItem,
    Line,
    OnRung,
    OnTotal,
    Questionnaire,
    SupporterWords,
    leaves,
)

CORE = select().load()
PHQ = select("phq-9").load()
GAD = select("gad-7").load()
AUDIT = select("audit-c").load()


def problem(core: Questionnaire, *added: Questionnaire) -> str:
    with pytest.raises(ComposingError) as caught:
        compose(core, added)
    return str(caught.value)


def test_it_names_its_parts_and_has_a_hash_of_its_own() -> None:
    whole = compose(CORE, [PHQ, GAD])
    assert whole.id == "level-of-care.phq-9.gad-7"
    assert whole.version == f"{CORE.version}.phq-9-{PHQ.version}.gad-7-{GAD.version}"
    assert whole.about.endswith(f"Added: {PHQ.title}; {GAD.title}.")
    assert len({whole.content_hash, CORE.content_hash, PHQ.content_hash}) == 3


def test_sections_follow_where_they_said_and_in_the_order_named() -> None:
    whole = compose(CORE, [PHQ, AUDIT, GAD])
    assert [section.id for section in whole.section] == [
        *("safety", "home", "use", "audit-c", "mind", "phq-9", "gad-7"),
        *("care", "life"),
    ]
    asked = [item.section for item in whole.item if item.link_id != "suicide-now"]
    assert list(dict.fromkeys(asked)) == [section.id for section in whole.section]


def test_a_question_that_both_have_is_asked_once_and_at_once() -> None:
    whole = compose(CORE, [PHQ])
    asked = [item.link_id for item in whole.item]
    assert asked.count("suicide-now") == 1
    item = whole.items["suicide-now"]
    assert (item.section, item.at_once) == ("safety", True)
    assert isinstance(item.enable_when, AnyOf)
    named = [getattr(leaf, "item", "") for leaf in leaves(item.enable_when)]
    assert named == ["suicide-thoughts", "suicide-acts", "phq-self-harm"]


def test_the_core_decides_and_its_words_stand() -> None:
    whole = compose(CORE, [PHQ, GAD])
    assert whole.guidance.rule == CORE.guidance.rule
    assert (whole.ladder, whole.dimension) == (CORE.ladder, CORE.dimension)
    core = [line.id for line in CORE.guidance.support]
    told = [line.id for line in whole.guidance.support]
    assert told == [*core, "phq-daily-help"]


def test_rules_on_what_only_the_added_one_rates_come_along() -> None:
    whole = compose(CORE, [AUDIT])
    core = [rule.id for rule in CORE.guidance.rule]
    assert {rule.id for rule in whole.guidance.rule} - {*core} == {
        "outpatient-audit-c",
        "outpatient-audit-c-women",
    }


def test_a_line_on_an_added_scale_comes_along() -> None:
    on_own = OnTotal(scale="audit-c", from_=3)
    on_core = OnRung(ladder="level-of-care", from_="outpatient")
    cite = AUDIT.scale[0].cite
    lines = tuple(
        Line(id=id, text="A line.", show_when=condition, cite=cite)
        for id, condition in (("on-own", on_own), ("on-core", on_core))
    )
    part = replace(AUDIT, guidance=replace(AUDIT.guidance, support=lines))
    assert part.scale[0].id == "audit-c"
    added = {one.id for one in compose(CORE, [part]).guidance.support}
    assert added - {one.id for one in CORE.guidance.support} == {"on-own"}


def test_what_was_not_made_to_be_added_is_refused() -> None:
    told = problem(CORE, replace(PHQ, join=()))
    assert "phq-9: join: It was not made to be added to `level-of-care`" in told


def test_an_unknown_place_is_refused() -> None:
    join = replace(PHQ.join[0], after="moods")
    told = problem(CORE, replace(PHQ, join=(join,)))
    assert "`level-of-care` has no section `moods`" in told


def test_another_language_is_refused() -> None:
    told = problem(CORE, replace(PHQ, language="es"))
    assert "It is in `es`, and `level-of-care` in `en`" in told


def test_the_same_one_twice_is_refused() -> None:
    assert "phq-9: id: It is there twice." in problem(CORE, PHQ, PHQ)


def test_two_that_ask_the_same_otherwise_are_refused() -> None:
    told = problem(CORE, PHQ, select("phq-2").load())
    assert "phq-2: scale phq-9: Another scale with this id is there" in told
    assert "give it an id of its own, such as `phq-2-…`" in told


def test_a_question_of_the_core_with_other_words_is_refused() -> None:
    changed = tuple(
        replace(item, text="Other words?") if item.link_id == "suicide-now" else item
        for item in PHQ.item
    )
    told = problem(CORE, replace(PHQ, item=changed))
    assert "phq-9: item suicide-now: Another item with this id is there" in told


def test_a_rule_for_a_rung_that_the_core_lacks_is_refused() -> None:
    rule = replace(AUDIT.guidance.rule[-1], rung="weekly")
    guidance = replace(AUDIT.guidance, rule=(rule,))
    told = problem(CORE, replace(AUDIT, guidance=guidance))
    assert "There is no rung of level-of-care `weekly`" in told


def test_a_saved_name_finds_its_parts_again() -> None:
    whole = select("level-of-care", ["phq-9", "gad-7"])
    assert select(whole.load().id) == whole


def test_names_are_found_in_folders_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "questionnaire.toml").write_text("")
    assert select("own", (), [tmp_path]) == Selection(own)
    assert select("level-of-care.own", (), [tmp_path]).added == (own,)
    assert select("level-of-care.own").folder == Path("level-of-care.own")


def test_words_for_the_phone_make_no_difference_to_a_question_that_both_have() -> None:
    shared = CORE.items["suicide-now"]
    assert isinstance(shared, ChoicesItem)
    option = tuple(replace(one, first_person="I say so.") for one in shared.option)
    spoken = replace(shared, option=option)
    items = tuple(spoken if one is shared else one for one in CORE.item)
    whole = compose(replace(CORE, item=items), [PHQ])
    item = whole.items["suicide-now"]
    assert isinstance(item, ChoicesItem)
    assert item.option == option


def test_a_signature_covers_the_supporters_words_of_each_part() -> None:
    one, other = (SupporterWords(hash=digit * 64) for digit in "12")
    core, phq = replace(CORE, supporter=one), replace(PHQ, supporter=other)
    parts = [
        (replace(CORE, supporter=None), PHQ),
        (core, PHQ),
        (replace(CORE, supporter=None), phq),
        (core, phq),
    ]
    wholes = [compose(first, [added]) for first, added in parts]
    assert len({whole.review_hash for whole in wholes}) == 4
    assert len({whole.content_hash for whole in wholes}) == 1
    assert wholes[0].review_hash == wholes[0].content_hash
