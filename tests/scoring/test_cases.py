"""Every worked case of every shipped questionnaire, and what the cases must cover."""

from pathlib import Path

import pytest

from screener.catalog import (
    load_cases,
    load_questionnaire,
    questions_folder,
    read_answers,
)
from screener.model import Case, Questionnaire, Rule
from screener.scoring import Recommendation, evaluate

FOLDERS = sorted(path.parent for path in questions_folder().glob("*/cases.toml"))
ALL = [
    pytest.param(folder, case, id=f"{folder.name}:{case.id}")
    for folder in FOLDERS
    for case in load_cases(folder)
]
LOADED: dict[Path, Questionnaire] = {f: load_questionnaire(f) for f in FOLDERS}


def recommend(folder: Path, case: Case) -> Recommendation:
    questionnaire = LOADED[folder]
    answers = read_answers(questionnaire, case.answers, case.id)
    return evaluate(questionnaire, answers)


@pytest.mark.parametrize(("folder", "case"), ALL)
def test_a_worked_case_comes_out_as_its_sources_say(folder: Path, case: Case) -> None:
    found = recommend(folder, case)
    lowest = {one.id: one.rung[0].id for one in LOADED[folder].ladder}
    expected = {ladder: (rung, rung) for ladder, rung in lowest.items()}
    for ladder, ends in case.expect.items():
        expected[ladder] = (ends, ends) if isinstance(ends, str) else ends
    placed = {id: (one.low, one.high) for id, one in found.placements.items()}
    assert placed == expected
    assert set(case.rules) <= {holding.rule.id for holding in found.rules}
    assert set(case.alternatives) <= {line.id for line in found.alternatives}
    assert set(case.supports) <= {line.id for line in found.supports}
    assert found.unused == case.unused


def test_no_two_cases_share_an_id() -> None:
    names = [param.id for param in ALL]
    assert len(names) == len(set(names))


@pytest.fixture(scope="module")
def core_cases() -> list[tuple[Case, Recommendation]]:
    folder = questions_folder() / "level-of-care"
    return [(case, recommend(folder, case)) for case in load_cases(folder)]


def test_there_are_enough_cases(core_cases: list[tuple[Case, Recommendation]]) -> None:
    assert len(core_cases) >= 40


def test_every_rule_holds_in_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    held = {holding.rule.id for _, found in core_cases for holding in found.rules}
    assert {rule.id for rule in core.guidance.rule} == held


def just_misses(rule: Rule, dimension: str, found: Recommendation) -> bool:
    """Whether all thresholds are reached but this one, on a settled case."""
    ratings = {on: range.high for on, range in found.ratings.items()}
    return ratings[dimension] < rule.at_least[dimension] and all(
        ratings[on] >= least for on, least in rule.at_least.items() if on != dimension
    )


def test_every_threshold_of_every_rule_is_missed_in_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    uncovered = [
        (rule.id, dimension)
        for rule in core.guidance.rule
        for dimension in rule.at_least
        if not any(just_misses(rule, dimension, found) for _, found in core_cases)
    ]
    assert uncovered == []


def test_every_rung_of_every_ladder_is_reported_in_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    found = {
        (ladder, placement.rung)
        for _, one in core_cases
        for ladder, placement in one.placements.items()
    }
    everything = {
        (ladder.id, rung.id) for ladder in core.ladder for rung in ladder.rung
    }
    assert found == everything


def test_every_ladder_is_left_open_in_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    open_ = {
        ladder
        for _, found in core_cases
        for ladder, placement in found.placements.items()
        if not placement.settled
    }
    assert open_ == set(core.ladders)


def test_every_question_is_left_out_by_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    open_ = {link_id for _, found in core_cases for link_id in found.unknown}
    optional = {item.link_id for item in core.item if item.type == "text"}
    assert set(core.items) - optional == open_


def test_every_line_of_guidance_is_told_in_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    told: set[str] = set()
    for _, found in core_cases:
        for lines in (found.alternatives, found.supports, found.benefits):
            told |= {line.id for line in lines}
        told |= {line.id for line in (*found.asks, *found.brings)}
    guidance = core.guidance
    kinds = (guidance.alternative, guidance.support, guidance.benefit)
    everything = {
        line.id for lines in (*kinds, guidance.ask, guidance.bring) for line in lines
    }
    assert everything == told


def test_every_sign_of_fit_both_fits_and_is_to_build_in_some_case(
    core: Questionnaire, core_cases: list[tuple[Case, Recommendation]]
) -> None:
    seen = {
        (finding.sign.id, finding.fit.value)
        for _, found in core_cases
        for finding in found.fit
    }
    for sign in core.guidance.fit:
        assert {(sign.id, "fits"), (sign.id, "build")} <= seen
