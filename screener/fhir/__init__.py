"""FHIR R4: a questionnaire, and a saved summary, for other programs to read."""

from screener.fhir.bundle import Visit, bundle_resource, history_resource, to_json
from screener.fhir.code_system import code_system_resource
from screener.fhir.codes import Element
from screener.fhir.questionnaire import questionnaire_resource

__all__ = [
    "Element",
    "Visit",
    "bundle_resource",
    "code_system_resource",
    "history_resource",
    "questionnaire_resource",
    "to_json",
]
