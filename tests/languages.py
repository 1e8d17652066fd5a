"""Summaries of the same answers, in whatever language."""

import datetime

from screener.catalog import Editions
from screener.language import speaking
from screener.model import Answers, Respondent
from screener.scoring import gravest, mildest
from screener.summary import Summary, summarize


def made_in(language: str, editions: Editions, month: int, answers: Answers) -> Summary:
    edition = editions.edition(language)
    with speaking(language):
        return summarize(
            edition.questionnaire,
            answers,
            edition.help_lines,
            respondent=Respondent.WITH_COUNSELOR,
            created=datetime.datetime(2026, month, 3, 9, tzinfo=datetime.UTC),
            client=f"K{month:03}",
        )


def answers(editions: Editions, *, grave: bool) -> Answers:
    pick = gravest if grave else mildest
    items = editions.original.questionnaire.item
    picked = {item.link_id: pick(item) for item in items}
    return {link_id: answer for link_id, answer in picked.items() if answer is not None}
