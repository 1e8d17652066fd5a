"""The words for a phone: each length tells the level, danger and crisis help."""

import re
from collections.abc import Mapping
from itertools import cycle

import pytest

from screener.catalog import (
    load_cases,
    load_help_lines,
    questionnaire_folder,
    read_answers,
)
from screener.model import Answer, Case, Questionnaire, Respondent, Unknown
from screener.scoring import Certainty, evaluate
from screener.summary import Summary, largest_that_fits, short_texts, summarize
from screener.summary.said import certainty, name_words
from tests.small import CALM, CREATED
from tests.small import summary_of as small_summary

CASES = load_cases(questionnaire_folder())
ANYONE = list(zip(CASES, cycle(["us", "us-ct"])))
"""Every worked case, in one region after the other."""
ROOM_AT_80_BY_24 = (76, 42)
"""Modules beside a kiosk's own line, the buttons and crisis help."""
ADDRESS = re.compile(r"\b[\w-]+\.(?:com|gov|net|org)\b|://")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def summary_of(
    core: Questionnaire,
    answers: Mapping[str, Answer],
    region: str = "us",
    *left_out: str,
) -> Summary:
    return summarize(
        core,
        answers,
        load_help_lines(region),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset(left_out),
    )


@pytest.fixture(scope="module", params=ANYONE, ids=lambda one: f"{one[0].id}-{one[1]}")
def summary(request: pytest.FixtureRequest, core: Questionnaire) -> Summary:
    case, region = request.param
    return summary_of(core, read_answers(core, case.answers, case.id), region)


def texts_of(core: Questionnaire, case: Case) -> tuple[str, ...]:
    answers = read_answers(core, case.answers, case.id)
    return short_texts(summary_of(core, answers))


def bare(name: str) -> str:
    return name.partition(" (")[0]


@pytest.mark.many_cases
def test_every_length_tells_the_level_how_soon_and_crisis_help(
    summary: Summary,
) -> None:
    level, soon = summary.ladder("level-of-care"), summary.ladder("urgency")
    for text in short_texts(summary):
        assert bare(name_words(summary, level)) in text
        if certainty(summary, level) not in (Certainty.WAITING, Certainty.PENDING):
            assert bare(level.name_of(level.high)) in text
        assert "988" in text
        if soon.place_of(soon.high):
            assert soon.name_of(soon.high).lower() in text.lower()


def test_an_emergency_is_told_at_every_length_before_the_level(
    summary: Summary,
) -> None:
    level = bare(name_words(summary, summary.ladder("level-of-care")))
    for text in short_texts(summary):
        before = text.partition(level)[0].lower()
        assert ("911" in before and "now" in before) or not summary.urgent


def test_some_cases_are_emergencies_and_some_are_not(core: Questionnaire) -> None:
    urgent = [
        summary_of(core, read_answers(core, case.answers, case.id)).urgent
        for case in CASES[::2]
    ]
    assert urgent.count(True) >= 10
    assert urgent.count(False) >= 10


@pytest.mark.many_cases
def test_the_shortest_fits_a_common_terminal(
    summary: Summary,
) -> None:
    assert largest_that_fits(short_texts(summary), *ROOM_AT_80_BY_24)


def test_a_common_terminal_has_room_for_detox_first(core: Questionnaire) -> None:
    found = 0
    for case in CASES:
        answers = read_answers(core, case.answers, case.id)
        placed = evaluate(core, answers).placements["withdrawal-care"]
        if placed.low == "medical-detox":
            summary = summary_of(core, answers)
            care = summary.ladder("withdrawal-care")
            fits = (
                text
                for text in short_texts(summary)
                if largest_that_fits((text,), *ROOM_AT_80_BY_24)
            )
            assert care.name_of(care.low) in next(fits), case.id
            found += 1
    assert found >= 10


def test_nothing_in_it_is_a_link(summary: Summary) -> None:
    for text in short_texts(summary):
        assert not ADDRESS.search(text)
        assert not SCHEME.match(text)


@pytest.mark.many_cases
@pytest.mark.parametrize("case", CASES, ids=lambda one: one.id)
def test_what_is_left_out_is_told_at_no_length(case: Case, core: Questionnaire) -> None:
    answers = read_answers(core, case.answers, case.id)
    topics = [topic.id for topic in core.private]
    others = {k: v for k, v in answers.items() if not core.items[k].private}
    told = short_texts(summary_of(core, answers, "us", *topics))
    assert told == short_texts(summary_of(core, others, "us", *topics))
    assert "Some answers are left out here." in told[0]


def test_without_self_harm_every_length_says_how_high_it_could_be(
    core: Questionnaire,
) -> None:
    case = next(case for case in CASES if case.id == "now-way-and-thoughts")
    answers = read_answers(core, case.answers, case.id)
    assert all("now" in text.lower() for text in texts_of(core, case))
    for text in short_texts(summary_of(core, answers, "us", "self-harm")):
        assert "maybe" in text
        assert "Call" not in text


def test_the_fullest_tells_the_reasons_the_day_the_version_and_what_it_is_not(
    core: Questionnaire,
) -> None:
    case = next(case for case in CASES if case.id == "nine-and-illness")
    summary = summary_of(core, read_answers(core, case.answers, case.id))
    text = texts_of(core, case)[0]
    assert all(one.text in text for one in summary.ladder("level-of-care").reasons)
    withdrawal = summary.ladder("withdrawal-care")
    assert withdrawal.low == "medical-detox"
    assert f"{withdrawal.name}: {withdrawal.name_of(withdrawal.low)}." in text
    assert f"2026-11-23 (level-of-care {core.version})" in text
    assert "not a diagnosis" in text


def test_no_length_fits_nowhere_and_a_text_too_long_is_passed_over() -> None:
    assert largest_that_fits(["words"], 20, 20) is None
    code = largest_that_fits(["x" * 5000, "words"], 76, 44)
    assert code
    assert code.text == "words"


def test_the_quiet_zone_is_as_wide_as_there_is_room_for() -> None:
    wide = largest_that_fits(["words"], 29, 40)
    tight = largest_that_fits(["words"], 25, 25)
    assert wide
    assert tight
    assert (wide.side, tight.side) == (29, 25)


def test_open_safety_questions_are_told_at_every_length_with_room() -> None:
    skipped = dict.fromkeys(CALM, Unknown.DECLINED)
    texts = short_texts(small_summary(skipped))
    assert sum("Safety questions are still open." in text for text in texts) > 2
    assert all("still open" not in text for text in short_texts(small_summary(CALM)))
