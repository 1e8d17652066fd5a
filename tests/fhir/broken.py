"""Exports with one thing wrong each, and who must notice it.

Each fault changes the bundle of a visit to the small questionnaire in place. HL7's JSON
schema asks for no primitive element, since a reason may stand in its place: it cannot
notice a missing `linkId` or `status`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fhir.exported import Json, item_of, of_kind


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong."""

    name: str
    break_it: Callable[[Json], None]
    """Changes a bundle in place."""
    noticed_by: frozenset[str]
    """The checks that must notice it; others may."""


def _questionnaire(bundle: Json) -> Json:
    return of_kind(bundle, "Questionnaire")[0]


def _response(bundle: Json) -> Json:
    return of_kind(bundle, "QuestionnaireResponse")[0]


def _ask(bundle: Json, link_id: str) -> Json:
    return item_of(_questionnaire(bundle), link_id)


def _answer(bundle: Json, link_id: str) -> Json:
    return item_of(_response(bundle), link_id)


def _no_link_id(bundle: Json) -> None:
    del _ask(bundle, "thoughts")["linkId"]


def _wrong_type(bundle: Json) -> None:
    _ask(bundle, "thoughts")["type"] = 7


def _unknown_type(bundle: Json) -> None:
    _ask(bundle, "thoughts")["type"] = "multiple-choice"


def _unknown_key(bundle: Json) -> None:
    _ask(bundle, "thoughts")["answerOptions"] = []


def _group_type(bundle: Json) -> None:
    _ask(bundle, "living")["type"] = "display"


def _same_link_id(bundle: Json) -> None:
    _ask(bundle, "living")["linkId"] = "thoughts"


def _gate_to_nothing(bundle: Json) -> None:
    _ask(bundle, "plan")["enableWhen"][0]["question"] = "nowhere"


def _gate_to_no_option(bundle: Json) -> None:
    _ask(bundle, "plan")["enableWhen"][0]["answerCoding"]["code"] = "thoughts/gone"


def _gate_without_operator(bundle: Json) -> None:
    del _ask(bundle, "plan")["enableWhen"][0]["operator"]


def _no_behavior(bundle: Json) -> None:
    del _ask(bundle, "plan")["enableBehavior"]


def _wrong_answer_type(bundle: Json) -> None:
    _answer(bundle, "days")["answer"] = [{"valueString": "30"}]


def _number_as_text(bundle: Json) -> None:
    _answer(bundle, "days")["answer"] = [{"valueInteger": "30"}]


def _no_such_option(bundle: Json) -> None:
    _answer(bundle, "thoughts")["answer"][0]["valueCoding"]["code"] = "thoughts/gone"


def _two_answers(bundle: Json) -> None:
    answers = _answer(bundle, "living")["answer"]
    answers.append({**answers[0]})


def _two_values(bundle: Json) -> None:
    _answer(bundle, "days")["answer"][0]["valueString"] = "30"


def _answer_not_asked(bundle: Json) -> None:
    _answer(bundle, "tried")["answer"][0]["valueCoding"] = {
        **_ask(bundle, "tried")["answerOption"][0]["valueCoding"]
    }


def _out_of_order(bundle: Json) -> None:
    _response(bundle)["item"].reverse()


def _other_version(bundle: Json) -> None:
    _response(bundle)["questionnaire"] += "0"


def _wrong_rating(bundle: Json) -> None:
    expression = _expression(bundle, "rating:use")
    expression["expression"] = expression["expression"].replace(", 3,", ", 1,")


def _wrong_place(bundle: Json) -> None:
    expression = _expression(bundle, "ladder:level-of-care")
    expression["expression"] = expression["expression"].replace(
        "'residential'", "'outpatient'"
    )


def _wrong_saved_place(bundle: Json) -> None:
    _answer(bundle, "ladder:urgency")["answer"] = [{"valueString": "routine"}]


def _expression(bundle: Json, link_id: str) -> Json:
    found: Json = _ask(bundle, link_id)["extension"][1]["valueExpression"]
    return found


def _no_status(bundle: Json) -> None:
    del of_kind(bundle, "Observation")[0]["status"]


def _bad_status(bundle: Json) -> None:
    of_kind(bundle, "Observation")[0]["status"] = "finished"


def _value_and_reason(bundle: Json) -> None:
    of_kind(bundle, "Observation")[0]["dataAbsentReason"] = {"text": "unknown"}


def _no_target(bundle: Json) -> None:
    del of_kind(bundle, "Provenance")[0]["target"]


def _bad_time(bundle: Json) -> None:
    of_kind(bundle, "Provenance")[0]["recorded"] = "2026-11-23 10:30"


def _same_full_url(bundle: Json) -> None:
    bundle["entry"][1]["fullUrl"] = bundle["entry"][0]["fullUrl"]


def _dangling_reference(bundle: Json) -> None:
    of_kind(bundle, "Observation")[0]["derivedFrom"][0]["reference"] += "0"


def _code_not_listed(bundle: Json) -> None:
    of_kind(bundle, "CodeSystem")[0]["concept"].pop()


def _fault(name: str, break_it: Callable[[Json], None], *noticed_by: str) -> Fault:
    return Fault(name, break_it, frozenset(noticed_by))


FAULTS = [
    _fault("missing linkId", _no_link_id, "structure"),
    _fault("a number as item type", _wrong_type, "structure", "schema"),
    _fault("an item type that is none", _unknown_type, "schema"),
    _fault("a misspelt key", _unknown_key, "structure", "schema"),
    _fault("options under a display item", _group_type, "invariants"),
    _fault("a linkId twice", _same_link_id, "invariants", "fitting"),
    _fault("enableWhen on a missing item", _gate_to_nothing, "fitting"),
    _fault("enableWhen on a missing option", _gate_to_no_option, "fitting"),
    _fault("enableWhen without operator", _gate_without_operator, "structure"),
    _fault("no enableBehavior", _no_behavior, "fitting"),
    _fault("words for a number", _wrong_answer_type, "fitting"),
    _fault("a number in quotes", _number_as_text, "structure", "schema"),
    _fault("an option that is not listed", _no_such_option, "fitting"),
    _fault("two answers where one is asked", _two_answers, "fitting"),
    _fault("two values in an answer", _two_values, "structure", "fitting"),
    _fault("an answer to a hidden question", _answer_not_asked, "fitting"),
    _fault("answers out of order", _out_of_order, "fitting"),
    _fault("answers to another version", _other_version, "fitting"),
    _fault("a rating worked out wrongly", _wrong_rating, "engine", "browser"),
    _fault("a place worked out wrongly", _wrong_place, "engine", "browser"),
    _fault("a wrong place in the answers", _wrong_saved_place, "engine"),
    _fault("an observation without status", _no_status, "structure"),
    _fault("a status that is none", _bad_status, "schema"),
    _fault("a value and a reason for none", _value_and_reason, "invariants"),
    _fault("a provenance of nothing", _no_target, "structure"),
    _fault("a time that is none", _bad_time, "structure", "schema"),
    _fault("a full URL twice", _same_full_url, "invariants"),
    _fault("a reference to nothing", _dangling_reference, "fitting"),
    _fault("a code that is not defined", _code_not_listed, "fitting"),
]


def by(check: str) -> list[Fault]:
    """The faults that a check must notice."""
    return [fault for fault in FAULTS if check in fault.noticed_by]
