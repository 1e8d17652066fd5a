"""A person's answers as a QuestionnaireResponse.

It holds the questions that are asked, in asking order. "Prefer not to say" and "not
sure" stand as answers without a value, each with its reason; what was not reached, and
what was answered but no longer applies, is not there. A question where nothing is
ticked, and that has no "none of these", stands there without an answer.
"""

import re
from collections.abc import Iterator, Sequence

from screener.fhir.codes import (
    Element,
    absent,
    canonical,
    coding,
    identified,
    ladder_id,
    option_code,
    rating_id,
    scale_id,
    section_id,
    version_of,
)
from screener.fhir.questionnaire import RESULT
from screener.model import (
    Answer,
    Answers,
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Questionnaire,
    Unknown,
)
from screener.scoring import enable, given_answers
from screener.summary import Summary

_REASONS = {Unknown.DECLINED: "asked-declined", Unknown.UNSURE: "asked-unknown"}
_VALUES = {
    "choice": "valueCoding",
    "choices": "valueCoding",
    "number": "_valueInteger",
    "text": "_valueString",
}
"""Where a value stands that says only why it is not there."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no FHIR string may hold."""


def response_resource(
    questionnaire: Questionnaire, answers: Answers, summary: Summary
) -> Element:
    """The answers of a visit, and what they establish.

    Args:
        questionnaire: What was asked.
        answers: What was said, as far as the summary tells it.
        summary: The summary of the visit.
    """
    groups = [*_sections(questionnaire, answers), _result(summary)]
    return identified(
        {
            "resourceType": "QuestionnaireResponse",
            "language": questionnaire.language,
            "questionnaire": f"{canonical(questionnaire)}|{version_of(questionnaire)}",
            "status": "completed",
            "authored": summary.created.isoformat(),
            "item": groups,
        }
    )


def _sections(questionnaire: Questionnaire, answers: Answers) -> Iterator[Element]:
    enabled = enable(questionnaire, given_answers(questionnaire, answers)).enabled
    for section in questionnaire.section:
        told = [
            _item(questionnaire, item, answers[item.link_id])
            for item in questionnaire.item
            if item.section == section.id
            and item.link_id in enabled
            and item.link_id in answers
        ]
        if told:
            link_id = section_id(section.id)
            yield {"linkId": link_id, "text": section.title, "item": told}


def _item(questionnaire: Questionnaire, item: Item, answer: Answer) -> Element:
    values = _values(questionnaire, item, answer)
    told = {"answer": values} if values else {}
    return {"linkId": item.link_id, "text": item.question, **told}


def _values(
    questionnaire: Questionnaire, item: Item, answer: Answer
) -> Sequence[Element]:
    if isinstance(answer, Unknown):
        return [{_VALUES[item.type]: absent(_REASONS[answer])}]
    if isinstance(item, ChoiceItem | ChoicesItem):
        codes = answer if isinstance(answer, tuple) else (answer,)
        return [
            {
                "valueCoding": coding(
                    questionnaire, option_code(item.link_id, option.code), option.text
                )
            }
            for option in item.option
            if option.code in codes
        ]
    if isinstance(item, NumberItem):
        return [{"valueInteger": answer}]
    words = _NO_TEXT.sub(" ", str(answer)).strip()
    return [{"valueString": words}] if words else []


def _result(summary: Summary) -> Element:
    """What is worked out; of what was left out, nothing is told."""
    return {
        "linkId": RESULT,
        "text": "What the answers establish, at the least",
        "item": [*_totals(summary), *_ratings(summary), *_places(summary)],
    }


def _totals(summary: Summary) -> Iterator[Element]:
    for one in summary.scales:
        if one.score is not None:
            yield _worked_out(scale_id(one.scale), one.name, valueInteger=one.score)


def _ratings(summary: Summary) -> Iterator[Element]:
    for one in summary.ratings:
        yield _worked_out(rating_id(one.dimension), one.name, valueInteger=one.low)


def _places(summary: Summary) -> Iterator[Element]:
    for one in summary.ladders:
        yield _worked_out(ladder_id(one.id), one.name, valueString=one.low)


def _worked_out(link_id: str, text: str, **value: object) -> Element:
    return {"linkId": link_id, "text": text, "answer": [value]}
