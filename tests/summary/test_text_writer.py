"""The plain text: safety first, complete, calm, at most two pages of 80 columns."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from screener.catalog import Editions, select
from screener.model import Answer, Answers
from screener.summary import Summary, to_text
from screener.summary.text_writer import MOST_LINES
from screener.summary.wording import because
from tests.languages import answers, made_in
from tests.small import CALM, GRAVE, HALF, any_answers, summary_of
from tests.summary.test_toml import HOSTILE

HEADINGS = [
    "WHAT TO DO FIRST",
    "AT A GLANCE",
    "LEVEL OF CARE",
    "WHY THIS LEVEL, AND NOT A HIGHER ONE",
    "BESIDES THE LEVEL OF CARE",
    "HOW HEAVY EACH THING WEIGHS",
    "OTHER OPTIONS",
    "SUPPORT TO ASK FOR",
    "HOW WELL AN INTENSIVE OUTPATIENT PROGRAM (IOP) WOULD FIT",
    "QUESTIONS TO ASK A PROGRAM",
    "WHAT TO BRING",
    "EVERY ANSWER",
    "HELP LINES",
    "WHAT THIS IS, AND WHAT IT IS NOT",
]


def text(answers: Mapping[str, Answer]) -> str:
    return to_text(summary_of(answers))


def headings(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line.isupper() and line[0] != " "]


def test_all_parts_come_in_order_safety_first() -> None:
    calmer = {**GRAVE, "thoughts": "no", "plan": "no", "home-safe": "afraid"}
    shown = headings(text(calmer))
    assert [one for one in shown if one in HEADINGS] == HEADINGS


def test_in_an_emergency_no_sign_of_fit_and_no_question_to_a_program_is_told() -> None:
    can_wait = {HEADINGS[8], HEADINGS[9]}
    assert headings(text(GRAVE)) == [one for one in HEADINGS if one not in can_wait]


def test_parts_with_nothing_to_tell_are_left_out() -> None:
    assert "OTHER OPTIONS" not in text(CALM)
    assert "BESIDES THE LEVEL OF CARE" not in text(CALM)


def test_a_red_flag_is_the_first_thing_to_read() -> None:
    first = text(GRAVE).split("WHAT TO DO FIRST\n")[1].splitlines()
    assert first[0] == " !! Call or text 988 now, or go to the nearest emergency room."
    assert first[1] == "      Suicide and Crisis Lifeline: call or text 988"


def test_without_a_step_crisis_help_still_comes_first() -> None:
    assert text(CALM).index("call or text 988") < text(CALM).index("AT A GLANCE")


def test_the_ladder_is_drawn_with_its_rung_and_its_range() -> None:
    assert (
        "  |. . . |  Residential care <== at most this\n"
        "  |######|  Intensive outpatient care <== at least this\n"
        "  |      |  Outpatient care\n"
        "  |      |  No treatment\n"
    ) in text(HALF)


def test_every_ladder_is_told_with_its_range_at_a_glance() -> None:
    assert "  How soon ........ This week, maybe Now\n" in text(HALF)
    assert "  How soon ........ Now\n" in text(GRAVE)


def told_of_changes(answers: Answers) -> str:
    _, told = text(answers).split("WHAT COULD CHANGE IT")
    return " ".join(told.split("BESIDE")[0].split())


def test_open_questions_are_named_and_those_that_weigh_nothing_are_not() -> None:
    told = told_of_changes(HALF)
    assert "raise it: Thoughts of suicide (up to: Residential care)." in told
    assert "Where you live" not in told


def test_another_answer_is_told_with_where_it_would_lead() -> None:
    assert (
        'It would be "Outpatient care", maybe "Residential care", if this were so: '
        "You used on some days."
    ) in told_of_changes(HALF)


def test_no_sign_of_danger_is_held_out_as_a_change() -> None:
    calm = {**CALM, "days": 12}
    assert "ending your life" not in told_of_changes(calm)


def test_the_answers_that_are_enough_stand_first() -> None:
    _, why = text(GRAVE).split("WHY THIS LEVEL, AND NOT A HIGHER ONE\n")
    assert " ".join(why.split()).startswith(
        "- Heavy use and thoughts of suicide together point to residential care. "
        "You said: You have thought about ending your life. You used on most days. "
        "This alone is enough"
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_answers_of_an_instrument_that_are_enough_are_sentences(language: str) -> None:
    editions = Editions(select("phq-9"), "us")
    first = dict(list(answers(editions, grave=True).items())[:4])
    summary = made_in(language, editions, 1, first)
    said = [words for level in summary.ladders for words in because(level)]
    assert len(said) >= 4
    assert all(words.endswith(".") and not words.endswith("..") for words in said)


@pytest.mark.parametrize(
    "line",
    [
        "    Thoughts of suicide: (skipped)",
        "    A plan: (not answered)",
        "    Little joy: (not sure)",
        "    Days of use: 12 days",
        "    How care ended: I left before the end (not counted: no longer asked)",
    ],
)
def test_every_answer_is_told_with_what_became_of_it(line: str) -> None:
    assert " ".join(line.split()) in " ".join(text(HALF).split())


def test_it_says_what_it_is_not() -> None:
    shown = " ".join(text(CALM).split())
    assert "a starting point to discuss, not a diagnosis" in shown
    assert "not yet reviewed by a clinician" in shown
    assert "you need" not in shown.lower()


def test_it_names_the_day_the_program_and_the_questionnaire() -> None:
    shown = text(CALM)
    origin = summary_of(CALM).questionnaire
    assert "November 23, 2026" in shown.splitlines()[0]
    assert f"with small 2026.1, {origin.hash[:12]}." in shown


@pytest.mark.parametrize("answers", [CALM, HALF, GRAVE, {}])
def test_a_visit_fits_on_two_pages(answers: Mapping[str, Answer]) -> None:
    assert text(answers).count("\n") <= MOST_LINES


def real_sized() -> Summary:
    """As much as the core questionnaire tells someone in a grave state."""
    grave = summary_of({**GRAVE, "words": "I want this to change for my children."})
    level, urgency = grave.ladders
    medium = "Ask how people are helped through the first days and at night."
    calm = summary_of(CALM)
    told = replace(calm.asks[0], text=medium)
    return replace(
        grave,
        ladders=(
            replace(level, facts=(medium,) * 3),
            *[urgency] * 4,
        ),
        alternatives=(told,) * 2,
        supports=(told,) * 12,
        benefits=(told,) * 2,
        asks=(told,) * 6,
        brings=(told,) * 4,
        answers=(*grave.answers[:-1], *grave.answers),
        help=(*grave.help, *grave.help),
    )


def test_a_long_visit_is_set_closer_to_fit_on_two_pages() -> None:
    shown = to_text(real_sized())
    assert shown.count("\n") <= MOST_LINES
    assert "  Safety - Thoughts of suicide: Yes | A plan: Yes | Safe at home" in shown


@settings(deadline=None)
@given(any_answers(), st.text())
def test_every_line_fits_80_columns_and_ends_in_no_space(
    answers: dict[str, Answer], words: str
) -> None:
    for line in text({**answers, "words": words}).split("\n"):
        assert wcswidth(line) <= 80
        assert line == line.rstrip()


@pytest.mark.many_cases
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_harmlessly(words: str) -> None:
    shown = text({**CALM, "words": words})
    kinds = {unicodedata.category(one) for one in shown if one != "\n"}
    assert not kinds & {"Cc", "Cn", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200f")
    before, _ = text({**CALM, "words": "x"}).split("WHY THIS LEVEL")
    assert shown.startswith(before)


def test_an_answer_behind_several_reasons_is_told_once() -> None:
    assert text(GRAVE).count("You used on most days.") == 1


def test_markup_is_told_letter_by_letter() -> None:
    assert "own words: [bold]x[/bold]" in text({"words": "[bold]x[/bold]"})
