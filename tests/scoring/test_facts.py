"""A cry for help is a fact that lines test; it is no rating and moves no ladder."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from screener.checking.lines import check_lines
from screener.checking.space import Space
from screener.errors import QuestionnaireError
from screener.model import (
    AllOf,
    Answer,
    AnyOf,
    AtLeast,
    Condition,
    Fact,
    HasFact,
    Line,
    Questionnaire,
    Unknown,
)
from screener.model.reading import MisfitError, read_json
from screener.placing import LinePlacer
from screener.review.condition_words import condition_words
from screener.scoring import Alarm, Fit, alarms_of, evaluate, facts_in
from tests.scoring.building import choice, line, questionnaire, rule, sign, text

CRY = HasFact(fact=Fact.CRY_FOR_HELP)
GRAVE = AtLeast(item="a", at_least="o1")
GATE = 'enable_when = { fact = "cry_for_help" } '
CRIED = frozenset({Fact.CRY_FOR_HELP})


def asked(condition: Condition) -> Questionnaire:
    return questionnaire(
        choice("a", {}, {"x": 3}),
        text("w"),
        rules=[rule("level", 2, x=3)],
        supports=[line("line", condition)],
        alternatives=[line("way", condition)],
        fit=[sign("sign", condition)],
    )


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        (CRY, {"w": "me quiero morir"}, True),
        (CRY, {"w": "a nice day"}, False),
        (CRY, {"w": ""}, False),
        (CRY, {}, False),
        (AllOf(all=(CRY, GRAVE)), {"w": "kms", "a": "o1"}, True),
        (AllOf(all=(CRY, GRAVE)), {"w": "kms", "a": "o0"}, False),
        (AnyOf(any=(CRY, GRAVE)), {"a": "o1"}, True),
    ],
)
def test_a_line_tests_whether_own_words_are_a_cry_for_help(
    condition: Condition, answers: dict[str, str], holds: bool
) -> None:
    found = evaluate(asked(condition), answers)
    assert bool(found.supports) is bool(found.alternatives) is holds
    assert found.fit[0].fit is (Fit.FITS if holds else found.fit[0].fit)


def test_what_was_typed_elsewhere_counts_like_own_words() -> None:
    assert evaluate(asked(CRY), {}, CRIED).supports
    assert evaluate(asked(CRY), {}, CRIED).facts == CRIED


@pytest.mark.parametrize("answer", ["o0", "o1"])
def test_it_moves_no_ladder_and_no_rating(answer: str) -> None:
    calm = evaluate(asked(CRY), {"a": answer, "w": "fine"})
    cried = evaluate(asked(CRY), {"a": answer, "w": "I want to die"})
    assert cried.facts != calm.facts
    assert cried.placements == calm.placements
    assert cried.ratings == calm.ratings
    assert [one.rule for one in cried.rules] == [one.rule for one in calm.rules]


def test_an_answer_that_no_longer_applies_still_counts() -> None:
    one = questionnaire(choice("a", {}, {"x": 1}), text("w", gate=GRAVE))
    assert facts_in(one, {"a": "o0", "w": "I want to die"}) == CRIED


@pytest.mark.parametrize("words", ["me quiero morir", "fine", None])
def test_a_line_of_jsonl_tells_the_same(words: str | None) -> None:
    one = asked(CRY)
    placer = LinePlacer(one)
    for _ in range(2):
        told = json.loads(placer.reply(json.dumps({"w": words}).encode(), "line 1"))
        cried = words == "me quiero morir"
        assert told.get("facts", []) == (["cry_for_help"] if cried else [])
        assert told["alternatives"] == (["way"] if cried else [])


@pytest.mark.parametrize("condition", [CRY, AllOf(all=(CRY, GRAVE))])
def test_the_check_finds_somebody_for_whom_it_holds(condition: Condition) -> None:
    assert not check_lines(Space(asked(condition))).flaws


def test_the_review_sheet_tells_it_in_words() -> None:
    told = condition_words(AnyOf(any=(CRY, GRAVE)), asked(CRY))
    assert told.startswith("a cry for help was typed, or ")


@pytest.mark.parametrize("fact", ["cry", "", "CRY_FOR_HELP"])
def test_an_unknown_fact_is_refused(fact: str) -> None:
    told = {"id": "a", "text": "A.", "cite": ["s"], "show_when": {"fact": fact}}
    with pytest.raises(MisfitError):
        read_json(Line, json.dumps(told))


def test_a_gate_may_not_test_it(tmp_path: Path) -> None:
    from screener.catalog import load_questionnaire
    from tests.small import SMALL

    for file in SMALL.glob("*.toml"):
        content = file.read_text(encoding="utf-8")
        content = content.replace('enable_when = { item = "', f"{GATE}#", 1)
        (tmp_path / file.name).write_text(content, encoding="utf-8")
    with pytest.raises(QuestionnaireError, match="may open downward"):
        load_questionnaire(tmp_path)


def about_safety() -> Questionnaire:
    """Return a questionnaire in which thoughts open a question with a red flag."""
    return questionnaire(
        choice("thoughts", {}, {"x": 1}),
        choice("now", {}, {"x": 3}, gate=AtLeast(item="thoughts", at_least="o1")),
        choice("other", {}, {"x": 1}),
        rules=[replace(rule("level", 2, x=3), red_flag=True)],
    )


@pytest.mark.parametrize(
    ("answers", "facts"),
    [
        ({"thoughts": "o0", "now": "o1"}, CRIED),
        ({"now": "o1"}, CRIED),
        ({"thoughts": Unknown.DECLINED, "now": "o1"}, CRIED),
        ({"thoughts": "o1", "now": "o1"}, set()),
        ({"thoughts": "o0", "now": "o0"}, set()),
        ({"thoughts": "o0", "other": "o1"}, set()),
        ({}, set()),
    ],
)
def test_a_danger_that_does_not_count_is_not_taken_for_calm(
    answers: dict[str, Answer], facts: set[Fact]
) -> None:
    asked = about_safety()
    found = evaluate(asked, answers)
    assert found.facts == facts
    assert alarms_of(found).least == (
        Alarm.RED_FLAG if answers.get("now") == "o1" else 0
    )
    line = json.dumps(
        {id: answer for id, answer in answers.items() if answer != Unknown.DECLINED}
    )
    for _met_before in range(2):
        reply = json.loads(LinePlacer(asked).reply(line.encode(), "line 1"))
        assert reply.get("facts", []) == sorted(facts)
