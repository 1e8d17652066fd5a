"""Answers out of a saved summary, as far as they count by the questions of today."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from screener.language import _
from screener.model import Answer, Questionnaire, SameAnswer, Unknown
from screener.summary.model import AnswerState, Summary
from screener.summary.moved_answer import merged
from screener.summary.saved_answer import Lost, SavedAnswer
from screener.summary.todays_meaning import TodaysMeaning

_UNKNOWN = {
    AnswerState.DECLINED: Unknown.DECLINED,
    AnswerState.UNSURE: Unknown.UNSURE,
}


_ANSWERED = (AnswerState.GIVEN, AnswerState.UNUSED)


@dataclass(frozen=True, slots=True)
class Reopened:
    """The answers of a saved summary to the questions of today."""

    answers: Mapping[str, Answer]
    lost: tuple[Lost, ...]
    """The answers that do not count today, in the order of the file."""

    @property
    def misfits(self) -> tuple[str, ...]:
        """The questions (`link_id`s) with answers that do not count today."""
        return tuple(dict.fromkeys(one.link_id for one in self.lost))


def reopen(questionnaire: Questionnaire, summary: Summary) -> Reopened:
    """Take the answers out of a summary.

    Args:
        questionnaire: The one that it was made with, or another version of it.
        summary: A saved summary.
    """
    today = TodaysMeaning.since(summary, questionnaire)
    answers = dict(_open_answers(questionnaire, summary, today))
    moved: list[tuple[SavedAnswer, str, SameAnswer]] = []
    lost: list[Lost] = []
    for line in summary.answers:
        if line.state not in _ANSWERED:
            continue
        saved = SavedAnswer(line.link_id, line.short, line.code, line.answer)
        meaning = today.of(saved)
        if meaning.answer is not None:
            answers[line.link_id] = meaning.answer
        moved += [(saved, code, said) for code, said in meaning.moved]
        lost += meaning.lost
    for saved, code, said in moved:
        more = merged(questionnaire, answers, said)
        if more is None:
            why = _("Another answer says otherwise.")
            lost.append(today.lost(saved, why, [code]))
        else:
            answers = more
    return Reopened(answers, tuple(lost))


def _open_answers(
    questionnaire: Questionnaire, summary: Summary, today: TodaysMeaning
) -> Iterator[tuple[str, Answer]]:
    """Yield the questions that were put and left open, and mean the same today."""
    for line in summary.answers:
        is_same = line.link_id in questionnaire.items
        if line.state in _UNKNOWN and is_same and not today.has_changed(line.link_id):
            yield line.link_id, _UNKNOWN[line.state]
