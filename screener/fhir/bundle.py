"""A saved summary as one Bundle, complete by itself.

Nothing in it is left to chance or to the clock: the same summary gives the same bundle,
byte for byte. Ids are made from what they stand for, and its times are the summary's.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from screener.fhir.code_system import code_system_resource
from screener.fhir.codes import Element, full_url, identified, name_of
from screener.fhir.observations import observation_resources
from screener.fhir.questionnaire import questionnaire_resource
from screener.fhir.response import response_resource
from screener.model import Answers, Questionnaire, Respondent, Review
from screener.summary import Summary

_AUTHORS = {
    Respondent.SELF: "The person who answered",
    Respondent.WITH_COUNSELOR: "The person who answered, with a counselor",
    Respondent.SUPPORTER: "Someone who supports the person",
}

_OF_THE_QUESTIONS = {"Questionnaire", "CodeSystem"}


def bundle_resource(
    questionnaire: Questionnaire,
    answers: Answers,
    summary: Summary,
    reviews: Iterable[Review] = (),
) -> Element:
    """All of a visit: what was asked, what was said, and where it leads.

    Args:
        questionnaire: The questionnaire that the summary was made with.
        answers: What the summary says was answered.
        summary: The summary.
        reviews: Who has reviewed the questionnaire.
    """
    return _collection(_resources(questionnaire, answers, summary, reviews), summary)


class Visit(NamedTuple):
    """What is told of one visit."""

    questionnaire: Questionnaire
    """The one that it was held with."""
    answers: Answers
    summary: Summary
    reviews: tuple[Review, ...] = ()
    """Who has reviewed the questionnaire."""


def history_resource(visits: Sequence[Visit]) -> Element:
    """All visits of one person, in the order of time, with each questionnaire once.

    Where answers were left out of one of them, no questionnaire is told at all.

    Args:
        visits: At least one.
    """
    in_time = sorted(visits, key=lambda visit: visit.summary.created)
    gap = any(visit.summary.left_out for visit in in_time)
    resources = {
        full_url(one): one
        for visit in in_time
        for one in _resources(*visit)
        if not (gap and one["resourceType"] in _OF_THE_QUESTIONS)
    }
    return _collection(resources.values(), in_time[-1].summary)


def _resources(
    questionnaire: Questionnaire,
    answers: Answers,
    summary: Summary,
    reviews: Iterable[Review],
) -> list[Element]:
    response = response_resource(questionnaire, answers, summary)
    found = [*observation_resources(questionnaire, summary, response)]
    return [
        *_asked(questionnaire, summary, reviews),
        response,
        *found,
        _provenance(summary, [response, *found]),
    ]


def _collection(resources: Iterable[Element], summary: Summary) -> Element:
    return identified(
        {
            "resourceType": "Bundle",
            "type": "collection",
            "timestamp": summary.created.isoformat(),
            "entry": [{"fullUrl": full_url(one), "resource": one} for one in resources],
        }
    )


def _asked(
    questionnaire: Questionnaire, summary: Summary, reviews: Iterable[Review]
) -> Iterator[Element]:
    """The questionnaire and its codes, unless answers were left out of the file.

    Beside the answers that are there, it would tell what was not to be told about.
    """
    if not summary.left_out:
        yield questionnaire_resource(questionnaire, reviews)
        yield code_system_resource(questionnaire)


def to_json(resource: Element) -> str:
    """A resource as JSON, in ASCII: nothing in it can steer a terminal.

    Args:
        resource: Any resource.
    """
    return json.dumps(resource, indent=2) + "\n"


def _provenance(summary: Summary, targets: Sequence[Element]) -> Element:
    """Who answered, what worked it out, and from which questionnaire."""
    origin = summary.questionnaire
    return identified(
        {
            "resourceType": "Provenance",
            "target": [{"reference": full_url(one)} for one in targets],
            "occurredDateTime": summary.created.isoformat(),
            "recorded": summary.created.isoformat(),
            "agent": [
                _agent("author", "Author", _AUTHORS[summary.respondent]),
                _agent("assembler", "Assembler", summary.program),
            ],
            "entity": [
                {
                    "role": "source",
                    "what": {
                        "identifier": {
                            "system": name_of("content-hash"),
                            "value": origin.hash,
                        },
                        "display": f"{origin.title} ({origin.id} {origin.version})",
                    },
                }
            ],
        }
    )


def _agent(code: str, display: str, who: str) -> Element:
    system = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
    kind = {"coding": [{"system": system, "code": code, "display": display}]}
    return {"type": kind, "who": {"display": who}}
