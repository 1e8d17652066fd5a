"""A summary tells what the answers lead to, in full and in order."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings

from screener.model import Answer, HelpKind, Questionnaire, Respondent, Unknown
from screener.scoring import Fit, evaluate
from screener.summary import AnswerState, summarize, to_text
from tests.small import CALM, GRAVE, HALF, any_answers, help_lines, small, summary_of


def states(answers: Mapping[str, Answer]) -> dict[str, AnswerState]:
    return {line.link_id: line.state for line in summary_of(answers).answers}


def test_red_flags_come_first_then_the_more_urgent() -> None:
    steps = summary_of(GRAVE).steps
    rules = [step.rule for step in steps]
    assert rules == ["danger-now", "home-this-week"]
    assert [step.urgent for step in steps] == [True, False]


def test_a_step_is_told_only_where_no_graver_one_says_it_already() -> None:
    today = {**GRAVE, "plan": "no"}
    assert next(step.rule for step in summary_of(today).steps) == "danger-today"
    assert "danger-today" not in [step.rule for step in summary_of(GRAVE).steps]


def test_a_step_brings_its_help_lines_in_the_order_of_its_kinds() -> None:
    now = summary_of(GRAVE).steps[0]
    assert [one.name for one in now.help] == [
        "Suicide and Crisis Lifeline",
        "Emergency",
    ]


def test_the_same_step_from_two_rules_is_told_once_with_the_help_of_both() -> None:
    first, second, *others = small().guidance.rule
    same = replace(second, first=first.first, help=(HelpKind.VIOLENCE,))
    guidance = replace(small().guidance, rule=(same, first, *others))
    questionnaire = replace(small(), guidance=guidance)
    summary = summarize(
        questionnaire,
        {"thoughts": "yes", "plan": "yes"},
        help_lines(),
        respondent=Respondent.SELF,
        created=datetime.datetime.now(datetime.UTC),
    )
    (step,) = summary.steps
    assert step.urgent
    assert [one.kinds[0] for one in step.help] == ["crisis", "emergency", "violence"]


def test_reasons_are_the_rules_that_give_the_rung_reported() -> None:
    level = summary_of(GRAVE).ladder("level-of-care")
    assert level.rung == "residential"
    assert [reason.rule for reason in level.reasons] == [
        "heavy-low",
        "heavy-again",
        "heavy-danger",
    ]
    assert level.reasons[1].evidence == (
        "You used on most days.",
        "You had gaps in memory.",
        "You left outpatient care before the end.",
        "No one backs you up.",
    )


def test_the_lowest_rung_needs_no_reason() -> None:
    assert all(not ladder.reasons for ladder in summary_of(CALM).ladders)


@pytest.mark.parametrize(
    ("link_id", "state"),
    [
        ("thoughts", AnswerState.DECLINED),
        ("plan", AnswerState.NOT_REACHED),
        ("home-safe", AnswerState.GIVEN),
        ("interest", AnswerState.UNSURE),
        ("ended", AnswerState.UNUSED),
        ("living", AnswerState.NOT_REACHED),
    ],
)
def test_every_question_says_what_became_of_it(
    link_id: str, state: AnswerState
) -> None:
    assert states(HALF)[link_id] is state


def test_a_question_that_cannot_apply_is_not_listed() -> None:
    assert "plan" not in states(CALM)
    assert "ended" not in states(CALM)


@pytest.mark.parametrize("words", [None, "", Unknown.DECLINED])
def test_free_words_are_listed_only_when_there_are_any(words: Answer | None) -> None:
    answers = dict(CALM) if words is None else {**CALM, "words": words}
    assert "words" not in states(answers)
    assert states({**CALM, "words": "x"})["words"] is AnswerState.GIVEN


def test_nothing_ticked_beside_a_none_of_these_is_no_answer() -> None:
    assert states({**CALM, "problems": ()})["problems"] is AnswerState.DECLINED


def test_answers_are_told_in_words_and_in_codes() -> None:
    told = {line.link_id: line for line in summary_of(GRAVE).answers}
    assert (told["days"].answer, told["days"].code) == (("30 days",), 30)
    assert told["thoughts"].code == ("yes",)
    assert told["limits"].answer == ("Cost", "Work or school")
    assert (told["words"].answer, told["words"].code) == (
        ("I want this to change.",),
        None,
    )


def test_only_questions_that_can_move_a_ladder_are_said_to() -> None:
    still = [line.link_id for line in summary_of(GRAVE).answers if not line.can_move]
    assert still == ["living", "limits", "words"]


def test_half_a_character_pair_in_free_words_is_replaced() -> None:
    (line,) = [one for one in summary_of({"words": "a\ud800b"}).answers if one.answer]
    assert line.answer == ("a?b",)


def test_only_cited_sources_are_listed_as_the_questionnaire_lists_them() -> None:
    assert [one.id for one in summary_of(CALM).sources] == ["guide", "home"]
    assert [one.id for one in summary_of(GRAVE).sources] == [
        "guide",
        "urgent",
        "home",
        "scale",
    ]


def test_signs_of_fit_are_told_with_how_they_stand() -> None:
    fit = {line.id: line.fit for line in summary_of(HALF).fit}
    assert fit == {"backed": Fit.UNKNOWN, "safe": Fit.BUILD, "paid": Fit.UNKNOWN}


def test_a_scale_has_a_score_only_when_all_of_it_is_answered() -> None:
    assert [(s.score, s.band) for s in summary_of(GRAVE).scales] == [(6, "much")]
    assert [(s.score, s.band) for s in summary_of(HALF).scales] == [(None, None)]


@pytest.mark.parametrize(
    ("substance", "scales"), [("none", []), ("alcohol", ["signs"])]
)
def test_a_scale_that_nobody_was_asked_about_is_not_told(
    core: Questionnaire, substance: str, scales: list[str]
) -> None:
    summary = summarize(
        core,
        {"substances": (substance,)},
        help_lines(),
        respondent=Respondent.SELF,
        created=datetime.datetime.now(datetime.UTC),
    )
    assert [one.scale for one in summary.scales] == scales


def test_the_time_must_know_its_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        summarize(
            small(),
            {},
            help_lines(),
            respondent=Respondent.SELF,
            created=datetime.datetime(2026, 11, 23),
        )


@settings(deadline=None)
@given(any_answers())
def test_a_summary_tells_the_placement_that_scoring_gives(
    answers: dict[str, Answer],
) -> None:
    placed = evaluate(small(), answers).placements
    told = {
        one.id: (one.rung, one.low, one.high) for one in summary_of(answers).ladders
    }
    assert told == {key: (p.rung, p.low, p.high) for key, p in placed.items()}


def test_a_safety_question_without_an_answer_is_flagged_for_the_talk() -> None:
    without = {key: answer for key, answer in CALM.items() if key != "home-safe"}
    calm, open_ = summary_of(CALM), summary_of(without)
    assert [line.link_id for line in open_.unknown if line.safety] == ["home-safe"]
    assert "Safety questions still open: Safe at home" in to_text(open_)
    assert "Safety questions" not in to_text(calm)
