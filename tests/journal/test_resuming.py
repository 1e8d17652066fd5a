"""A visit is taken up exactly where it was, or as near as a new version allows."""

import json
from base64 import b64decode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.interview import Interview
from screener.journal import Resumed, Step, Visit, resume
from screener.journal.step import step_of
from screener.model import (
    ChoicesItem,
    Given,
    NumberItem,
    Questionnaire,
    Respondent,
    Unknown,
)
from screener.model import OptionItem as Options
from screener.model.reading import read_json
from screener.model.record import tables_of, to_json
from tests.journal.flips import OLD
from tests.small import CALM, CREATED, GRAVE, small


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """A visit after any steps that a person may take."""
    interview = Interview.start(small(), quick=draw(st.booleans()))
    for _ in range(draw(st.integers(0, 25))):
        interview = draw(st.sampled_from(STEPS))(interview, draw)
    respondent = draw(st.sampled_from(Respondent))
    return Visit(interview, respondent, draw(st.booleans()))


def give(interview: Interview, draw: st.DrawFn) -> Interview:
    if interview.at is None:
        return interview.go_to(draw(st.sampled_from(interview.asked)))
    answer = draw(answers_to(interview))
    if isinstance(answer, Unknown):
        return interview.leave_open(answer)
    return interview.give(answer)


def answers_to(interview: Interview) -> st.SearchStrategy[Given | Unknown]:
    item = interview.item
    if isinstance(item, NumberItem):
        return st.integers(item.minimum, item.maximum)
    if isinstance(item, Options):
        codes = [option.code for option in item.option]
        if isinstance(item, ChoicesItem):
            return st.sampled_from([(code,) for code in codes]) | st.just(())
        return st.sampled_from(codes) | st.sampled_from(Unknown)
    return st.just("some words")


def back(interview: Interview, _: st.DrawFn) -> Interview:
    return interview.back()


def tell(interview: Interview, _: st.DrawFn) -> Interview:
    return interview.tell_flags()


def finish(interview: Interview, draw: st.DrawFn) -> Interview:
    return interview.finish() if draw(st.booleans()) else interview.go_on()


STEPS = [give, give, give, give, back, tell, finish]


def written(visit: Visit) -> Step:
    """As it is read back from a disk."""
    return read_json(Step, to_json(tables_of(step_of(visit, CREATED))))


@given(visit=visits())
def test_it_goes_on_exactly_there(visit: Visit) -> None:
    assert resume(small(), written(visit)) == Resumed(visit)


# Another version of the questionnaire


def changed(find: str, put: str) -> Questionnaire:
    """The small questionnaire with other words in it."""
    content = to_json(tables_of(small()))
    assert find in content
    return read_json(Questionnaire, content.replace(find, put))


def at_review() -> Visit:
    answers = {**CALM, "words": "Hello."}
    return Visit(
        Interview(small(), answers=answers, at=None, reviewing=True), Respondent.SELF
    )


def test_a_question_put_otherwise_is_asked_again_and_no_other() -> None:
    text = json.dumps(small().items["days"].text)
    new = changed(f'"text":{text}', '"text":"How many days was that?"')
    resumed = resume(new, written(at_review()))
    assert resumed.changed == ("days",)
    assert resumed.gone == 0
    assert resumed.visit.interview.at == "days"
    answered = resumed.visit.interview.give(3)
    assert answered.at is None
    assert answered.answers == {**CALM, "words": "Hello.", "days": 3}


def test_another_reason_or_rating_asks_nothing_again() -> None:
    why = json.dumps(small().items["days"].why)
    new = changed(f'"why":{why}', '"why":"It tells a lot."')
    resumed = resume(new, written(at_review()))
    assert resumed.changed == ()
    assert resumed.visit.interview.at is None


def test_an_answer_that_is_offered_no_more_is_asked_again() -> None:
    items = tuple(
        replace(item, maximum=10) if isinstance(item, NumberItem) else item
        for item in small().item
    )
    new = replace(small(), item=items)
    visit = Visit(
        Interview(small(), answers=GRAVE, at=None, reviewing=True), Respondent.SELF
    )
    resumed = resume(new, written(visit))
    assert resumed.changed == ("days",)


def test_a_question_that_is_gone_is_counted_and_what_is_new_is_asked() -> None:
    new = changed('"link_id":"support"', '"link_id":"company"')
    resumed = resume(new, written(at_review()))
    assert resumed.gone == 1
    assert resumed.changed == ()
    assert resumed.visit.interview.at == "company"
    assert not resumed.visit.at_result


def test_red_flags_are_told_again_by_a_new_version() -> None:
    interview = Interview(small(), answers=GRAVE, at="days").tell_flags()
    assert interview.seen_flags
    step = written(Visit(interview, Respondent.SELF))
    assert not resume(small(), step).visit.interview.new_flags
    why = json.dumps(small().items["days"].why)
    new = changed(f'"why":{why}', '"why":"It tells a lot."')
    assert resume(new, step).visit.interview.new_flags


def test_the_result_is_shown_again_only_where_it_was_reached() -> None:
    reached = Visit(at_review().interview, Respondent.SELF, at_result=True)
    assert resume(small(), written(reached)).visit.at_result
    new = changed('"link_id":"support"', '"link_id":"company"')
    assert not resume(new, written(reached)).visit.at_result


@pytest.mark.parametrize("at", ["nowhere", "plan"])
def test_a_place_that_is_not_there_leads_to_the_first_open_question(at: str) -> None:
    step = replace(written(at_review()), at=at, reviewing=False)
    assert resume(small(), step).visit.interview.at is None


# A journal of version 0.1.0, whose questions have changed


def first_journal() -> Step:
    """The visit in a journal of 0.1.0, in which every question was answered."""
    lines = (OLD / "0.1.0-plain.visit").read_bytes().splitlines()[2:]
    steps = [read_json(Step, b64decode(line.split()[1])) for line in lines]
    return next(step for step in steps if step.answers.keys() == GRAVE.keys())


def test_of_an_old_journal_only_the_changed_answers_are_asked_again() -> None:
    text = json.dumps(small().items["days"].text)
    new = changed(f'"text":{text}', '"text":"How many days was that?"')
    resumed = resume(new, first_journal())
    assert (resumed.changed, resumed.gone) == (("days",), 0)
    interview = resumed.visit.interview
    assert interview.answers == {one: GRAVE[one] for one in GRAVE if one != "days"}
    assert interview.at == "days"
    assert interview.new_flags


def test_an_old_journal_of_questions_that_are_all_gone_starts_from_the_first() -> None:
    step = first_journal()
    answers = {f"old-{one}": answer for one, answer in step.answers.items()}
    resumed = resume(small(), replace(step, answers=answers, at="old-days"))
    assert (resumed.changed, resumed.gone) == ((), len(GRAVE))
    assert not resumed.visit.interview.answers
    assert resumed.visit.interview.at == small().item[0].link_id
    assert resumed.visit.respondent == step.respondent
