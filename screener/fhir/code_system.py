"""Our own codes: what a questionnaire asks, rates and decides, with its names."""

from collections.abc import Iterator, Sequence

from screener.fhir.codes import (
    Element,
    identified,
    ladder_id,
    loinc,
    option_code,
    rating_id,
    scale_id,
    system_of,
    version_of,
)
from screener.fhir.observations import ENDS
from screener.fhir.questionnaire import computer_name
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Item,
    Questionnaire,
)

_SAME_AS = "loinc"


def code_system_resource(questionnaire: Questionnaire) -> Element:
    """All codes of a questionnaire.

    A code's parts are joined by `/`, and what is no question has a `:` in its code;
    ids have neither, so no two codes are the same.

    Args:
        questionnaire: Whose codes they are.
    """
    concepts = [*_concepts(questionnaire)]
    return identified(
        {
            "resourceType": "CodeSystem",
            "language": questionnaire.language,
            "url": system_of(questionnaire),
            "version": version_of(questionnaire),
            "name": f"{computer_name(questionnaire.id)}Codes",
            "title": f"Codes of: {questionnaire.title}",
            "status": "draft",
            "caseSensitive": True,
            "content": "complete",
            "count": len(concepts),
            **_properties(concepts),
            "concept": concepts,
        }
    )


def _concepts(questionnaire: Questionnaire) -> Iterator[Element]:
    for item in questionnaire.item:
        yield _concept(item.link_id, item.short, item.question)
        yield from _options(item)
    for scale in questionnaire.scale:
        yield _concept(scale_id(scale.id), scale.name)
    for dimension in questionnaire.dimension:
        yield _concept(rating_id(dimension.id), dimension.name)
    for ladder in questionnaire.ladder:
        yield _concept(ladder_id(ladder.id), ladder.name)
        for rung in ladder.rung:
            code = option_code(ladder_id(ladder.id), rung.id)
            yield _concept(code, rung.name, rung.about)
    for end, name in ENDS.items():
        yield _concept(end, name)


def _options(item: Item) -> Iterator[Element]:
    if isinstance(item, ChoiceItem | ChoicesItem):
        for option in item.option:
            code = option_code(item.link_id, option.code)
            concept = _concept(code, option.text, option.says)
            same = [
                {"code": _SAME_AS, "valueCoding": one} for one in loinc(option.loinc)
            ]
            yield {**concept, **({"property": same} if same else {})}


def _properties(concepts: Sequence[Element]) -> Element:
    """What is told of concepts beside their names: LOINC's code of an answer."""
    if not any("property" in concept for concept in concepts):
        return {}
    told = "The same answer in LOINC"
    return {"property": [{"code": _SAME_AS, "description": told, "type": "Coding"}]}


def _concept(code: str, display: str, definition: str | None = None) -> Element:
    told = {"definition": definition} if definition else {}
    return {"code": code, "display": display, **told}
