"""Ending early, and the quick version: both lead exactly where the full one leads."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.interview import Interview
from screener.model import Answer, Questionnaire, Unknown
from screener.scoring import may_be_asked
from tests.scored_ticks import scored_ticks
from tests.scoring.people import every_answer, given_to
from tests.small import SMALL as SMALL_FOLDER

CORE = load_questionnaire(questionnaire_folder())
SMALL = load_questionnaire(SMALL_FOLDER)
TICKS = scored_ticks()
every = pytest.mark.parametrize(
    "questionnaire", [CORE, SMALL, TICKS], ids=lambda one: one.id
)


def anyone(
    questionnaire: Questionnaire,
) -> st.SearchStrategy[Mapping[str, Answer]]:
    """Someone with something to say to every question, be it that they would not."""
    return st.fixed_dictionaries(
        {
            link_id: st.one_of(given_to(item), given_to(item), st.sampled_from(Unknown))
            for link_id, item in questionnaire.items.items()
        }
    )


def walk(interview: Interview, person: Mapping[str, Answer]) -> Interview:
    """Answer all that is asked; end as soon as that is offered."""
    while interview.at is not None:
        answer = person[interview.at]
        if isinstance(answer, Unknown):
            interview = interview.leave_open(answer)
        else:
            interview = interview.give(answer)
        if interview.offers_end:
            interview = interview.finish()
    return interview


def in_full(questionnaire: Questionnaire, person: Mapping[str, Answer]) -> Interview:
    interview = Interview.start(questionnaire).go_on()
    done = walk(interview, person)
    assert set(done.asked) <= done.answers.keys()
    return done


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_the_quick_version_leads_where_the_full_one_does(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(anyone(questionnaire))
    quick = walk(Interview.start(questionnaire, quick=True), person)
    full = in_full(questionnaire, person)
    assert quick.recommendation.placements == full.recommendation.placements
    assert len(quick.answers) <= len(full.answers)


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_ending_early_leads_where_going_on_does(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(anyone(questionnaire))
    early = walk(Interview.start(questionnaire), person)
    full = in_full(questionnaire, person)
    assert early.recommendation.placements == full.recommendation.placements


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_safety_questions_are_always_asked(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(anyone(questionnaire))
    for quick in (False, True):
        done = walk(Interview.start(questionnaire, quick=quick), person)
        for link_id in may_be_asked(questionnaire, done.answers):
            assert questionnaire.items[link_id].ask_again is None


@pytest.mark.many_cases
@every
@given(data=st.data())
def test_quick_progress_tells_no_lie(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    person = data.draw(anyone(questionnaire))
    interview = Interview.start(questionnaire, quick=True)
    told: list[tuple[int, int, int]] = []
    while interview.at is not None:
        progress = interview.progress
        told.append((len(interview.answers), progress.fewest_left, progress.most_left))
        answer = person[interview.at]
        if isinstance(answer, Unknown):
            interview = interview.leave_open(answer)
        else:
            interview = interview.give(answer)
    for answered, fewest, most in told:
        assert fewest <= len(interview.answers) - answered <= most


def test_the_end_is_offered_once_when_nothing_left_can_change_a_ladder() -> None:
    interview = Interview.start(CORE)
    mild = {key: every_answer(item)[0] for key, item in CORE.items.items()}
    while interview.at != "limits":
        assert not interview.offers_end
        interview = interview.give(mild[interview.item.link_id])
    assert interview.offers_end
    assert not interview.go_on().offers_end
    assert not interview.go_on().give(mild["limits"]).offers_end


def test_after_an_early_end_only_what_matters_is_asked_again() -> None:
    person = {key: every_answer(item)[0] for key, item in CORE.items.items()}
    early = walk(Interview.start(CORE), person)
    assert early.reviewing
    assert "limits" not in early.answers
    assert early.go_to("limits").give(("privacy",)).at is None
    # Now that use is told, its questions matter, and the others still do not.
    changed = early.go_to("substances").give(("cannabis",))
    for link_id in ("signs-control", "signs-life", "last-use"):
        assert changed.at == link_id
        changed = changed.give(person[link_id])
    assert changed.at is None


def test_a_red_flag_stop_is_not_followed_by_more_questions() -> None:
    interview = Interview.start(CORE).give(("seizure",)).finish()
    assert interview.at is None
    assert interview.go_to("danger-now").give(("none",)).at is None
    assert "suicide-thoughts" in interview.recommendation.unknown


def test_going_back_in_the_quick_version_goes_the_way_that_was_come() -> None:
    mild = {key: every_answer(item)[0] for key, item in CORE.items.items()}
    interview = Interview.start(CORE, quick=True)
    assert interview.at_first
    seen: list[str] = []
    while interview.at is not None and len(seen) < 8:
        seen.append(interview.at)
        interview = interview.give(mild[interview.at])
    back = interview
    for link_id in reversed(seen):
        back = back.back()
        assert back.at == link_id
    assert back.at_first
    assert back.back().at == seen[0]
    for link_id in seen[1:]:
        back = back.give(mild[back.item.link_id])
        assert back.at == link_id
    assert back.give(mild[back.item.link_id]).at == interview.at


def test_a_gate_changed_in_the_quick_version_asks_its_safety_question_next() -> None:
    mild = {key: every_answer(item)[0] for key, item in CORE.items.items()}
    interview = Interview.start(CORE, quick=True)
    while interview.at is not None:
        interview = interview.give(mild[interview.at])
    changed = interview.go_to("suicide-thoughts").give("thoughts-week")
    assert changed.at == "suicide-now"
