"""Whether every line beside the placement is told to someone."""

from collections.abc import Iterator

from screener.checking.people import negated, people_for, spelled_out
from screener.checking.proof import Finding, Flaw, How
from screener.checking.space import Space
from screener.model import AllOf, Condition, FitSign, Given
from screener.scoring import Fit, evaluate

_MEND = "let its condition be possible, or remove it."


def check_lines(space: Space) -> Finding:
    """Every line is told to someone; every sign of fit both fits and is to build."""
    flaws: list[Flaw] = []
    tried = 0
    for kind, id, condition in _lines(space):
        tried += 1
        if not any((kind, id) in told_to(space, one) for one in condition):
            flaws.append(
                Flaw(f"The {kind} `{id}` is told to nobody.", _MEND, space.person({}))
            )
    for sign in space.questionnaire.guidance.fit:
        for fit in (Fit.FITS, Fit.BUILD):
            tried += 1
            people = _people_by(space, sign, fit)
            if not any((fit.value, sign.id) in told_to(space, one) for one in people):
                what = f"The sign of fit `{sign.id}` is never `{fit}`."
                flaws.append(Flaw(what, _MEND, space.person({})))
    return Finding(How.ENUMERATED, tried, "lines", tuple(flaws))


def told_to(space: Space, person: dict[str, Given]) -> frozenset[tuple[str, str]]:
    """All lines told to a person by kind, and each sign of fit with how it stands."""
    found = evaluate(space.questionnaire, person)
    kinds = {
        "alternative": found.alternatives,
        "support": found.supports,
        "benefit": found.benefits,
        "ask": found.asks,
        "bring": found.brings,
    }
    lines = {(kind, line.id) for kind, told in kinds.items() for line in told}
    return frozenset(lines | {(one.fit.value, one.sign.id) for one in found.fit})


def conditions(space: Space) -> Iterator[Condition]:
    """Every condition that lines and signs hang on, and the contrary of each sign's."""
    guidance = space.questionnaire.guidance
    told = (
        *guidance.alternative,
        *guidance.support,
        *guidance.benefit,
        *guidance.ask,
        *guidance.bring,
    )
    for line in told:
        if line.show_when is not None:
            yield spelled_out(space.questionnaire, line.show_when)
    for sign in guidance.fit:
        for fit in (Fit.FITS, Fit.BUILD):
            condition = _when(space, sign, fit)
            if condition is not None:
                yield condition


def _lines(space: Space) -> Iterator[tuple[str, str, Iterator[dict[str, Given]]]]:
    """The lines that have a condition, each with people to whom it may be told."""
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
                told_when = spelled_out(space.questionnaire, line.show_when)
                yield kind, line.id, people_for(space, told_when)


def _people_by(space: Space, sign: FitSign, fit: Fit) -> Iterator[dict[str, Given]]:
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
