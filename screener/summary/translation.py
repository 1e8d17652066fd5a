"""A saved summary in another language: made again from its answers.

Only the very questions that it was made with can do that, and only if they lead where
the file says: a file can be edited, and what it says is never contradicted.
"""

from collections.abc import Sequence

from screener.model import HelpLines, Questionnaire, Review
from screener.summary.builder import summarize
from screener.summary.model import Summary
from screener.summary.restore_answers import reopen


def translated(
    summary: Summary,
    questionnaire: Questionnaire,
    help_lines: HelpLines,
    reviews: Sequence[Review] = (),
) -> Summary | None:
    """Return a summary in another language.

    Args:
        summary: A summary without a counselor's part.
        questionnaire: The very questions it was made with, in that language.
        help_lines: The help lines of its region, in that language.
        reviews: Who has reviewed the questions.

    Returns:
        `None` where it cannot be told in other words without saying something else.
    """
    reopened = reopen(questionnaire, summary)
    if reopened.misfits or summary.counselor:
        return None
    made = summarize(
        questionnaire,
        reopened.answers,
        help_lines,
        respondent=summary.respondent,
        created=summary.created,
        left_out=_left_out(summary, questionnaire),
        reviews=reviews,
        client=summary.client,
    )
    return made if _says_the_same(made, summary) else None


def _left_out(summary: Summary, questionnaire: Questionnaire) -> frozenset[str]:
    """The private topics that are left out of a summary."""
    if not summary.left_out:
        return frozenset()
    told = {line.link_id for line in summary.answers}
    items = questionnaire.item
    topics = {one.private for one in items if one.private}
    there = {one.private for one in items if one.private and one.link_id in told}
    return frozenset(topics - there)


def _says_the_same(made: Summary, summary: Summary) -> bool:
    def said(one: Summary) -> object:
        return (
            [(line.id, line.rung, line.low, line.high) for line in one.ladders],
            [step.rule for step in one.steps],
            [(line.link_id, line.state, line.code) for line in one.answers],
        )

    return said(made) == said(summary)
