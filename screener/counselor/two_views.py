"""Two raters, one engine: where the client's answers lead, and the counselor's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from screener.counselor.marks import Marks, OwnRating
from screener.model import Answer, Answers, Questionnaire
from screener.scoring import Placement, place

_MOST_TRIED = 12
"""Ratings among which the fewest that matter are looked for; 4,096 placements."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A ladder on which the two views differ."""

    ladder: str
    client: Placement
    counselor: Placement
    because: tuple[str, ...]
    """The fewest own ratings (`link_id`s) that alone make the whole difference."""


def counselor_answers(answers: Answers, marks: Marks) -> dict[str, Answer]:
    """The client's answers, with the counselor's own where there are any.

    Args:
        answers: What the client said.
        marks: What the counselor set down.
    """
    own = {link_id: marks.rating(link_id) for link_id in marks.ratings}
    return {**answers, **_given(own)}


def differences(
    questionnaire: Questionnaire, answers: Answers, marks: Marks
) -> tuple[Difference, ...]:
    """Where the two views differ, ladder by ladder.

    Args:
        questionnaire: What is asked.
        answers: What the client said.
        marks: What the counselor set down.
    """
    theirs = place(questionnaire, answers)
    ours = place(questionnaire, counselor_answers(answers, marks))
    return tuple(
        Difference(
            ladder,
            theirs[ladder],
            ours[ladder],
            _fewest(questionnaire, answers, marks, ladder, ours[ladder]),
        )
        for ladder in theirs
        if theirs[ladder] != ours[ladder]
    )


def is_outdated(answers: Answers, link_id: str, rating: OwnRating) -> bool:
    """Whether the client has said something else since a rating was set down.

    Args:
        answers: What the client says now.
        link_id: The question.
        rating: The counselor's own answer to it.
    """
    return answers.get(link_id) != rating.beside


def _fewest(
    questionnaire: Questionnaire,
    answers: Answers,
    marks: Marks,
    ladder: str,
    reached: Placement,
) -> tuple[str, ...]:
    """Return the fewest ratings that suffice, the first such set in asking order."""
    own = counselor_answers({}, marks)
    rated = [link_id for link_id in questionnaire.items if link_id in own]
    for subset in _sets(rated):
        combined = {**answers, **{link_id: own[link_id] for link_id in subset}}
        if place(questionnaire, combined)[ladder] == reached:
            return subset
    return tuple(rated)


def _sets(rated: list[str]) -> Iterator[tuple[str, ...]]:
    if len(rated) <= _MOST_TRIED:
        for size in range(1, len(rated)):
            yield from combinations(rated, size)


def _given(own: Mapping[str, OwnRating | None]) -> dict[str, Answer]:
    return {
        link_id: rating.answer
        for link_id, rating in own.items()
        if rating is not None and rating.answer is not None
    }
