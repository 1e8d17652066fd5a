"""Placement is proved for all answers at once, from the TOML files alone.

Where someone must exist, z3 finds them, and the engine is asked about them too.
"""

from collections.abc import Iterator

import pytest

from screener.model import Questionnaire
from tests.second_opinion.claims import (
    Facts,
    anyone,
    below_its_rung,
    by_this_rule_only,
    find,
    hidden_matters,
    holding,
    just_missed,
    lower_when_worse,
    on_rung,
    outside_range,
    without_one_rung,
)
from tests.second_opinion.encoding import Person
from tests.second_opinion.engine import engine_rungs
from tests.second_opinion.people import Placer, Rungs, asked, witness
from tests.second_opinion.tables import Table
from tests.thorough import one_in


@pytest.fixture(scope="module")
def person(tables: Table) -> Person:
    return anyone(tables)


def test_everyone_is_on_exactly_one_rung_of_each_ladder(tables: Table) -> None:
    assert find(without_one_rung(tables)) is None


def test_no_worse_answer_ever_lowers_a_ladder(tables: Table) -> None:
    assert find(lower_when_worse(tables)) is None


def test_a_red_flag_lifts_its_ladder_whatever_else_is_said(person: Person) -> None:
    flags = [rule for rule in person.tables["rule"] if rule.get("red_flag")]
    assert flags
    for rule in flags:
        assert find(holding(person, rule)) is not None, rule["id"]
        assert find(below_its_rung(person, rule)) is None, rule["id"]


def test_the_truth_is_never_outside_the_range(tables: Table) -> None:
    assert find(outside_range(tables)) is None


def test_an_item_that_is_not_asked_cannot_matter(tables: Table) -> None:
    assert find(hidden_matters(tables)) is None


def test_each_rung_has_a_person_whom_the_engine_places_there(
    person: Person, placer: Placer, questionnaire: Questionnaire
) -> None:
    for ladder in person.tables["ladder"]:
        for place, rung in enumerate(ladder["rung"]):
            rungs = _agreed(
                person, on_rung(person, ladder, place), placer, questionnaire
            )
            assert rungs, f"{ladder['id']}: no one stands on {rung['id']}"
            assert rungs[ladder["id"]] == (rung["id"], rung["id"])


def test_each_rule_has_a_person_who_needs_it_and_the_engine_agrees(
    person: Person, placer: Placer, questionnaire: Questionnaire
) -> None:
    for rule in one_in(4, person.tables["rule"]):
        facts = by_this_rule_only(person, rule)
        rungs = _agreed(person, facts, placer, questionnaire)
        assert rungs, f"{rule['id']} is dead"
        assert rungs[rule["ladder"]] == (rule["rung"], rule["rung"])


@pytest.mark.many_cases
def test_whoever_just_misses_a_rule_is_placed_lower_and_the_engine_agrees(
    person: Person, placer: Placer, questionnaire: Questionnaire
) -> None:
    for rule in one_in(6, person.tables["rule"]):
        near = [
            rungs
            for facts in _near_misses(person, rule)
            if (rungs := _agreed(person, facts, placer, questionnaire))
        ]
        assert near, f"no one just misses {rule['id']}"
        highest = {rungs[rule["ladder"]][1] for rungs in near}
        assert rule["rung"] not in highest, rule["id"]


def _near_misses(person: Person, rule: Table) -> Iterator[Facts]:
    """One threshold missed, by one or more."""
    for dimension, least in rule["at_least"].items():
        for rating in range(least):
            yield just_missed(person, rule, dimension, rating)


def _agreed(
    person: Person, facts: Facts, placer: Placer, questionnaire: Questionnaire
) -> Rungs | None:
    """Find a person, and place them both ways; `None` where there is no such person."""
    found = find(facts)
    if found is None:
        return None
    said = witness(person, found)
    rungs = placer.place(said)
    assert engine_rungs(questionnaire, said) == rungs, said
    assert engine_rungs(questionnaire, asked(person, found, said)) == rungs, said
    return rungs
