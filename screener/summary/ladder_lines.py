"""Where a person stands on every ladder, and the rules that say so."""

from dataclasses import replace

from screener.model import HelpLines, Ladder, Questionnaire
from screener.scoring import Explanation, HoldingRule, Recommendation, Why
from screener.summary.explanation_lines import because, no_more
from screener.summary.model import LEVEL, URGENCY, LadderLine, Reason, RungLine


def ladder_lines(
    questionnaire: Questionnaire,
    recommendation: Recommendation,
    explanation: Explanation,
    help_lines: HelpLines,
) -> tuple[LadderLine, ...]:
    """Describe every ladder, the level of care first.

    Args:
        questionnaire: What was asked.
        recommendation: What the answers lead to.
        explanation: Why they do.
        help_lines: The help lines of the region, which some facts are for.
    """
    return tuple(
        _line(
            questionnaire,
            ladder,
            recommendation,
            explanation.why[ladder.id],
            help_lines,
        )
        for ladder in level_first(questionnaire)
    )


def gravest_soon(
    client: tuple[LadderLine, ...], counselor: tuple[LadderLine, ...]
) -> tuple[LadderLine, ...]:
    """Return the client's ladders, with `URGENCY` from the graver of two views.

    All outputs read the urgency from these lines, so that a danger that only the
    counselor sees counts as well.

    Args:
        client: The ladders by the client's answers.
        counselor: The same with the counselor's own ratings.
    """
    return tuple(
        _graver(*both) if both[0].id == URGENCY else both[0]
        for both in zip(client, counselor, strict=True)
    )


def _graver(client: LadderLine, counselor: LadderLine) -> LadderLine:
    """Return the ladder with the higher low end, up to the higher end of both."""
    high = max(client.high, counselor.high, key=client.place_of)
    if client.place_of(client.low) >= client.place_of(counselor.low):
        return replace(client, high=high)
    # The evidence is the counselor's, and must not read as the client's answers.
    reasons = tuple(replace(reason, evidence=()) for reason in counselor.reasons)
    return replace(counselor, high=high, reasons=reasons, because=(), no_more=())


def level_first(questionnaire: Questionnaire) -> tuple[Ladder, ...]:
    """Return the ladders, the level of care first."""
    return tuple(sorted(questionnaire.ladder, key=lambda one: one.id != LEVEL))


def _line(
    questionnaire: Questionnaire,
    ladder: Ladder,
    recommendation: Recommendation,
    why: Why,
    help_lines: HelpLines,
) -> LadderLine:
    placement = recommendation.placements[ladder.id]
    rung = ladder.rung[ladder.index[placement.rung]]
    return LadderLine(
        id=ladder.id,
        name=ladder.name,
        rungs=tuple(RungLine(id=one.id, name=one.name) for one in ladder.rung),
        rung=placement.rung,
        low=placement.low,
        high=placement.high,
        about=rung.about,
        facts=(
            *rung.facts,
            *(one.text for one in rung.local if help_lines.is_in(one.region)),
        ),
        reasons=tuple(
            _reason(holding, is_enough=holding.rule.id in why.rules)
            for holding in recommendation.rules
            if (holding.rule.ladder, holding.rule.rung) == (ladder.id, rung.id)
        ),
        because=because(questionnaire, why),
        no_more=no_more(questionnaire, why),
    )


def _reason(holding: HoldingRule, *, is_enough: bool) -> Reason:
    rule = holding.rule
    said = dict.fromkeys(one.says for one in holding.evidence)
    return Reason(
        rule=rule.id,
        rung=rule.rung,
        text=rule.text,
        evidence=tuple(said),
        cite=rule.cite,
        is_enough=is_enough,
    )
