"""Whether worked cases come out, sources are used, and the way is short enough."""

import statistics
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from screener.catalog import load_cases, load_decisions, read_answers
from screener.checking.proof import Finding, Flaw, How
from screener.checking.sampled import random_people
from screener.checking.space import Space
from screener.interview import progress_of
from screener.model import Case, Decision, Questionnaire
from screener.scoring import (
    Recommendation,
    enable,
    evaluate,
    given_answers,
    place,
    unused_answers,
)

LONGEST = 25
"""Screens on the longest way: drop-out rises from 7 % at 10 screens to 30 % at 30."""

COMMON = 18
"""Screens on the common way, the median of simulated people."""


def check_cases(questionnaire: Questionnaire, folder: Path | None) -> Finding:
    """Every worked case comes out as it was written."""
    if folder is None:
        # Its worked cases know nothing of what is added.
        return Finding(How.SKIPPED, 0, "cases", note="added parts")
    if not (folder / "cases.toml").is_file():
        return Finding(How.SKIPPED, 0, "cases", note="there is no cases.toml")
    cases = load_cases(folder)
    flaws = tuple(flaw for case in cases for flaw in _flaws(questionnaire, case))
    return Finding(How.READ, len(cases), "cases", flaws)


def contradictions(questionnaire: Questionnaire, case: Case) -> Iterator[str]:
    """Tell in what a worked case does not come out as it was written.

    Args:
        questionnaire: The questionnaire.
        case: One of its cases.

    Raises:
        AnswerError: If an answer does not fit.
    """
    answers = read_answers(questionnaire, case.answers, case.id)
    placements = place(questionnaire, answers)
    for ladder in questionnaire.ladder:
        expected = case.expect.get(ladder.id, ladder.rung[0].id)
        ends = (expected, expected) if isinstance(expected, str) else expected
        placed = placements[ladder.id]
        if (placed.low, placed.high) != ends:
            came = " to ".join(dict.fromkeys((placed.low, placed.high)))
            wanted = " to ".join(dict.fromkeys(ends))
            yield f"{ladder.id} is {came}, and should be {wanted}"
    unused = unused_answers(questionnaire, answers)
    if unused != case.unused:
        yield f"the answers not counted are {list(unused)}"
    # Most cases name no more than rungs, and the rest takes ten times as long.
    if case.rules or case.alternatives or case.supports or case.unknown is not None:
        yield from _missing(case, evaluate(questionnaire, answers))


def check_decisions(questionnaire: Questionnaire, folder: Path | None) -> Finding:
    """Every decision left to a clinician names rules and sources that exist."""
    decisions = load_decisions(folder) if folder is not None else ()
    if not decisions:
        return Finding(How.SKIPPED, 0, "decisions", note="none there")
    rules = {rule.id for rule in questionnaire.guidance.rule}
    flaws = tuple(
        Flaw(f"The decision `{one.id}` names {what}.", "correct decisions.toml.")
        for one in decisions
        for what in _unknown(one, rules, questionnaire.sources)
    )
    return Finding(How.READ, len(decisions), "decisions", flaws)


def _unknown(
    decision: Decision, rules: Container[str], sources: Container[str]
) -> Iterator[str]:
    yield from (f"no rule: `{rule}`" for rule in decision.rules if rule not in rules)
    for side in decision.side:
        cites = (cite for cite in side.cite if cite not in sources)
        yield from (f"no source: `{cite}`" for cite in cites)


def check_sources(questionnaire: Questionnaire) -> Finding:
    """Every source, and so every fact of the guide, is cited by something."""
    cited = {cite for cites in _cites(questionnaire) for cite in cites}
    flaws = tuple(
        Flaw(
            f"Nothing cites the source `{source.id}`: {source.fact}",
            "ask it, use it in a rule or tell it; or remove the source.",
        )
        for source in questionnaire.source
        if source.id not in cited
    )
    return Finding(How.READ, len(questionnaire.source), "sources", flaws)


def check_length(space: Space, *, is_joined: bool = False) -> Finding:
    """The longest way has at most 25 screens, the common one at most 18.

    Args:
        space: All answer sets.
        is_joined: Whether it was put together from several: whoever adds questions
            decides how many there are.
    """
    questionnaire = space.questionnaire
    way = progress_of(questionnaire, {})
    lengths = [
        len(enable(questionnaire, given_answers(questionnaire, person)).enabled)
        for person in random_people(space, 200)
    ]
    common = statistics.median(lengths)
    note = f"{way.fewest_left} to {way.most_left}"
    if is_joined:
        return Finding(How.SAMPLED, len(lengths), "people", note=note)
    flaws: list[Flaw] = []
    mend = "ask less, or ask it only of those it matters for."
    if way.most_left > LONGEST:
        what = f"The longest way has {way.most_left} screens, above {LONGEST}."
        flaws.append(Flaw(what, mend))
    if common > COMMON:
        what = f"The common way has {common:.0f} screens, above {COMMON}."
        flaws.append(Flaw(what, mend))
    return Finding(How.SAMPLED, len(lengths), "people", tuple(flaws), note)


def _flaws(questionnaire: Questionnaire, case: Case) -> Iterator[Flaw]:
    for what in contradictions(questionnaire, case):
        mend = "mend the rule, or the case if its sources say so."
        yield Flaw(f"The case `{case.id}`: {what}.", mend, case.answers)


def _missing(case: Case, found: Recommendation) -> Iterator[str]:
    there = (
        ("rule", case.rules, (one.rule.id for one in found.rules)),
        ("alternative", case.alternatives, (one.id for one in found.alternatives)),
        ("support", case.supports, (one.id for one in found.supports)),
    )
    for kind, wanted, ids in there:
        for id in sorted(set(wanted) - set(ids)):
            yield f"the {kind} {id} is missing"
    if case.unknown is not None and found.unknown != case.unknown:
        yield f"the open questions are {list(found.unknown)}"


def _cites(questionnaire: Questionnaire) -> Iterator[Iterable[str]]:
    guidance = questionnaire.guidance
    lines = (*guidance.alternative, *guidance.support, *guidance.benefit)
    rungs = (rung for ladder in questionnaire.ladder for rung in ladder.rung)
    for one in (
        *questionnaire.item,
        *questionnaire.scale,
        *questionnaire.instrument,
        *guidance.rule,
        *lines,
        *guidance.ask,
        *guidance.bring,
        *guidance.fit,
        *rungs,
    ):
        yield one.cite
