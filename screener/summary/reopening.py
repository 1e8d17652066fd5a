"""Answers out of a saved summary, as far as they fit a questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass

from screener.catalog import read_answers
from screener.errors import AnswerError
from screener.model import Answer, ChoiceItem, Item, Questionnaire, TextItem, Unknown
from screener.summary.model import AnswerLine, AnswerState, Summary

_UNKNOWN = {
    AnswerState.DECLINED: Unknown.DECLINED,
    AnswerState.UNSURE: Unknown.UNSURE,
}


@dataclass(frozen=True, slots=True)
class Reopened:
    """What a saved summary says to a questionnaire."""

    answers: Mapping[str, Answer]
    misfits: tuple[str, ...]
    """Questions (`link_id`s) answered in the file that are not asked, or not with
    that answer; they are open then."""


def reopen(questionnaire: Questionnaire, summary: Summary) -> Reopened:
    """Take the answers out of a summary.

    Args:
        questionnaire: The one that it was made with, or another version of it.
        summary: A saved summary.
    """
    answers: dict[str, Answer] = {}
    misfits: list[str] = []
    for line in summary.answers:
        if line.state is AnswerState.NOT_REACHED:
            continue
        item = questionnaire.items.get(line.link_id)
        if item is not None and line.state in _UNKNOWN:
            answers[line.link_id] = _UNKNOWN[line.state]
            continue
        try:
            raw = {line.link_id: _raw(line, item)}
            answers.update(read_answers(questionnaire, raw, line.link_id))
        except AnswerError:
            misfits.append(line.link_id)
    return Reopened(answers, tuple(misfits))


def _raw(line: AnswerLine, item: Item | None) -> object:
    """The answer as an answers file would have it."""
    if isinstance(item, TextItem):
        return " ".join(line.answer)
    if isinstance(item, ChoiceItem) and isinstance(line.code, tuple):
        return line.code[0] if len(line.code) == 1 else line.code
    return line.code
