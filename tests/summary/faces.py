"""What each face says of a summary, as one line of words."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from screener.fhir import bundle_resource, to_json
from screener.model import Questionnaire, Record
from screener.model.record import values_of
from screener.plain.result import result_lines
from screener.summary import Summary, reopen, short_texts, to_text
from screener.summary.page_content import page_content
from screener.summary.page_records import Lines, Signs
from tests.small import DATA

_PLACE = r"(?:: | ?\.{3,} |\. )"


class Pair(NamedTuple):
    """Words that are never said together."""

    says: re.Pattern[str]
    beside: re.Pattern[str]


def pairs() -> list[Pair]:
    """Read the table of what is never said together."""
    table = tomllib.loads((DATA / "never-together.toml").read_text(encoding="utf-8"))
    return [
        Pair(*(re.compile(one[key].replace(" PLACE ", _PLACE)) for key in Pair._fields))
        for one in table["never"]
    ]


def faces(questionnaire: Questionnaire, summary: Summary) -> dict[str, str]:
    """Return the words of every face that needs no terminal."""
    said = {
        "text": to_text(summary),
        "plain": "\n".join(result_lines(summary)),
        "page": "\n".join(_page(summary)),
        "fhir": "\n".join(_fhir(questionnaire, summary)),
    }
    for number, text in enumerate(short_texts(summary)):
        said[f"phone {number}"] = text
    return {face: " ".join(words.split()) for face, words in said.items()}


def contradictions(said: Mapping[str, str]) -> Iterator[str]:
    """Yield what faces say together and never may."""
    for face, words in said.items():
        for pair in pairs():
            if pair.says.search(words) and pair.beside.search(words):
                yield f"{face}: {pair.says.pattern!r} beside {pair.beside.pattern!r}"


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
