"""Where a person stands on every ladder, and the rules that say so."""

from screener.model import Ladder, Questionnaire
from screener.scoring import Explanation, HoldingRule, Recommendation, Why
from screener.summary.explanation_lines import because, no_more
from screener.summary.model import LEVEL, LadderLine, Reason, RungLine


def ladder_lines(
    questionnaire: Questionnaire,
    recommendation: Recommendation,
    explanation: Explanation,
    *,
    left_out: bool,
) -> tuple[LadderLine, ...]:
    """Tell every ladder, the level of care first.

    Args:
        questionnaire: What was asked, without what is left out.
        recommendation: What the answers lead to.
        explanation: Why they do.
        left_out: Whether anything is left out. A ladder that nothing can move any
            more is not told then: "home is fine" would not be true.
    """
    return tuple(
        _line(questionnaire, ladder, recommendation, explanation.why[ladder.id])
        for ladder in told_ladders(questionnaire, left_out=left_out)
    )


def told_ladders(questionnaire: Questionnaire, *, left_out: bool) -> tuple[Ladder, ...]:
    """The ladders that are told, the level of care first.

    Args:
        questionnaire: What was asked, without what is left out.
        left_out: Whether anything is.
    """
    moved = {rule.ladder for rule in questionnaire.guidance.rule}
    ladders = [
        ladder
        for ladder in questionnaire.ladder
        if ladder.id in moved or ladder.id == LEVEL or not left_out
    ]
    ladders.sort(key=lambda ladder: ladder.id != LEVEL)
    return tuple(ladders) or questionnaire.ladder


def _line(
    questionnaire: Questionnaire,
    ladder: Ladder,
    recommendation: Recommendation,
    why: Why,
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
        facts=rung.facts,
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
