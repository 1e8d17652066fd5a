"""Whatever a person answers, the text to print fits on two pages of 80 columns."""

from hypothesis import given

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.model import Respondent, TextItem
from screener.scoring import gravest
from screener.summary import summarize, to_text
from tests.scoring.people import Person, people
from tests.small import CREATED

CORE = load_questionnaire(questionnaire_folder())
HELP = load_help_lines("us-ct")
PAGE = 60


def text_of(person: Person) -> list[str]:
    summary = summarize(
        CORE, person, HELP, respondent=Respondent.WITH_COUNSELOR, created=CREATED
    )
    return to_text(summary).splitlines()


@given(person=people(CORE))
def test_anyone_fits_on_two_pages(person: Person) -> None:
    lines = text_of(person)
    assert len(lines) <= 2 * PAGE
    assert max(map(len, lines)) <= 80


def test_the_gravest_answers_and_many_words_fit_on_two_pages() -> None:
    worst: Person = {"note": "words " * 83}
    for link_id, item in CORE.items.items():
        answer = gravest(item)
        if not isinstance(item, TextItem) and answer is not None:
            worst[link_id] = answer
    lines = text_of(worst)
    assert len(lines) <= 2 * PAGE
    assert "WHAT TO DO FIRST" in lines[:8]
