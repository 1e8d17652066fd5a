"""What no general validator sees: whether the parts of an export fit each other.

R4's own invariant for `enableBehavior` (que-12) looks for more than two conditions
instead of more than one, and no invariant looks from an answer to its question.
"""

from collections.abc import Iterator

from tests.fhir.exported import Json, every_item, every_table, of_kind

_VALUES = {"choice": "valueCoding", "integer": "valueInteger", "text": "valueString"}


def questionnaire_problems(questionnaire: Json) -> Iterator[str]:
    """What is wrong within a questionnaire."""
    items = {one.get("linkId"): one for one in every_item(questionnaire)}
    if len(items) < len(list(every_item(questionnaire))):
        yield "a linkId is there twice"
    for link_id, item in items.items():
        tests = item.get("enableWhen", [])
        if len(tests) > 1 and "enableBehavior" not in item:
            yield f"{link_id}: several conditions, and not how they are joined"
        for test in tests:
            asked = items.get(test["question"])
            if asked is None:
                yield f"{link_id}: opened by {test['question']}, which is not there"
            elif "answerCoding" in test and not _offers(asked, test["answerCoding"]):
                yield f"{link_id}: opened by an option that is not there"


def response_problems(questionnaire: Json, response: Json) -> Iterator[str]:
    """What in a response does not fit its questionnaire."""
    address = f"{questionnaire['url']}|{questionnaire['version']}"
    if response["questionnaire"] != address:
        yield "it answers another questionnaire"
    asked = [one["linkId"] for one in every_item(questionnaire)]
    items = {one["linkId"]: one for one in every_item(questionnaire)}
    told = [one["linkId"] for one in every_item(response)]
    if [one for one in asked if one in told] != told:
        yield "its items do not stand in asking order, or one is not there"
        return
    for answer in every_item(response):
        yield from _answer_problems(items[answer["linkId"]], answer)
        if not _is_open(items[answer["linkId"]], response):
            yield f"{answer['linkId']}: its question is not asked"


def _answer_problems(item: Json, told: Json) -> Iterator[str]:
    answers = told.get("answer", [])
    if len(answers) > 1 and not item.get("repeats"):
        yield f"{told['linkId']}: several answers"
    kind = _VALUES.get(item["type"], "valueString")
    for answer in answers:
        if set(answer) - {kind, f"_{kind}"}:
            yield f"{told['linkId']}: the wrong type of answer"
        elif kind == "valueCoding" and not _offers(item, answer[kind]):
            yield f"{told['linkId']}: an option that is not there"


def _offers(item: Json, coding: Json) -> bool:
    if "code" not in coding:
        return "extension" in coding
    return coding in [one["valueCoding"] for one in item.get("answerOption", [])]


def _is_open(item: Json, response: Json) -> bool:
    tests = item.get("enableWhen", [])
    joined = all if item.get("enableBehavior") == "all" else any
    return not tests or joined(_holds(test, response) for test in tests)


def _holds(test: Json, response: Json) -> bool:
    given = [
        answer
        for item in every_item(response)
        if item["linkId"] == test["question"]
        for answer in item.get("answer", [])
    ]
    if "answerCoding" in test:
        return any(one.get("valueCoding") == test["answerCoding"] for one in given)
    numbers = [one["valueInteger"] for one in given if "valueInteger" in one]
    bound = test["answerInteger"]
    at_least = test["operator"] == ">="
    return any(one >= bound if at_least else one <= bound for one in numbers)


def bundle_problems(bundle: Json) -> list[str]:
    """What in a bundle does not fit together."""
    (questionnaire,) = of_kind(bundle, "Questionnaire")
    (response,) = of_kind(bundle, "QuestionnaireResponse")
    return [
        *questionnaire_problems(questionnaire),
        *response_problems(questionnaire, response),
        *_reference_problems(bundle),
        *_code_problems(bundle),
    ]


def _reference_problems(bundle: Json) -> Iterator[str]:
    there = {entry["fullUrl"] for entry in bundle["entry"]}
    for one in every_table(bundle):
        if "reference" in one and one["reference"] not in there:
            yield f"a reference to {one['reference']}, which is not there"


def _code_problems(bundle: Json) -> Iterator[str]:
    """Every code of ours must be defined, under the same name."""
    (system,) = of_kind(bundle, "CodeSystem")
    defined = {(one["code"], one["display"]) for one in system["concept"]}
    for one in every_table(bundle):
        is_ours = one.get("system") == system["url"]
        if is_ours and (one["code"], one["display"]) not in defined:
            yield f"the code {one['code']} is not defined"
