"""The way through a visit, on the core questionnaire."""

import pytest

from screener.interview import Interview
from screener.model import Fact, Questionnaire, Unknown
from screener.scoring import Alarm, alarms_of


@pytest.fixture
def interview(core: Questionnaire) -> Interview:
    return Interview.start(core)


def answered(interview: Interview, *answers: str | tuple[str, ...]) -> Interview:
    for answer in answers:
        interview = interview.give(answer)
    return interview


def test_it_starts_at_the_first_question(interview: Interview) -> None:
    assert interview.at == "danger-now"
    assert interview.at_first
    assert interview.back().at == "danger-now"


def test_an_answer_leads_to_the_next_question_that_applies(
    interview: Interview,
) -> None:
    assert answered(interview, ("none",), "no", "no").at == "mind-danger"
    assert answered(interview, ("none",), "wish").at == "suicide-now"
    assert answered(interview, ("none",), "no", "cut").at == "suicide-now"


def test_going_back_keeps_every_answer(interview: Interview) -> None:
    later = answered(interview, ("none",), "thoughts-week", ("none",))
    back = later.back().back()
    assert back.at == "suicide-thoughts"
    assert back.answers == later.answers


def test_a_closed_gate_keeps_the_answer_behind_it_and_brings_it_back(
    interview: Interview,
) -> None:
    asked = answered(interview, ("none",), "thoughts-week", ("none",), "no")
    closed = asked.go_to("suicide-thoughts").give("no")
    assert closed.answers["suicide-now"] == ("none",)
    assert closed.recommendation.unused == ("suicide-now",)
    assert "suicide-now" not in closed.asked
    reopened = closed.go_to("suicide-thoughts").give("thoughts-week")
    assert reopened.at == "suicide-now"
    assert reopened.recommendation.unused == ()


def test_a_danger_that_was_taken_back_goes_into_no_file_and_keeps_help_first(
    interview: Interview,
) -> None:
    asked = answered(interview, ("none",), "thoughts-week", ("plan", "intent"), "no")
    back = asked.go_to("suicide-thoughts").give("no")
    assert "suicide-now" not in back.told_answers
    assert back.told_answers["suicide-thoughts"] == "no"
    assert back.facts == {Fact.CRY_FOR_HELP}
    assert alarms_of(back.recommendation).least == Alarm.RED_FLAG
    reopened = back.go_to("suicide-thoughts").give("thoughts-week")
    assert reopened.told_answers["suicide-now"] == ("plan", "intent")
    assert not reopened.facts
    assert reopened.recommendation.red_flags


def test_a_danger_that_another_answer_may_bring_back_stays_until_that_is_known(
    interview: Interview,
) -> None:
    asked = answered(interview, ("none",), "thoughts-week", ("plan", "intent"))
    back = asked.go_to("suicide-thoughts").give("no")
    assert back.at == "suicide-acts"
    assert back.told_answers["suicide-now"] == ("plan", "intent")
    assert alarms_of(back.recommendation).least == Alarm.RED_FLAG
    assert "suicide-now" not in back.give("no").told_answers


@pytest.mark.parametrize("why", list(Unknown))
def test_a_skipped_safety_question_is_asked_once_more(
    interview: Interview, why: Unknown
) -> None:
    once = interview.leave_open(why)
    assert once.at == "danger-now"
    assert once.asking_again
    twice = once.leave_open(why)
    assert twice.at == "suicide-thoughts"
    assert twice.answers["danger-now"] is why
    assert not twice.asking_again


def test_a_safety_question_asked_again_can_be_answered(interview: Interview) -> None:
    again = interview.leave_open(Unknown.DECLINED).give(("none",))
    assert again.answers["danger-now"] == ("none",)


def test_a_red_flag_is_new_until_it_is_told(interview: Interview) -> None:
    flagged = interview.give(("seizure",))
    assert [holding.rule.ladder for holding in flagged.new_flags] == ["urgency"]
    told = flagged.tell_flags()
    assert told.new_flags == ()
    assert told.recommendation.red_flags != ()


def test_another_red_flag_is_told_too(interview: Interview) -> None:
    told = interview.give(("seizure",)).tell_flags()
    again = answered(told, "thoughts-week", ("plan",))
    assert len(again.new_flags) == 1


def test_a_flag_that_is_put_right_and_comes_back_is_told_once(
    interview: Interview,
) -> None:
    told = interview.give(("seizure",)).tell_flags()
    mended = told.go_to("danger-now").give(("none",))
    assert mended.recommendation.red_flags == ()
    assert mended.go_to("danger-now").give(("seizure",)).new_flags == ()


def through(interview: Interview) -> Interview:
    while interview.at is not None:
        interview = interview.leave_open(Unknown.DECLINED)
    return interview


def test_all_questions_skipped_end_at_the_review(interview: Interview) -> None:
    done = through(interview)
    assert done.reviewing
    assert set(done.answers) == set(done.asked)
    with pytest.raises(LookupError):
        _ = done.item


def test_an_answer_changed_in_the_review_leads_back_to_it(
    interview: Interview,
) -> None:
    changed = through(interview).go_to("mood").give("none")
    assert changed.at is None


def test_questions_that_a_changed_answer_opens_are_asked_before_the_review(
    interview: Interview,
) -> None:
    opened = through(interview).go_to("substances").give(("alcohol",))
    assert opened.at == "alcohol-now"
    assert opened.give("little").at == "use-risks"


def test_a_question_that_does_not_apply_cannot_be_gone_to(
    interview: Interview,
) -> None:
    with pytest.raises(LookupError, match="suicide-now"):
        interview.go_to("suicide-now")


def test_stopping_leaves_the_rest_unknown(interview: Interview) -> None:
    stopped = interview.give(("seizure",)).finish()
    assert stopped.at is None
    assert "mood" in stopped.recommendation.unknown
    assert stopped.recommendation.placements["urgency"].rung == "now"
