"""Answers out of a saved summary."""

from dataclasses import replace

import pytest
from hypothesis import given

from screener.model import Answers, ChoiceItem, Questionnaire, Unknown
from screener.scoring import evaluate
from screener.summary import reopen
from tests.small import any_answers, small, summary_of


@given(answers=any_answers())
def test_the_same_questions_get_the_same_answers(answers: Answers) -> None:
    reopened = reopen(small(), summary_of(answers))
    assert reopened.misfits == ()
    now = evaluate(small(), reopened.answers)
    then = evaluate(small(), answers)
    assert now.placements == then.placements
    assert now.unknown == then.unknown


def test_what_was_declined_stays_declined() -> None:
    answers = {"thoughts": Unknown.DECLINED, "days": Unknown.UNSURE}
    assert dict(reopen(small(), summary_of(answers)).answers) == answers


def without(link_id: str) -> Questionnaire:
    items = tuple(one for one in small().item if one.link_id != link_id)
    return replace(small(), item=items)


def with_other_codes(link_id: str) -> Questionnaire:
    item = small().items[link_id]
    assert isinstance(item, ChoiceItem)
    options = tuple(
        replace(option, code=f"{option.code}-new") for option in item.option
    )
    new = replace(item, option=options)
    items = tuple(new if one is item else one for one in small().item)
    return replace(small(), item=items)


@pytest.mark.parametrize("change", [without, with_other_codes])
def test_an_answer_that_fits_no_more_is_named_and_open(change: object) -> None:
    assert callable(change)
    changed = change("support")
    reopened = reopen(changed, summary_of({"support": "none", "days": 3}))
    assert reopened.misfits == ("support",)
    assert dict(reopened.answers) == {"days": 3}
