"""Names that FHIR wants: canonical addresses, code systems, ids and extensions.

Ours are `urn:uuid:` names (RFC 4122), worked out from what they name. They are the
same on every machine, no domain stands behind them that somebody could lose or buy,
and unlike `urn:screener:…` they need no registration.
"""

import json
from typing import TypeAlias
from uuid import UUID, uuid5

from screener.model import Questionnaire

Element: TypeAlias = dict[str, object]
"""A part of a FHIR resource, as JSON has it."""

_NAMESPACE = UUID("f0633dd9-16cb-5f7c-bbbf-dc0f8b1ed757")
_HASH_DIGITS = 12
"""How much of the content hash a version carries."""

LOINC = "http://loinc.org"
LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright "
    "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and "
    "Codes (LOINC) Committee and is available at no cost under the license at "
    "http://loinc.org/license."
)
DATA_ABSENT_CODES = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_CORE = "http://hl7.org/fhir/StructureDefinition"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition"

DATA_ABSENT = f"{_CORE}/data-absent-reason"
DISPLAY_CATEGORY = f"{_CORE}/questionnaire-displayCategory"
EXCLUSIVE = f"{_CORE}/questionnaire-optionExclusive"
HIDDEN = f"{_CORE}/questionnaire-hidden"
ITEM_CONTROL = f"{_CORE}/questionnaire-itemControl"
MAXIMUM = f"{_CORE}/maxValue"
MINIMUM = f"{_CORE}/minValue"
ORDINAL = f"{_CORE}/ordinalValue"
UNIT = f"{_CORE}/questionnaire-unit"
CALCULATED = f"{_SDC}/sdc-questionnaire-calculatedExpression"
ENABLE_WHEN = f"{_SDC}/sdc-questionnaire-enableWhenExpression"


def name_of(kind: str, *parts: str) -> str:
    """A `urn:uuid:` name for something, the same on every machine.

    Args:
        kind: What it is, such as `questionnaire`.
        *parts: What tells it from others of its kind.
    """
    return f"urn:uuid:{uuid5(_NAMESPACE, json.dumps([kind, *parts]))}"


def identified(resource: Element) -> Element:
    """The resource, with an id made from all that it says.

    Args:
        resource: A resource without an id; its type comes first.
    """
    content = json.dumps(resource, sort_keys=True)
    kind, *rest = resource.items()
    return dict([kind, ("id", str(uuid5(_NAMESPACE, content))), *rest])


def full_url(resource: Element) -> str:
    """What other entries of a bundle call a resource."""
    return f"urn:uuid:{resource['id']}"


def version_of(questionnaire: Questionnaire) -> str:
    """Its version and the beginning of its content hash.

    Two states of a questionnaire under one version are two things to FHIR as well.
    """
    return f"{questionnaire.version}+{questionnaire.content_hash[:_HASH_DIGITS]}"


def canonical(questionnaire: Questionnaire) -> str:
    """The questionnaire's canonical address, without its version."""
    return name_of("questionnaire", questionnaire.id)


def system_of(questionnaire: Questionnaire) -> str:
    """The code system of what a questionnaire asks and decides."""
    return name_of("code-system", questionnaire.id)


def coding(questionnaire: Questionnaire, code: str, display: str) -> Element:
    """A code of the questionnaire's own code system.

    Args:
        questionnaire: The questionnaire.
        code: The code, such as `mood/most-days`.
        display: Its name.
    """
    return {"system": system_of(questionnaire), "code": code, "display": display}


def option_code(link_id: str, code: str) -> str:
    """The code of an option: ids have no slash, so no two are the same."""
    return f"{link_id}/{code}"


def rating_id(dimension: str) -> str:
    """The `linkId` and code of a dimension; link ids of questions have no colon."""
    return f"rating:{dimension}"


def ladder_id(ladder: str) -> str:
    """The `linkId` and code of a ladder."""
    return f"ladder:{ladder}"


def scale_id(scale: str) -> str:
    """The `linkId` and code of a scale."""
    return f"scale:{scale}"


def section_id(section: str) -> str:
    """The `linkId` of a section."""
    return f"section:{section}"


def loinc(code: str | None) -> list[Element]:
    """A code of LOINC, as a list with one coding; none where no code is known.

    Args:
        code: The code that the questionnaire's author looked up.
    """
    return [{"system": LOINC, "code": code}] if code else []


def extension(url: str, **value: object) -> Element:
    """An extension.

    Args:
        url: What it is.
        **value: Its one value, under the name that has its type.
    """
    return {"url": url, **value}


def absent(reason: str) -> Element:
    """Why there is no value, such as `asked-declined`."""
    return {"extension": [extension(DATA_ABSENT, valueCode=reason)]}
