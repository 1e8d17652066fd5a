"""Where a person stands, as Observations: one a ladder, one a scale.

The value is the low end, what the given answers establish, and is never told without
both ends beside it. Where nothing is established there is no value, and the reason. As
long as an open answer could move it, it is preliminary; and so
it is where answers were left out of the file, which could move it just as well.
"""

from collections.abc import Iterator

from screener.fhir.codes import (
    DATA_ABSENT_CODES,
    Element,
    coding,
    full_url,
    identified,
    ladder_id,
    loinc,
    option_code,
    scale_id,
)
from screener.model import Questionnaire
from screener.scoring import Certainty
from screener.summary import LadderLine, ScaleLine, Summary, range_names
from screener.summary.said import certainty

_LEFT_OUT = "Some answers were left out at the person's wish, and could change this."
_CATEGORY: Element = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
            "display": "Survey",
        }
    ]
}

LOW, HIGH = "end:low", "end:high"
"""The codes of the two ends."""
ENDS = {
    LOW: "What the given answers establish",
    HIGH: "As high as the open answers could lead",
}


def observation_resources(
    questionnaire: Questionnaire, summary: Summary, response: Element
) -> Iterator[Element]:
    """Tell every ladder and every scale of a summary.

    Args:
        questionnaire: What was asked.
        summary: Where the person stands.
        response: The answers it rests on.

    Yields:
        Observations: the ladders first, the level of care before the others.
    """
    for ladder in summary.ladders:
        code = coding(questionnaire, ladder_id(ladder.id), ladder.name)
        stands = certainty(summary, ladder)
        final = stands is Certainty.SETTLED and not summary.left_out
        told = _ladder(questionnaire, summary, ladder)
        yield _observation(summary, response, [code], told, final=final)
    for line in summary.scales:
        codes = _scale_codes(questionnaire, line)
        final = line.score is not None
        yield _observation(summary, response, codes, _scale(line), final=final)


def _observation(
    summary: Summary,
    response: Element,
    codes: list[Element],
    told: Element,
    *,
    final: bool,
) -> Element:
    limits = summary.questionnaire.limits
    note = f"{limits} {_LEFT_OUT}" if summary.left_out else limits
    return identified(
        {
            "resourceType": "Observation",
            "status": "final" if final else "preliminary",
            "category": [_CATEGORY],
            "code": {"coding": codes, "text": codes[-1]["display"]},
            "effectiveDateTime": summary.created.isoformat(),
            "note": [{"text": note}],
            "derivedFrom": [{"reference": full_url(response)}],
            **told,
        }
    )


def _ladder(
    questionnaire: Questionnaire, summary: Summary, ladder: LadderLine
) -> Element:
    """A value only where a rung is established; both ends in any case."""
    ends = ((LOW, ladder.low), (HIGH, ladder.high))
    value: Element
    if certainty(summary, ladder).is_known:
        value = {"valueCodeableConcept": _rung(questionnaire, ladder, ladder.low)}
    else:
        value = _unknown(range_names(summary)[ladder.id])
    return {
        **value,
        "component": [
            {
                "code": {"coding": [coding(questionnaire, end, ENDS[end])]},
                "valueCodeableConcept": _rung(questionnaire, ladder, rung),
            }
            for end, rung in ends
        ],
    }


def _rung(questionnaire: Questionnaire, ladder: LadderLine, rung: str) -> Element:
    name = ladder.name_of(rung)
    code = option_code(ladder_id(ladder.id), rung)
    return {"coding": [coding(questionnaire, code, name)], "text": name}


def _scale_codes(questionnaire: Questionnaire, line: ScaleLine) -> list[Element]:
    """LOINC's code first, where there is one; our own always."""
    known = [one.loinc for one in questionnaire.scale if one.id == line.scale]
    ours = coding(questionnaire, scale_id(line.scale), line.name)
    return [*(code for one in known for code in loinc(one)), ours]


def _scale(line: ScaleLine) -> Element:
    if line.score is None:
        return _unknown()
    band = {"interpretation": [{"text": line.band}]} if line.band else {}
    return {"valueInteger": line.score, **band}


def _unknown(words: str = "") -> Element:
    """Why there is no value; with words, where the summary has some."""
    reason = {"system": DATA_ABSENT_CODES, "code": "unknown", "display": "Unknown"}
    text = {"text": words} if words else {}
    return {"dataAbsentReason": {"coding": [reason], **text}}
