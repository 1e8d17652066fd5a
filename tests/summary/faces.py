"""The text of a summary in every kind of output, on one line each."""

import json
from collections.abc import Iterator
from typing import Any

from screener.caseload.entry import Entry
from screener.fhir import bundle_resource, to_json
from screener.language import _
from screener.model import Questionnaire, Record
from screener.model.record import values_of
from screener.plain.result import result_lines
from screener.summary import LEVEL, URGENCY, Summary, reopen, short_texts, to_text
from screener.summary.comparison import compare
from screener.summary.comparison_writer import comparison_text
from screener.summary.page_content import page_content
from screener.summary.page_records import Lines, Signs

NAMES_NO_HELP = frozenset({"fhir", "list", "compare"})
"""The outputs for counselors and programs, which name no help lines."""


def faces(questionnaire: Questionnaire, summary: Summary) -> dict[str, str]:
    """Return the text of every output that needs no terminal.

    Args:
        questionnaire: The questionnaire that was asked.
        summary: The summary, in the current language.
    """
    texts = {
        "text": to_text(summary),
        "plain": "\n".join(result_lines(summary)),
        "page": "\n".join(_page(summary)),
        "fhir": "\n".join(_fhir(questionnaire, summary)),
        "list": "\n".join(_list(summary)),
        "compare": comparison_text(compare(summary, summary)),
    }
    for number, text in enumerate(short_texts(summary)):
        texts[f"phone {number}"] = text
    return {face: " ".join(words.split()) for face, words in texts.items()}


def _list(summary: Summary) -> Iterator[str]:
    """Yield the texts in the list of a caseload."""
    entry = Entry.of("summary.toml", summary)
    names = {ladder.id: ladder.name for ladder in summary.ladders}
    yield f"{names[LEVEL]}: {entry.level}."
    if URGENCY in names:
        yield f"{names[URGENCY]}: {entry.soon}."
    yield from map(_, entry.flags)


def _page(summary: Summary) -> Iterator[str]:
    content = page_content(summary)
    for ladder in (content.level.ladder, *content.others.ladders):
        yield f"{ladder.name}: {ladder.told}"
        for rung in ladder.rungs:
            if rung.state == "here":
                words = getattr(rung, "words", "the answers point here")
                yield f"{rung.name} <- {words}"
    for sign in content.fit.signs:
        yield f"{sign.word}: {sign.sign}"
    yield from _strings(content)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif (isinstance(value, Lines) and not value.lines) or (
        isinstance(value, Signs) and not value.signs
    ):
        return  # a heading without lines is not shown
    elif isinstance(value, Record):
        for one in values_of(value).values():
            yield from _strings(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)


def _fhir(questionnaire: Questionnaire, summary: Summary) -> Iterator[str]:
    answers = reopen(questionnaire, summary).answers
    bundle = json.loads(to_json(bundle_resource(questionnaire, answers, summary)))
    for entry in bundle["entry"]:
        one = entry["resource"]
        if one["resourceType"] == "Observation" and "component" in one:
            value = one.get("valueCodeableConcept") or one["dataAbsentReason"]
            yield f"{one['code']['text']}: {value['text']}."
