"""Which question narrows most what is still open."""

from collections.abc import Iterable, Iterator, Sequence

from screener.model import Answers, Questionnaire
from screener.scoring.circuit import Circuit, Facts
from screener.scoring.standing import Standing


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
    standing = Standing.of(questionnaire, answers)
    moving = [one for one in candidates if one in standing.circuit.movers]
    return min(moving, key=lambda one: _mean_left(standing, one), default=None)


def _mean_left(standing: Standing, link_id: str) -> float:
    left = [_left(standing, answer) for answer in _answers(standing.circuit, link_id)]
    return sum(left) / len(left)


def _answers(circuit: Circuit, link_id: str) -> Iterator[dict[int, Facts]]:
    """The facts of each answer, by the number of the axis."""
    axes = [(n, axis) for n, axis in enumerate(circuit.axes) if axis.link_id == link_id]
    mildest = {n: axis.marks[0] for n, axis in axes}
    yield mildest
    for n, axis in axes:
        for mark in axis.marks[1:]:
            yield mildest | {n: mark}


def _left(standing: Standing, answer: dict[int, Facts]) -> int:
    def place(end: Sequence[Facts]) -> tuple[int, ...]:
        marks = (answer.get(n, mark) for n, mark in enumerate(end))
        return standing.circuit.place(marks)

    return sum(place(standing.high)) - sum(place(standing.low))
