"""Resumes a visit where it was, or as near as a new version of the questions allows.

Translations count as the same questions, so that a visit can be resumed in another
language.
"""

from collections.abc import Iterable
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


def resume(
    questionnaire: Questionnaire, step: Step, editions: Iterable[Questionnaire] = ()
) -> Resumed:
    """Take up a visit.

    Args:
        questionnaire: The questionnaire of the visit, or another version of it.
        step: The last step of the visit.
        editions: The questionnaire in other languages. They are loaded only for another
            version: an answer is kept if its question has the same wording in any of
            them.
    """
    same = step.questionnaire == questionnaire.content_hash
    unchanged = _unchanged(step, () if same else (questionnaire, *editions))
    there = [link_id for link_id in step.answers if link_id in questionnaire.items]
    answers = {link_id: step.answer(link_id) for link_id in there}
    kept = {
        link_id: answer
        for link_id, answer in answers.items()
        if (same or link_id in unchanged) and _fits(questionnaire, link_id, answer)
    }
    changed = tuple(link_id for link_id in there if link_id not in kept)
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
    return Resumed(visit, changed, len(step.answers) - len(there))


def _unchanged(step: Step, editions: Iterable[Questionnaire]) -> frozenset[str]:
    """Return the questions (`link_id`s) whose wording is unchanged in an edition."""
    return frozenset(
        link_id
        for edition in editions
        for link_id, digest in digests(edition, step.answers).items()
        if digest == step.asked_as.get(link_id)
    )


def _fits(questionnaire: Questionnaire, link_id: str, answer: Answer) -> bool:
    if isinstance(answer, Unknown):
        return True
    try:
        read_answers(questionnaire, {link_id: answer}, link_id)
    except AnswerError:
        return False
    return True
