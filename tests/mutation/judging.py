"""Whether anything notices a mutant: the catalog, a worked case, or a check."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from screener.catalog.condition_rules import check_gates
from screener.catalog.guidance_rules import check_guidance, check_head
from screener.catalog.item_rules import check_items
from screener.catalog.validation_context import Draft
from screener.checking import check
from screener.checking.content import contradictions
from screener.checking.space import Space
from screener.model import Case, Given, Questionnaire
from screener.scoring import given_answers
from screener.scoring.circuit import at_gravest, at_mildest
from screener.scoring.compiler import circuit_of

CHECKS = {"rules", "rungs", "options", "lines", "red-flags"}


class Verdict(StrEnum):
    """What notices a mutant."""

    REFUSED = "refused"
    CASE = "case"
    CHECK = "check"
    EQUIVALENT = "equivalent"
    """Nothing does, and nothing needs to: it is the same for everyone."""
    SURVIVED = "survived"


def judge(
    mutant: Questionnaire, original: Questionnaire, cases: Sequence[Case]
) -> Verdict:
    """Find out what notices a mutant, the quickest way first.

    Args:
        mutant: The changed questionnaire.
        original: The unchanged one.
        cases: The worked cases of the original.
    """
    if _is_refused(mutant):
        return Verdict.REFUSED
    if any(next(contradictions(mutant, case), None) for case in cases):
        return Verdict.CASE
    if not all(proof.holds for proof in check(mutant, Path(), CHECKS)):
        return Verdict.CHECK
    return Verdict.EQUIVALENT if is_same(mutant, original) else Verdict.SURVIVED


def is_same(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether two questionnaires with the same options ask and place everyone alike.

    Both are monotone, so they differ for someone if and only if they differ at a
    minimal assignment of a rule of one of them.
    """
    if any(
        item.enable_when != other.items[item.link_id].enable_when for item in one.item
    ):
        return False
    return all(
        _places(one, person) == _places(other, person)
        for questionnaire in (one, other)
        for person in _at_minimal_assignments(questionnaire)
    )


def _places(
    questionnaire: Questionnaire, person: Mapping[str, Given]
) -> list[tuple[int, ...]]:
    """The rungs at both ends of the range, and nothing else of a result: it is fast."""
    circuit, known = circuit_of(questionnaire), given_answers(questionnaire, person)
    return [
        circuit.place(circuit.marks(known, end)) for end in (at_mildest, at_gravest)
    ]


def _at_minimal_assignments(questionnaire: Questionnaire) -> list[dict[str, Given]]:
    space = Space(questionnaire)
    return [
        space.person(places)
        for wire in space.circuit.rules
        for places in space.minimal(wire.needs)
    ]


def _is_refused(questionnaire: Questionnaire) -> bool:
    draft = Draft(
        head=questionnaire,
        items=questionnaire.item,
        guidance=questionnaire.guidance,
        sources=questionnaire.source,
        files={item.link_id: "items.toml" for item in questionnaire.item},
    )
    for check_draft in (check_head, check_items, check_gates, check_guidance):
        check_draft(draft)
    return bool(draft.problems)
