"""Takes a visit up again exactly where it was, or as near as a new version allows."""

from dataclasses import dataclass

from screener.catalog import read_answers
from screener.errors import AnswerError
from screener.interview import Interview
from screener.journal.step import Step, Visit, digests
from screener.model import Answer, Questionnaire, Unknown


@dataclass(frozen=True, slots=True)
class Resumed:
    """A visit taken up again."""

    visit: Visit
    changed: tuple[str, ...] = ()
    """Questions (`link_id`s) that have changed since they were answered: put again."""
    gone: int = 0
    """How many that were answered are asked no more."""


def resume(questionnaire: Questionnaire, step: Step) -> Resumed:
    """Take up a visit.

    Args:
        questionnaire: The one that it was about, or another version of it.
        step: The last step of it that is known.
    """
    kept, changed, gone = _answers(questionnaire, step)
    same = step.questionnaire == questionnaire.content_hash
    known = frozenset(questionnaire.items)
    interview = Interview(
        questionnaire,
        answers=kept,
        at=step.at,
        reviewing=step.reviewing,
        asked_again=known.intersection(step.asked_again),
        # What a red flag says may be new too.
        seen_flags=frozenset(step.seen_flags if same else ()),
        quick=step.quick,
        end_offered=step.end_offered,
        left_open=known.intersection(step.left_open),
        ended_settled=step.ended_settled,
        cried=step.cried,
    )
    exact = same and not changed and (step.at is None or step.at in interview.asked)
    if not exact:
        interview = interview.at_first_open()
    visit = Visit(interview, step.respondent, step.at_result and exact)
    return Resumed(visit, tuple(changed), gone)


def _answers(
    questionnaire: Questionnaire, step: Step
) -> tuple[dict[str, Answer], list[str], int]:
    """Answers that still hold, questions put otherwise now, and how many went."""
    now = digests(questionnaire, step.answers)
    kept: dict[str, Answer] = {}
    changed = []
    for link_id in now:
        answer = step.answer(link_id)
        if now[link_id] != step.asked_as.get(link_id) or not _fits(
            questionnaire, link_id, answer
        ):
            changed.append(link_id)
        else:
            kept[link_id] = answer
    return kept, changed, len(step.answers) - len(now)


def _fits(questionnaire: Questionnaire, link_id: str, answer: Answer) -> bool:
    if isinstance(answer, Unknown):
        return True
    try:
        read_answers(questionnaire, {link_id: answer}, link_id)
    except AnswerError:
        return False
    return True
