"""A summary in Spanish is Spanish throughout, and fits where the English one does."""

import datetime
import re

import pytest

from screener.catalog import Edition, Editions, select
from screener.checking import Space
from screener.checking.sampled import random_people
from screener.language import speaking, spoken
from screener.model import Answers, Respondent
from screener.summary import Summary, summarize, to_text
from screener.summary.pdf_writer import can_make_pdf, to_pdf
from screener.summary.short_text import short_texts
from screener.summary.text_writer import MOST_LINES
from tests.summary.pdf_reading import pages_of

WHEN = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)
ENGLISH = re.compile(r"\b(the|your|you|and|with|answers?|help|this|of)\b", re.I)


@pytest.fixture(scope="module")
def spanish() -> Edition:
    return Editions(select(), "us-ct").edition("es")


def told(edition: Edition, person: Answers) -> Summary:
    with speaking("es"):
        return summarize(
            edition.questionnaire,
            person,
            edition.help_lines,
            respondent=Respondent.SELF,
            created=WHEN,
        )


def english_in(text: str) -> list[str]:
    """English words, but for the name of the questionnaire."""
    return ENGLISH.findall(text.replace("level-of-care", ""))


def people(edition: Edition, count: int) -> list[Answers]:
    return list(random_people(Space(edition.questionnaire), count))


@pytest.mark.slow
def test_it_is_spanish_whatever_is_spoken(spanish: Edition) -> None:
    assert spoken() == "en"
    for person in people(spanish, 20):
        summary = told(spanish, person)
        for text in (to_text(summary), *short_texts(summary)):
            assert english_in(text) == []
        assert len(to_text(summary).splitlines()) <= MOST_LINES


@pytest.mark.skipif(not can_make_pdf(), reason="needs typst")
def test_its_page_is_spanish_and_has_two_pages(spanish: Edition) -> None:
    for person in people(spanish, 3):
        data = to_pdf(told(spanish, person))
        pages = pages_of(data)
        assert len(pages) <= 2
        assert "1 de " in pages[0]
        assert english_in(" ".join(pages)) == []
