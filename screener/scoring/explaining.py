"""The entry to explanations: answers in, reasons and changes out."""

from screener.model import Answers, Questionnaire
from screener.scoring.changes import change_sets, open_answers, single_changes
from screener.scoring.explanation import Explanation
from screener.scoring.reasons import why
from screener.scoring.response_bounds import ResponseBounds


def explain(questionnaire: Questionnaire, answers: Answers) -> Explanation:
    """Explain a placement exactly: why, why not more, and what could change it.

    Args:
        questionnaire: What was asked.
        answers: What was said; what is absent or unknown stays open.
    """
    standing = ResponseBounds.of(questionnaire, answers)
    changes = tuple(single_changes(standing))
    return Explanation(
        why={
            ladder.id: why(standing, number)
            for number, ladder in enumerate(questionnaire.ladder)
        },
        open=tuple(open_answers(standing)),
        changes=changes,
        sets=tuple(change_sets(standing, changes)),
    )
