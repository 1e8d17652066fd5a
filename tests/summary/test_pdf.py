"""The PDF says what the text says, on two pages, whatever a person writes."""

import datetime
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.model import Respondent, TextItem, Unknown
from screener.scoring import gravest
from screener.summary import Paper, Summary, summarize, to_pdf
from screener.summary.said import more_words
from screener.summary.what_could_change import change_words
from screener.summary.wording import open_safety_words
from tests.scoring.people import Person, people
from tests.small import CALM, CREATED, GRAVE, HALF, summary_of
from tests.summary.pdf_reading import pages_of, text_of

CORE = load_questionnaire(questionnaire_folder())
HELP = load_help_lines("us-ct")


def core_summary(person: Person) -> Summary:
    return summarize(
        CORE, person, HELP, respondent=Respondent.WITH_COUNSELOR, created=CREATED
    )


def gravest_person(note: str) -> Person:
    worst: Person = {"note": note}
    for link_id, item in CORE.items.items():
        answer = gravest(item)
        if not isinstance(item, TextItem) and answer is not None:
            worst[link_id] = answer
    return worst


@pytest.mark.slow
@settings(deadline=None, max_examples=5)
@given(person=people(CORE))
def test_anyone_fits_on_two_pages(person: Person) -> None:
    assert len(pages_of(to_pdf(core_summary(person)))) == 2


@pytest.mark.slow
@pytest.mark.parametrize("paper", list(Paper))
def test_the_gravest_answers_and_many_words_fit_on_two_pages(paper: Paper) -> None:
    first, second = pages_of(to_pdf(core_summary(gravest_person("words " * 83)), paper))
    assert first.index("What to do first") < 200
    assert "words words words" in second


def test_with_nothing_answered_it_fits_on_two_pages() -> None:
    skipped: Person = dict.fromkeys(CORE.items, Unknown.DECLINED)
    for nothing in ({}, skipped):
        assert len(pages_of(to_pdf(core_summary(nothing)))) == 2


def test_safety_comes_first_then_the_level_then_the_rest() -> None:
    told = text_of(to_pdf(summary_of({**GRAVE, "home-safe": Unknown.DECLINED})))
    parts = [
        "Answered by the person it is about.",
        "not yet reviewed by a clinician",
        "What to do first",
        "Safety questions still open",
        "Level of care",
        "Why this level",
        "Why not a higher level",
        "Besides the level of care",
        "How heavy each thing weighs",
        "Other options",
        "What matters to the person",
        "What to bring",
        "Notes of the counselor",
        "Every answer",
        "Help lines",
        "What this is, and what it is not",
    ]
    places = [told.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "Questions to ask a program" not in told  # an emergency comes first


@pytest.mark.many_cases
@pytest.mark.parametrize("answers", [CALM, GRAVE, HALF, {}])
def test_nothing_for_safety_or_the_talk_is_missing(answers: Person) -> None:
    summary = summary_of(answers)
    told = text_of(to_pdf(summary))
    level = summary.ladders[0]
    sentences = [
        *(step.text for step in summary.steps),
        *(f"{one.name}: {one.reach}" for step in summary.steps for one in step.help),
        *(reason.text for one in summary.ladders for reason in one.reasons),
        *change_words(summary, level),
        *(line.text for line in (*summary.alternatives, *summary.supports)),
        *(line.text for line in (*summary.asks, *summary.brings)),
        *(f"{line.short}: {'; '.join(line.answer)}" for line in summary.answers),
        *(one.reach for one in summary.help),
        open_safety_words(summary),
        more_words(summary, level),
        summary.questionnaire.limits,
        summary.questionnaire.hash[:12],
    ]
    # Where a line ends at a hyphen, the reader puts a space.
    squeezed = told.replace(" ", "")
    assert not [one for one in sentences if one.replace(" ", "") not in squeezed]


def test_what_was_skipped_unsure_or_not_counted_is_told() -> None:
    told = text_of(to_pdf(summary_of(HALF)))
    for words in ("(skipped)", "(not sure)", "(not answered)", "(not counted:"):
        assert words in told


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert to_pdf(summary_of(GRAVE)) == to_pdf(summary_of(dict(GRAVE)))


@pytest.mark.parametrize(
    "note",
    [
        '#import "x": * #panic() $x^2$ [bold] *a* _b_ @ref <label> // -- = \\ `c`',
        '"quoted" \\u{1} {"json": 1} %s ${x}',
        "¿Mañana? ¡Sí! el pingüino, la cigüeña y el niño",
        "Привет Ελλάδα",
    ],
)
def test_the_words_of_a_person_are_words(note: str) -> None:
    assert note in text_of(to_pdf(summary_of({**CALM, "words": note})))


def test_a_word_without_end_stays_on_the_page() -> None:
    told = text_of(to_pdf(summary_of({**CALM, "words": "a" * 500})))
    assert re.sub("[\u200b ]", "", told).count("a" * 500) == 2


@pytest.mark.parametrize(
    "note",
    [
        "I am \U000f0001\U000f0002 \U000f0001 here",
        "\U0001fae8 مرحبا 你好 \x07 \ud83d ok",
    ],
)
def test_letters_that_no_font_has_are_told_once(note: str) -> None:
    told = text_of(to_pdf(summary_of({**CALM, "words": note})))
    assert "\U000f0001" not in told
    assert told.count("[…] stands for") <= 1


def test_a_run_of_letters_that_no_font_has_is_one_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("typst.Fonts", _without_system_fonts())
    note = "I am 你好 \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 here"
    told = text_of(to_pdf(summary_of({**CALM, "words": note})))
    assert "I am […] here" in told
    assert "[…] stands for letters or pictures" in told


def _without_system_fonts() -> object:
    import typst

    real = typst.Fonts

    def fonts(*, font_paths: list[str], **_: object) -> typst.Fonts:
        return real(include_system_fonts=False, font_paths=font_paths)

    return fonts


@pytest.mark.parametrize(
    "created",
    [
        "9999-12-31 23:59:59.999999-23:59",
        "9999-12-31 23:59:59.999999+00:00",
        "0001-01-01 00:00:00+23:59",
        "1969-12-31 00:00:00+00:00",
    ],
)
def test_a_date_that_cannot_be_right_is_printed_as_it_is(created: str) -> None:
    moment = datetime.datetime.fromisoformat(created)
    pages = pages_of(to_pdf(replace(summary_of(HALF), created=moment)))
    assert f" {moment.year}" in pages[0]
