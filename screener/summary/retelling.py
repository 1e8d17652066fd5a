"""The names in a saved summary, told in another language.

A summary is complete by itself, in the language it was made in. Where several are seen
side by side, their names and answers are told in the language that is spoken, by their
codes. Only the very same questions can tell them: of others nobody knows whether a code
still means the same.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from screener.model import Questionnaire, Respondent, answer_words
from screener.summary.model import (
    AnswerLine,
    LadderLine,
    RatingLine,
    RungLine,
    Summary,
)


class FindsSame(Protocol):
    """Finds the very questions that a summary was made with."""

    def __call__(
        self, id: str, hash: str, language: str, *, for_supporter: bool
    ) -> Questionnaire | None:
        """Return the questions in a language, also in a supporter's words."""


def told_in(language: str, summary: Summary, same: FindsSame) -> Summary:
    """Tell a summary in a language, as far as that can be.

    Args:
        language: The code of the language.
        summary: A summary in any language.
        same: Finds the very questions that a summary was made with.
    """
    return _told_in(language, summary, same, for_supporter=_is_supporters(summary))


def all_told_in(
    language: str, summaries: Iterable[Summary], same: FindsSame
) -> list[Summary]:
    """Tell summaries that are compared in the same words, as far as that can be.

    A supporter's words stay only if all are a supporter's: elsewhere an answer that is
    the same would seem to have changed.

    Args:
        language: The code of the language.
        summaries: Summaries in any language.
        same: Finds the very questions that a summary was made with.
    """
    found = tuple(summaries)
    for_supporter = all(map(_is_supporters, found))
    return [_told_in(language, one, same, for_supporter=for_supporter) for one in found]


def _told_in(
    language: str, summary: Summary, same: FindsSame, *, for_supporter: bool
) -> Summary:
    origin = summary.questionnaire
    is_same_reader = for_supporter == _is_supporters(summary)
    if origin.language == language and is_same_reader:
        return summary
    questions = same(origin.id, origin.hash, language, for_supporter=for_supporter)
    return retold(summary, questions) if questions else summary


def _is_supporters(summary: Summary) -> bool:
    return summary.respondent is Respondent.SUPPORTER


def retold(summary: Summary, questionnaire: Questionnaire) -> Summary:
    """Tell ladders, ratings and answers in other words; all else stays as it is.

    A code that the questions do not know keeps its words: files can be edited.

    Args:
        summary: A summary.
        questionnaire: The very questions it was made with, in other words.
    """
    ladders = tuple(_ladder(one, questionnaire) for one in summary.ladders)
    ratings = tuple(_rating(one, questionnaire) for one in summary.ratings)
    answers = tuple(_answer(one, questionnaire) for one in summary.answers)
    origin = replace(summary.questionnaire, language=questionnaire.language)
    return replace(
        summary,
        ladders=ladders,
        ratings=ratings,
        answers=answers,
        questionnaire=origin,
    )


def _ladder(line: LadderLine, questionnaire: Questionnaire) -> LadderLine:
    ladder = questionnaire.ladders.get(line.id)
    if ladder is None or list(ladder.index) != [one.id for one in line.rungs]:
        return line
    rungs = tuple(RungLine(id=one.id, name=one.name) for one in ladder.rung)
    return replace(line, name=ladder.name, rungs=rungs)


def _rating(line: RatingLine, questionnaire: Questionnaire) -> RatingLine:
    names = {one.id: one.name for one in questionnaire.dimension}
    return replace(line, name=names.get(line.dimension, line.name))


def _answer(line: AnswerLine, questionnaire: Questionnaire) -> AnswerLine:
    item = questionnaire.items.get(line.link_id)
    if item is None:
        return line
    words = line.answer
    if line.code is not None:  # else there are free words, or none
        known = answer_words(item, line.code)
        words = known if len(known) == len(words) else words
    return replace(line, question=item.question, short=item.short, answer=words)
