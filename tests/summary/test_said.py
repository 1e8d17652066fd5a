"""What may be said of a ladder: decided once, whatever the face."""

from collections.abc import Mapping

import pytest

from screener.model import Answer, Unknown
from screener.scoring import LEVEL, Alarm, Alarms, Certainty, certainty_of
from screener.summary.said import (
    Mark,
    calm_words,
    certainty,
    drawn_rungs,
    more_words,
    next_step_words,
    place_words,
    why_words,
)
from screener.summary.span_words import span_words
from tests.small import CALM, GRAVE, summary_of

SETTLED, AT_LEAST = Certainty.SETTLED, Certainty.AT_LEAST
OPEN, WAITING, PENDING = Certainty.OPEN, Certainty.WAITING, Certainty.PENDING
NONE, SOON, RED_FLAG = Alarm


@pytest.mark.parametrize(
    ("low", "high", "alarms", "certainty"),
    [
        (0, 0, (NONE, NONE), SETTLED),
        (0, 0, (NONE, SOON), PENDING),
        (0, 0, (NONE, RED_FLAG), PENDING),
        (0, 0, (SOON, SOON), WAITING),
        (0, 0, (SOON, RED_FLAG), WAITING),
        (0, 0, (RED_FLAG, RED_FLAG), WAITING),
        (0, 1, (NONE, NONE), OPEN),
        (0, 3, (RED_FLAG, RED_FLAG), OPEN),
        (1, 1, (RED_FLAG, RED_FLAG), SETTLED),
        (1, 2, (NONE, NONE), AT_LEAST),
        (1, 1, (NONE, RED_FLAG), SETTLED),
        (3, 3, (SOON, SOON), SETTLED),
    ],
)
def test_the_mildest_rung_is_told_only_where_it_is_established(
    low: int, high: int, alarms: tuple[Alarm, Alarm], certainty: Certainty
) -> None:
    assert certainty_of(low, high, Alarms(*alarms)) is certainty


@pytest.mark.parametrize(
    ("ends", "stands", "words"),
    [
        (("None", "None"), SETTLED, "None"),
        (("Some", "Much"), AT_LEAST, "Some, maybe Much"),
        (("None", "Much"), OPEN, "Not known yet, maybe Much"),
        (("None", "None"), WAITING, "Not known yet; help comes first"),
        (("None", "None"), PENDING, "Not known yet; answers are missing"),
    ],
)
def test_a_range_in_words(ends: tuple[str, str], stands: Certainty, words: str) -> None:
    assert span_words(*ends, stands) == words


NOTHING: Mapping[str, Answer] = {}
SKIPPED: Mapping[str, Answer] = dict.fromkeys(CALM, Unknown.DECLINED)


@pytest.mark.parametrize("answers", [NOTHING, SKIPPED])
def test_with_nothing_answered_no_rung_is_drawn_as_established(
    answers: Mapping[str, Answer],
) -> None:
    summary = summary_of(answers)
    for ladder in summary.ladders:
        assert certainty(summary, ladder) is OPEN
        drawn = drawn_rungs(summary, ladder)
        assert {rung.mark for rung in drawn} == {Mark.MAYBE}
        assert place_words(summary, ladder).startswith("Not known yet")
        assert list(why_words(summary, ladder)) == [
            "The answers so far do not settle it."
        ]
    assert "Not every question about safety" in calm_words(summary)


def test_where_all_is_calm_that_is_said() -> None:
    summary = summary_of(CALM)
    level = summary.ladder(LEVEL)
    assert certainty(summary, level) is SETTLED
    assert next(rung.mark for rung in drawn_rungs(summary, level)) is Mark.HERE
    assert [*why_words(summary, level)] == ["Nothing in the answers points to more."]
    assert calm_words(summary).startswith("No answer here calls for help")


def test_a_red_flag_comes_before_any_mildest_rung() -> None:
    summary = summary_of({**CALM, "thoughts": "better-off", "plan": "yes"})
    level = summary.ladder(LEVEL)
    assert certainty(summary, level) is WAITING
    assert Mark.HERE not in {rung.mark for rung in drawn_rungs(summary, level)}
    assert "help first" in next(why_words(summary, level))
    assert "after the first help" in more_words(summary, level)
    assert calm_words(summary) == ""


def test_a_rung_above_the_mildest_stands_whatever_else_is_open() -> None:
    summary = summary_of({"days": 30})
    level = summary.ladder(LEVEL)
    assert certainty(summary, level) is AT_LEAST
    words = [rung.words for rung in drawn_rungs(summary, level)]
    assert words == ["", "", "at least this", "at most this"]


def test_what_is_left_out_is_told_as_open_and_not_named() -> None:
    summary = summary_of(CALM, "self-harm")
    soon = summary.ladder("urgency")
    assert more_words(summary, soon) == (
        "Some questions are left out of this file. "
        "Depending on their answers, it could be as high as: Now."
    )
    assert "Some questions are open." in more_words(
        summary_of({"days": 30}), summary_of({"days": 30}).ladder(LEVEL)
    )
    assert "and some are left out" in more_words(
        summary_of({"days": 0}, "self-harm"), soon
    )


def test_where_the_gravest_step_stands_there_is_no_step_above_it() -> None:
    summary = summary_of(GRAVE)
    level = summary.ladder(LEVEL)
    assert more_words(summary, level) == "There is no step above it."


TALK = "Talking with someone is the next step."


@pytest.mark.parametrize("brings", [True, False])
def test_a_visit_ends_with_the_conversation(brings: bool) -> None:
    (words,) = next_step_words(summary_of(CALM), brings=brings)
    assert words.startswith(TALK)
    assert ("summary" in words) is brings


def test_a_visit_ends_with_the_emergency_alone() -> None:
    summary = summary_of(GRAVE)
    urgent = [step.text for step in summary.steps if step.urgent]
    assert urgent
    assert [*next_step_words(summary, brings=True)] == urgent
