"""Which items are asked, and which answers count.

A hidden item adds nothing, and a hidden gate opens nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screener.model import Given, Questionnaire
from screener.scoring.circuit import nothing
from screener.scoring.compiler import circuit_of
from screener.scoring.conditions import holds


@dataclass(frozen=True, slots=True)
class Enablement:
    """The items that are asked, and the answers among them."""

    enabled: tuple[str, ...]
    """`link_id`s of the items that are asked, in asking order."""
    counted: Mapping[str, Given]
    """The answers to enabled items: the only ones that count."""


def is_asked(
    questionnaire: Questionnaire, link_id: str, counted: Mapping[str, Given]
) -> bool:
    """Whether answers that count open a question.

    Args:
        questionnaire: What is asked.
        link_id: The question.
        counted: The answers.
    """
    gate = questionnaire.items[link_id].enable_when
    return gate is None or holds(gate, questionnaire, counted)


def enable(questionnaire: Questionnaire, known: Mapping[str, Given]) -> Enablement:
    """See which questions are asked as long as nothing more is answered.

    Args:
        questionnaire: What is asked.
        known: Answers by `link_id`, to hidden items too.
    """
    circuit = circuit_of(questionnaire)
    enabled = circuit.enabled(circuit.facts(circuit.marks(known, nothing)))
    counted = {link_id: known[link_id] for link_id in enabled if link_id in known}
    return Enablement(enabled, counted)
