"""A questionnaire as FHIR R4 has it: every question, gate, rating and placement."""

from collections.abc import Iterable, Iterator

from screener.catalog.review_status import present_review
from screener.fhir.codes import (
    CALCULATED,
    DISPLAY_CATEGORY,
    EXCLUSIVE,
    HIDDEN,
    ITEM_CONTROL,
    LOINC_NOTICE,
    MAXIMUM,
    MINIMUM,
    ORDINAL,
    UNIT,
    Element,
    canonical,
    coding,
    extension,
    identified,
    ladder_id,
    loinc,
    name_of,
    option_code,
    rating_id,
    scale_id,
    section_id,
    version_of,
)
from screener.fhir.expressions import Expressions
from screener.fhir.gates import enable_expression, enable_when
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Option,
    Questionnaire,
    Review,
    TextItem,
)

RESULT = "result"
"""The group of what is worked out; people do not see it."""

_TYPES = {"choice": "choice", "choices": "choice", "number": "integer", "text": "text"}
_CONTROLS = {"choice": "radio-button", "choices": "check-box"}


def questionnaire_resource(
    questionnaire: Questionnaire, reviews: Iterable[Review] = ()
) -> Element:
    """The questionnaire, from which another engine can ask and place anyone.

    Args:
        questionnaire: What is asked.
        reviews: Who has reviewed it; as long as nobody has, it is a draft.
    """
    review = present_review(questionnaire, reviews)
    reviewed = {"approvalDate": review.date.isoformat()} if review else {}
    groups = [*_sections(questionnaire), _result(questionnaire)]
    return identified(
        {
            "resourceType": "Questionnaire",
            "language": questionnaire.language,
            "url": canonical(questionnaire),
            "identifier": [
                {
                    "system": name_of("content-hash"),
                    "value": questionnaire.content_hash,
                }
            ],
            "version": version_of(questionnaire),
            "name": computer_name(questionnaire.id),
            "title": questionnaire.title,
            "status": "active" if review else "draft",
            "subjectType": ["Patient"],
            "description": f"{questionnaire.about} {questionnaire.limits}",
            **reviewed,
            **_instruments(questionnaire),
            "item": groups,
        }
    )


def _instruments(questionnaire: Questionnaire) -> Element:
    """Whose words they are; and the code of the one that is asked alone."""
    told = [f"{one.name}: {one.credit} {one.terms}" for one in questionnaire.instrument]
    if any(item.loinc for item in questionnaire.item):
        told.append(LOINC_NOTICE)
    alone = questionnaire.instruments.get(questionnaire.id)
    code = loinc(alone.loinc) if alone else []
    return {
        **({"copyright": "\n".join(told)} if told else {}),
        **({"code": code} if code else {}),
    }


def computer_name(id: str) -> str:
    """An id as a name that programs like: `LevelOfCare`."""
    words = id.replace(".", "-").split("-")
    name = "".join(word.capitalize() for word in words)
    return name if name[0].isalpha() else f"Q{name}"


def _sections(questionnaire: Questionnaire) -> Iterator[Element]:
    for section in questionnaire.section:
        items = [one for one in questionnaire.item if one.section == section.id]
        if items:
            yield {
                "linkId": section_id(section.id),
                "text": section.title,
                "type": "group",
                "item": [_item(questionnaire, item) for item in items],
            }


def _item(questionnaire: Questionnaire, item: Item) -> Element:
    gate = enable_when(questionnaire, item.enable_when)
    extensions = [*_extensions(item)]
    if item.enable_when and not gate:
        extensions.append(enable_expression(questionnaire, item.enable_when))
    return {
        **({"extension": extensions} if extensions else {}),
        "linkId": item.link_id,
        "code": [coding(questionnaire, item.link_id, item.short), *loinc(item.loinc)],
        "text": item.question,
        "type": _TYPES[item.type],
        **gate,
        **({"repeats": True} if isinstance(item, ChoicesItem) else {}),
        **({"maxLength": item.max_length} if isinstance(item, TextItem) else {}),
        **_options(questionnaire, item),
        "item": list(_hints(item)),
    }


def _extensions(item: Item) -> Iterator[Element]:
    if item.type in _CONTROLS:
        yield _control(_CONTROLS[item.type])
    if isinstance(item, NumberItem):
        yield extension(MINIMUM, valueInteger=item.minimum)
        yield extension(MAXIMUM, valueInteger=item.maximum)
        if item.unit:
            yield extension(UNIT, valueCoding={"display": item.unit})


def _control(code: str) -> Element:
    system = "http://hl7.org/fhir/questionnaire-item-control"
    concept = {"coding": [{"system": system, "code": code}]}
    return extension(ITEM_CONTROL, valueCodeableConcept=concept)


def _options(questionnaire: Questionnaire, item: Item) -> Element:
    if not isinstance(item, ChoiceItem | ChoicesItem):
        return {}
    return {"answerOption": [_option(questionnaire, item, one) for one in item.option]}


def _option(questionnaire: Questionnaire, item: Item, option: Option) -> Element:
    extensions = []
    if option.exclusive:
        extensions.append(extension(EXCLUSIVE, valueBoolean=True))
    if option.score is not None:
        extensions.append(extension(ORDINAL, valueDecimal=option.score))
    return {
        **({"extension": extensions} if extensions else {}),
        "valueCoding": coding(
            questionnaire, option_code(item.link_id, option.code), option.text
        ),
    }


def _hints(item: Item) -> Iterator[Element]:
    """The line under a question, and why it is asked."""
    if item.hint:
        system = "http://hl7.org/fhir/questionnaire-display-category"
        concept = {"coding": [{"system": system, "code": "instructions"}]}
        told = extension(DISPLAY_CATEGORY, valueCodeableConcept=concept)
        yield _display(f"hint:{item.link_id}", item.hint, told)
    yield _display(f"why:{item.link_id}", item.why, _control("help"))


def _display(link_id: str, text: str, told: Element) -> Element:
    return {"extension": [told], "linkId": link_id, "text": text, "type": "display"}


def _result(questionnaire: Questionnaire) -> Element:
    return {
        "extension": [extension(HIDDEN, valueBoolean=True)],
        "linkId": RESULT,
        "text": "What the answers establish, at the least",
        "type": "group",
        "item": list(_calculated(questionnaire)),
    }


def _calculated(questionnaire: Questionnaire) -> Iterator[Element]:
    """Places rest on the ratings, and these on the answers alone."""
    tell = Expressions(questionnaire)
    for scale in questionnaire.scale:
        link_id = scale_id(scale.id)
        yield _hidden(link_id, scale.name, "integer", tell.score(scale))
    for dimension in questionnaire.dimension:
        link_id = rating_id(dimension.id)
        yield _hidden(link_id, dimension.name, "integer", tell.rating(dimension.id))
    for ladder in questionnaire.ladder:
        link_id = ladder_id(ladder.id)
        yield _hidden(link_id, ladder.name, "string", tell.placement(ladder))


def _hidden(link_id: str, name: str, kind: str, expression: str) -> Element:
    value = {"language": "text/fhirpath", "expression": expression}
    return {
        "extension": [
            extension(HIDDEN, valueBoolean=True),
            extension(CALCULATED, valueExpression=value),
        ],
        "linkId": link_id,
        "text": name,
        "type": kind,
        "readOnly": True,
    }
