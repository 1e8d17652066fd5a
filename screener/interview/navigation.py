"""Which question comes next, and which came before."""

from collections.abc import Sequence

from screener.model import Answers, Questionnaire
from screener.scoring import (
    enable,
    given_answers,
    is_asked,
    is_settled,
    may_be_asked,
    narrows_most,
)


def asked_so_far(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    """The questions that apply so far, in the order in which they are gone through.

    What is asked at once stands right after the answer that opens it.
    """
    known = enable(questionnaire, given_answers(questionnaire, answers))
    at_once = [one for one in known.enabled if questionnaire.items[one].at_once]
    path: list[str] = []
    for link_id in known.enabled:
        if link_id in at_once:
            continue
        path.append(link_id)
        for one in at_once:
            said = {key: known.counted[key] for key in path if key in known.counted}
            if one not in path and is_asked(questionnaire, one, said):
                path.append(one)
    return tuple(path)


def may_end(questionnaire: Questionnaire, answers: Answers) -> bool:
    """Whether no question that is left can change a ladder, and none is for safety.

    Args:
        questionnaire: What is asked.
        answers: What was said so far.
    """
    left = may_be_asked(questionnaire, answers)
    is_safe = not any(questionnaire.items[link_id].ask_again for link_id in left)
    return is_safe and is_settled(questionnaire, answers)


def next_in_quick(questionnaire: Questionnaire, answers: Answers) -> str | None:
    """The next question of the quick version; `None` as soon as it may end.

    Safety questions come first, in asking order; then whatever narrows most. Which
    comes first can not change where the answers lead: it ends only when nothing that
    is left can.

    Args:
        questionnaire: What is asked.
        answers: What was said so far.
    """
    if may_end(questionnaire, answers):
        return None
    asked = asked_so_far(questionnaire, answers)
    open_ = [link_id for link_id in asked if link_id not in answers]
    safety = (one for one in open_ if questionnaire.items[one].ask_again)
    return next(safety, None) or narrows_most(questionnaire, answers, open_)


def after(path: Sequence[str], link_id: str) -> str | None:
    """What follows in a path; `None` at its end."""
    rest = path[path.index(link_id) + 1 :]
    return rest[0] if rest else None
