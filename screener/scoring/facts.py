"""Facts about a person that are not part of their placement."""

from functools import reduce
from operator import or_

from screener.model import Answers, Fact, Questionnaire
from screener.scoring.answered import given_answers
from screener.scoring.circuit import ALWAYS, Circuit, Facts, nothing
from screener.scoring.compiler import circuit_of
from screener.scoring.cries import reply_in


def facts_in(questionnaire: Questionnaire, answers: Answers) -> frozenset[Fact]:
    """Return the facts that follow from answers, beside the placement.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: All answers, also to questions that no longer apply.
    """
    cries = reply_in(questionnaire, answers) is not None
    if cries or has_uncounted_flag(questionnaire, answers):
        return frozenset({Fact.CRY_FOR_HELP})
    return frozenset()


def has_uncounted_flag(questionnaire: Questionnaire, answers: Answers) -> bool:
    """Return whether an answer that does not count would raise a red flag if it did.

    For example, somebody answered that they have a plan, then took back the thoughts
    that led to the question. The answer moves no ladder, but a result must not say
    that nothing is needed.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: All answers, also to questions that no longer apply.
    """
    circuit = circuit_of(questionnaire)
    marks = circuit.marks(given_answers(questionnaire, answers), nothing)
    flags = _red_flags(circuit, circuit.with_bands(reduce(or_, marks, 0)))
    return bool(flags) and flags != _red_flags(circuit, circuit.facts(marks))


def flag_items(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the questions behind a gate whose answers may raise a red flag.

    Args:
        questionnaire: The questionnaire.
    """
    circuit = circuit_of(questionnaire)
    flags = (wire for wire in circuit.rules if wire.rule.red_flag)
    needs = reduce(or_, (wire.needs for wire in flags), 0)
    return frozenset(
        axis.link_id
        for axis in circuit.axes
        if axis.ways != ALWAYS and any(mark & needs for mark in axis.marks)
    )


def _red_flags(circuit: Circuit, facts: Facts) -> frozenset[str]:
    return frozenset(rule.id for rule in circuit.holding(facts) if rule.red_flag)
