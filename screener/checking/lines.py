"""Whether every line beside the placement is told to someone."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from screener.checking.proof import Finding, Flaw, How
from screener.checking.space import Space
from screener.checking.witness import Someone
from screener.checking.witnesses import negated, people_for, spelled_out
from screener.model import AllOf, Condition, FitSign, Line, Rule, answers_tested
from screener.scoring import Fit
from screener.scoring.circuit import RuleWire

_MEND = "let its condition be possible, or remove it."

Told: TypeAlias = Line | FitSign
"""What is told beside a placement."""


def check_lines(space: Space) -> Finding:
    """Every line and wording is told to someone; every sign fits, and does not."""
    untold = [*_untold_lines(space), *_untold_signs(space), *_untold_words(space)]
    flaws = (Flaw(what, _MEND, space.person({})) for what in untold if what)
    return Finding(How.ENUMERATED, len(untold), "lines", tuple(flaws))


def _untold_lines(space: Space) -> Iterator[str]:
    """What is wrong with each line; empty where nothing is."""
    for kind, line, condition in _lines(space):
        is_told = any(one.is_told(line) for one in people_for(space, condition))
        yield "" if is_told else f"The {kind} `{line.id}` is told to nobody."


def _untold_signs(space: Space) -> Iterator[str]:
    for sign in space.questionnaire.guidance.fit:
        for fit in (Fit.FITS, Fit.BUILD):
            stands = any(one.fit(sign) is fit for one in _people_by(space, sign, fit))
            yield "" if stands else f"The sign of fit `{sign.id}` is never `{fit}`."


def _untold_words(space: Space) -> Iterator[str]:
    for wire in _reworded(space):
        rule = wire.rule
        for id, words, condition in _wordings(space, rule):
            is_told = any(
                one.holds(wire) and one.words_of(rule).text == words
                for one in people_for(space, condition, wire.needs)
            )
            what = f"The wording `{id}` of the rule `{rule.id}` is told to nobody."
            yield "" if is_told else what


def all_told(space: Space) -> Iterator[tuple[Told, Condition]]:
    """Yield all lines, and all signs in both ways, each with its condition."""
    return chain(_told_when(space), _stands_when(space))


def hanging(space: Space) -> Mapping[str, list[tuple[Told, Condition]]]:
    """By question, the lines that hang on its answer, and signs in both ways.

    Each one comes with its condition, and that with all that it hangs on named.
    """
    found: dict[str, list[tuple[Told, Condition]]] = {}
    for told, condition in all_told(space):
        for item in dict.fromkeys(leaf.item for leaf in answers_tested(condition)):
            found.setdefault(item, []).append((told, condition))
    return found


def _lines(space: Space) -> Iterator[tuple[str, Line, Condition]]:
    """The lines that have a condition, each with its kind and that condition."""
    guidance = space.questionnaire.guidance
    kinds = {
        "alternative": guidance.alternative,
        "support": guidance.support,
        "benefit": guidance.benefit,
        "ask": guidance.ask,
        "bring": guidance.bring,
    }
    for kind, lines in kinds.items():
        for line in lines:
            if line.show_when is not None:
                yield kind, line, spelled_out(space.questionnaire, line.show_when)


def _reworded(space: Space) -> Iterator[RuleWire]:
    """The rules that are told in several wordings."""
    for wires in space.circuit.ladders:
        yield from (wire for wire in wires if wire.rule.wording)


def _wordings(space: Space, rule: Rule) -> Iterator[tuple[str, str, Condition]]:
    """Each wording's name and words, and when it is told: none before it holds."""
    earlier: list[Condition] = []
    for words in rule.wording:
        condition = spelled_out(space.questionnaire, words.show_when)
        yield words.id, words.text, AllOf(all=(condition, *earlier))
        contrary = negated(space.questionnaire, condition)
        if contrary is None:
            return
        earlier.append(contrary)
    yield "text", rule.text, AllOf(all=tuple(earlier))


def _told_when(space: Space) -> Iterator[tuple[Told, Condition]]:
    return ((line, condition) for _, line, condition in _lines(space))


def _stands_when(space: Space) -> Iterator[tuple[Told, Condition]]:
    for sign in space.questionnaire.guidance.fit:
        for fit in (Fit.FITS, Fit.BUILD):
            condition = _when(space, sign, fit)
            if condition is not None:
                yield sign, condition


def _people_by(space: Space, sign: FitSign, fit: Fit) -> Iterator[Someone]:
    condition = _when(space, sign, fit)
    return iter(()) if condition is None else people_for(space, condition)


def _when(space: Space, sign: FitSign, fit: Fit) -> Condition | None:
    """When a sign applies and stands so."""
    questionnaire = space.questionnaire
    stands: Condition | None = spelled_out(questionnaire, sign.fits_when)
    if stands is not None and fit is Fit.BUILD:
        stands = negated(questionnaire, stands)
    if stands is None or sign.applies_when is None:
        return stands
    return AllOf(all=(spelled_out(questionnaire, sign.applies_when), stands))
