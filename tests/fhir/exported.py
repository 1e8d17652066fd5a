"""What the tests ask of exported resources, in one place."""

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from screener.fhir import bundle_resource, questionnaire_resource, to_json
from screener.model import Answer, Given, Item, Questionnaire, Respondent
from screener.scoring import Recommendation, evaluate
from screener.summary import Summary, reopen, summarize
from tests.small import CREATED, help_lines

Json = Any
"""What a validator reads: JSON as it stands in the file, read back."""


def read_back(resource: object) -> Json:
    """A resource as another program reads it."""
    assert isinstance(resource, dict)
    return json.loads(to_json(resource))


def questionnaire_json(questionnaire: Questionnaire) -> Json:
    """The exported questionnaire."""
    return read_back(questionnaire_resource(questionnaire))


def summary_on(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], *left_out: str
) -> Summary:
    """The summary of a visit to any questionnaire."""
    return summarize(
        questionnaire,
        answers,
        help_lines(),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset(left_out),
    )


def bundle_json(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], *left_out: str
) -> Json:
    """The exported bundle of a visit."""
    summary = summary_on(questionnaire, answers, *left_out)
    reopened = reopen(questionnaire, summary)
    assert not reopened.misfits
    return read_back(bundle_resource(questionnaire, reopened.answers, summary))


def of_kind(bundle: Json, kind: str) -> list[Json]:
    """The resources of one type in a bundle."""
    found = (entry["resource"] for entry in bundle["entry"])
    return [one for one in found if one["resourceType"] == kind]


def every_item(resource: Json) -> Iterator[Json]:
    """All items of a questionnaire or a response, at any depth."""
    for item in resource.get("item", []):
        yield item
        yield from every_item(item)


def every_table(value: Json) -> Iterator[Json]:
    """All JSON objects in a value, at any depth."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value
    for one in inner if isinstance(inner, Iterable) else ():
        if isinstance(one, dict | list):
            yield from every_table(one)


def item_of(resource: Json, link_id: str) -> Json:
    """The item of that `linkId`."""
    return next(one for one in every_item(resource) if one["linkId"] == link_id)


def calculated(questionnaire: Json) -> dict[str, str]:
    """The expressions that work something out, by `linkId`, as listed."""
    return {
        item["linkId"]: one["valueExpression"]["expression"]
        for item in every_item(questionnaire)
        for one in item.get("extension", [])
        if one["url"].endswith("calculatedExpression")
    }


def values_in(response: Json) -> dict[str, list[Json]]:
    """The values answered to each item: codes, numbers and words."""
    return {
        item["linkId"]: [_plain(answer) for answer in item.get("answer", [])]
        for item in every_item(response)
    }


def _plain(answer: Json) -> Json:
    (value,) = answer.values()
    return value.get("code") if isinstance(value, dict) else value


def low_end(found: Recommendation) -> dict[str, list[Json]]:
    """What another engine must come to, by `linkId`."""
    return {
        **{f"ladder:{id}": [one.rung] for id, one in found.placements.items()},
        **{f"rating:{id}": [one.low] for id, one in found.ratings.items()},
        **{
            f"scale:{one.scale}": [] if one.score is None else [one.score]
            for one in found.scales
        },
    }


def placed(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> dict[str, list[Json]]:
    """What our own engine comes to, in the same words."""
    return low_end(evaluate(questionnaire, answers))


def filled_in(questionnaire: Json, answers: Mapping[str, Given]) -> Json:
    """A questionnaire with answers as initial values, hidden questions' too."""
    filled = copy.deepcopy(questionnaire)
    for item in every_item(filled):
        if item["linkId"] in answers:
            _fill(item, answers[item["linkId"]])
    return filled


def _fill(item: Json, answer: Given) -> None:
    if item["type"] == "choice":
        codes = answer if isinstance(answer, tuple) else (answer,)
        for option in item["answerOption"]:
            code = option["valueCoding"]["code"].split("/")[1]
            if code in codes:
                option["initialSelected"] = True
    elif answer != "":
        kind = "valueInteger" if item["type"] == "integer" else "valueString"
        item["initial"] = [{kind: answer}]


def known(answers: Mapping[str, Answer]) -> dict[str, Given]:
    """The answers without those that say only why there is none."""
    return {
        link_id: answer
        for link_id, answer in answers.items()
        if isinstance(answer, str | int | tuple)
    }


def form_of(questionnaire: Questionnaire, answers: Mapping[str, Given]) -> Json:
    """A response as a careless form would hold it: hidden questions' answers too."""
    items = [
        {"linkId": link_id, "answer": _values(questionnaire.items[link_id], answer)}
        for link_id, answer in answers.items()
    ]
    return {"resourceType": "QuestionnaireResponse", "item": [{"item": items}]}


def _values(item: Item, answer: Given) -> list[Json]:
    if item.type == "number":
        return [{"valueInteger": answer}]
    if item.type == "text":
        return [{"valueString": answer}]
    codes = answer if isinstance(answer, tuple) else (answer,)
    return [{"valueCoding": {"code": f"{item.link_id}/{one}"}} for one in codes]
