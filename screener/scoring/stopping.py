"""Whether the questions that are left can still change anything."""

from collections.abc import Mapping

from screener.model import Answers, Given, Questionnaire
from screener.scoring.answered import given_answers
from screener.scoring.circuit import Axis, Circuit, Facts
from screener.scoring.compiler import circuit_of


def is_settled(questionnaire: Questionnaire, answers: Answers) -> bool:
    """Whether no answer to a question not yet asked can move either end of any ladder.

    Four placements decide it: the questions not yet asked at their mildest and at
    their gravest, once with the declined ones at their mildest and once at their
    gravest. Whatever is answered lies between, and placement is monotone.

    Args:
        questionnaire: What is asked.
        answers: What was said so far, "not sure" and "prefer not to say" included.
    """
    circuit = circuit_of(questionnaire)
    known = given_answers(questionnaire, answers)
    unasked = _may_be_asked(circuit, known, answers)

    def place(of_declined: int, of_unasked: int) -> tuple[int, ...]:
        def unknown(axis: Axis) -> Facts:
            return axis.marks[of_unasked if axis.link_id in unasked else of_declined]

        return circuit.place(circuit.marks(known, unknown))

    return all(place(end, 0) == place(end, -1) for end in (0, -1))


def may_be_asked(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """The questions that have not been asked, and that some answers would lead to.

    What only a declined gate could open will not be asked.

    Args:
        questionnaire: What is asked.
        answers: What was said so far.
    """
    known = given_answers(questionnaire, answers)
    return _may_be_asked(circuit_of(questionnaire), known, answers)


def movers(questionnaire: Questionnaire) -> frozenset[str]:
    """The questions that can move a ladder: they rate, score, or open one that does."""
    return circuit_of(questionnaire).movers


def _may_be_asked(
    circuit: Circuit, known: Mapping[str, Given], answers: Answers
) -> frozenset[str]:
    def unknown(axis: Axis) -> Facts:
        return 0 if axis.link_id in answers else axis.marks[-1]

    reachable = circuit.enabled(circuit.facts(circuit.marks(known, unknown)))
    return frozenset(reachable) - answers.keys()
