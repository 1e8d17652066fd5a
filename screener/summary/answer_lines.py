"""Every question that matters for a visit, with what became of it."""

from screener.model import (
    Answers,
    Given,
    Item,
    Questionnaire,
    TextItem,
    Unknown,
    answer_words,
    is_ordered,
)
from screener.scoring import Recommendation, enable, given_answers
from screener.summary.model import AnswerLine, AnswerState


def answer_lines(
    questionnaire: Questionnaire, answers: Answers, recommendation: Recommendation
) -> tuple[AnswerLine, ...]:
    """List the questions that apply, may apply or were answered, in asking order.

    Args:
        questionnaire: What was asked.
        answers: What was said.
        recommendation: What it leads to.
    """
    known = given_answers(questionnaire, answers)
    told = {*known, *recommendation.unknown}
    told |= {
        link_id
        for link_id in enable(questionnaire, known).enabled
        if not isinstance(questionnaire.items[link_id], TextItem)
    }
    titles = {section.id: section.title for section in questionnaire.section}
    return tuple(
        AnswerLine(
            link_id=link_id,
            section=titles[item.section],
            question=item.question,
            short=item.short,
            state=_state(link_id, answers, known, recommendation),
            answer=_words(item, known.get(link_id)),
            code=_code(item, known.get(link_id)),
            can_move=is_ordered(item),
            safety=item.ask_again is not None,
        )
        for section in questionnaire.section
        for link_id, item in questionnaire.items.items()
        if link_id in told and item.section == section.id
    )


def _state(
    link_id: str,
    answers: Answers,
    known: dict[str, Given],
    recommendation: Recommendation,
) -> AnswerState:
    if link_id in recommendation.unused:
        return AnswerState.UNUSED
    if link_id in known:
        return AnswerState.GIVEN
    if link_id not in answers:
        return AnswerState.NOT_REACHED
    if answers[link_id] is Unknown.UNSURE:
        return AnswerState.UNSURE
    return AnswerState.DECLINED


def _words(item: Item, answer: Given | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    # Half of a character pair (a lone surrogate) fits no file.
    words = answer_words(item, answer)
    return tuple(word.encode("utf-8", "replace").decode() for word in words)


def _code(item: Item, answer: Given | None) -> tuple[str, ...] | int | None:
    if answer is None or isinstance(item, TextItem):
        return None
    return (answer,) if isinstance(answer, str) else answer
