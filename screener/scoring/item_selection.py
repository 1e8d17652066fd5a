"""Which question narrows most what is still open."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from screener.model import Answers, Questionnaire
from screener.scoring.circuit import Circuit, Facts
from screener.scoring.incremental import IncrementalFacts
from screener.scoring.response_bounds import ResponseBounds


def narrows_most(
    questionnaire: Questionnaire, answers: Answers, candidates: Iterable[str]
) -> str | None:
    """Choose the question after which least is left open.

    The rule: what is left open after an answer is how many rungs lie between the low
    and the high end, summed over the ladders. Of a question, that is the mean over the
    answers that can be given: each option, or no tick and each tick alone. Ties go to
    the question that stands first.

    Args:
        questionnaire: What is asked.
        answers: What was said so far.
        candidates: `link_id`s of questions that apply and have no answer, in asking
            order.

    Returns:
        The question, or `None` where no candidate can move a ladder.
    """
    standing = ResponseBounds.of(questionnaire, answers)
    circuit = standing.circuit
    moving = [one for one in candidates if one in circuit.movers]
    ends = _Boards(
        IncrementalFacts(circuit, standing.low),
        IncrementalFacts(circuit, standing.high),
    )
    return min(moving, key=lambda one: ends.mean_left(circuit, one), default=None)


class _Boards(NamedTuple):
    """Both ends of what a person can still come to."""

    low: IncrementalFacts
    high: IncrementalFacts

    def mean_left(self, circuit: Circuit, link_id: str) -> float:
        """How many rungs are left open after a question, on the mean."""
        left = [self._left(answer) for answer in _answers(circuit, link_id)]
        return sum(left) / len(left)

    def _left(self, answer: Mapping[int, Facts]) -> int:
        return sum(self.high.rungs_with(answer)) - sum(self.low.rungs_with(answer))


def _answers(circuit: Circuit, link_id: str) -> Iterator[dict[int, Facts]]:
    """The facts of each answer, by the number of the axis."""
    axes = {n: circuit.axes[n] for n in circuit.axes_of[link_id]}
    mildest = {n: axis.marks[0] for n, axis in axes.items()}
    yield mildest
    for n, axis in axes.items():
        for mark in axis.marks[1:]:
            yield mildest | {n: mark}
