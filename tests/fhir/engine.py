"""A second engine: fhirpathpy works out what the exported questionnaire says."""

from functools import cache

import fhirpathpy
from fhirpathpy.models import models

from tests.fhir.exported import Json, calculated


def worked_out(questionnaire: Json, response: Json) -> dict[str, list[Json]]:
    """Evaluate all calculated expressions of a questionnaire, as listed.

    Args:
        questionnaire: The exported questionnaire.
        response: The answers; what is worked out is added in its last group.

    Returns:
        What each one comes to, by `linkId`.
    """
    items: list[Json] = []
    whole = {**response, "item": [*response["item"], {"item": items}]}
    found = {}
    for link_id, expression in calculated(questionnaire).items():
        values = _compiled(expression)(whole, {"resource": whole})
        found[link_id] = values
        items.append({"linkId": link_id, "answer": [_answer(one) for one in values]})
    return found


def holds(expression: str, response: Json) -> bool:
    """Whether a boolean expression holds for a response."""
    return bool(_compiled(expression)(response, {"resource": response}) == [True])


def _answer(value: Json) -> Json:
    return {"valueString" if isinstance(value, str) else "valueInteger": value}


@cache
def _compiled(expression: str) -> Json:
    return fhirpathpy.compile(expression, models["r4"])
