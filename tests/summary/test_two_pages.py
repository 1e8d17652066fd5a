"""Whatever a person answers, the text to print fits on two pages of 80 columns."""

from dataclasses import replace

from hypothesis import given

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.language import _
from screener.model import Respondent, TextItem
from screener.plain.result import result_lines
from screener.scoring import gravest
from screener.summary import Summary, short_texts, summarize, to_text
from screener.summary.page_content import page_content
from screener.summary.wording import ELSEWHERE
from tests.scoring.people import Person, people
from tests.small import CREATED, GRAVE
from tests.small import summary_of as small_summary

CORE = load_questionnaire(questionnaire_folder())
HELP = load_help_lines("us-ct")
PAGE = 60


def summary_of(person: Person) -> Summary:
    return summarize(
        CORE, person, HELP, respondent=Respondent.WITH_COUNSELOR, created=CREATED
    )


def text_of(person: Person) -> list[str]:
    return to_text(summary_of(person)).splitlines()


@given(person=people(CORE))
def test_anyone_fits_on_two_pages(person: Person) -> None:
    lines = text_of(person)
    assert len(lines) <= 2 * PAGE
    assert max(map(len, lines)) <= 80


def gravest_person() -> Person:
    worst: Person = {"note": "words " * 83}
    for link_id, item in CORE.items.items():
        answer = gravest(item)
        if not isinstance(item, TextItem) and answer is not None:
            worst[link_id] = answer
    return worst


def test_the_gravest_answers_and_many_words_fit_on_two_pages() -> None:
    lines = text_of(gravest_person())
    assert len(lines) <= 2 * PAGE
    assert "WHAT TO DO FIRST" in lines[:8]


def test_nothing_to_do_first_is_cut_and_what_is_says_where_it_stands() -> None:
    summary = summary_of(gravest_person())
    told = " ".join(to_text(summary).split())
    assert not [step.text for step in summary.steps if step.text not in told]
    assert not [
        one.reach
        for step in summary.steps
        for one in step.help
        if one.reach not in told
    ]
    level = summary.ladders[0]
    there = [words for words in level.reason_texts if words in told]
    assert len(there) == 2
    assert told.count(_(ELSEWHERE)) >= 2


def test_what_several_reasons_say_is_said_once() -> None:
    summary = small_summary(GRAVE)
    level, *others = summary.ladders
    twice = replace(level, reasons=(*level.reasons, *level.reasons))
    again = replace(summary, ladders=(twice, *others))
    assert to_text(again) == to_text(summary)
    assert list(result_lines(again)) == list(result_lines(summary))
    assert short_texts(again) == short_texts(summary)
    assert page_content(again) == page_content(summary)
