"""What could change a placement, found by trying: every change told does change it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from screener.scoring.circuit import Axis, Facts
from screener.scoring.explanation import (
    Change,
    ChangeSet,
    Direction,
    OpenAnswer,
    Range,
    Said,
)
from screener.scoring.incremental import IncrementalFacts
from screener.scoring.reasons import relevant
from screener.scoring.response_bounds import ResponseBounds, said_at


def open_answers(standing: ResponseBounds) -> Iterator[OpenAnswer]:
    """Yield the unknown answers that could raise a ladder by themselves.

    Args:
        standing: Where the person stands.
    """
    circuit = standing.circuit
    board = IncrementalFacts(circuit, standing.low)
    before = board.rungs()
    for link_id in circuit.enabled(circuit.facts(standing.high)):
        if link_id not in standing.known:
            reached = _with_gravest(standing, board, link_id)
            raised = {
                ladder.id: ladder.rung[after].id
                for ladder, was, after in zip(
                    standing.questionnaire.ladder, before, reached, strict=True
                )
                if after > was
            }
            if raised:
                yield OpenAnswer(link_id, raised)


def single_changes(standing: ResponseBounds) -> Iterator[Change]:
    """Yield every other answer to one question that would move an end of a range.

    Args:
        standing: Where the person stands.
    """
    circuit = standing.circuit
    low, high = (
        IncrementalFacts(circuit, standing.low),
        IncrementalFacts(circuit, standing.high),
    )
    before = low.rungs(), high.rungs()
    applies = set(circuit.enabled(circuit.facts(standing.high)))
    for n, axis, place in standing.answered():
        if standing.is_fixed(axis) or axis.link_id not in applies:
            continue
        for other, mark in enumerate(axis.marks):
            if other != place:
                after = low.rungs_with({n: mark}), high.rungs_with({n: mark})
                if after != before:
                    yield Change(said_at(axis, other), _moved(standing, before, after))


def change_sets(
    standing: ResponseBounds, changes: Iterable[Change]
) -> Iterator[ChangeSet]:
    """Yield a minimal set for each way that no single change leads.

    Args:
        standing: Where the person stands.
        changes: Every single change.
    """
    singles = list(changes)
    rungs = standing.circuit.place(standing.low)
    for number, ladder in enumerate(standing.questionnaire.ladder):
        ends = [one.ranges[ladder.id] for one in singles if ladder.id in one.ranges]
        reached = {ladder.index[end.low] for end in ends}
        rung = rungs[number]
        for direction, led in (
            (Direction.LOWER, any(place < rung for place in reached)),
            (Direction.HIGHER, any(place > rung for place in reached)),
        ):
            marks = None if led else _Search(standing, number, direction).fewest()
            if marks is not None:
                after = standing.circuit.place(marks)[number]
                said = tuple(_said(standing, marks))
                yield ChangeSet(ladder.id, direction, said, ladder.rung[after].id)


class _Search:
    """Looks for a minimal set of other answers that moves the low end of a ladder."""

    def __init__(
        self, standing: ResponseBounds, ladder: int, direction: Direction
    ) -> None:
        self._standing = standing
        self._circuit = standing.circuit
        self._ladder = ladder
        self._higher = direction is Direction.HIGHER
        self._rung = self._circuit.place(standing.low)[ladder]
        self._movable = tuple(self._find_movable())

    def fewest(self) -> list[Facts] | None:
        """The answers with as few changed as were found; `None` where none will do."""
        starts = self._starts() if self._higher else [self._at_extreme(self._movable)]
        place = self._circuit.place
        found = [self._shrunk(marks) for marks in starts if self._moves(place(marks))]
        return min(found, key=self._changed, default=None)

    def _find_movable(self) -> Iterator[int]:
        """Answers, and what is not asked now: a change may open it."""
        standing = self._standing
        hidden = set(self._circuit.gates) - set(
            self._circuit.enabled(self._circuit.facts(standing.high))
        )
        for n, axis in enumerate(self._circuit.axes):
            is_open = axis.link_id in standing.known or axis.link_id in hidden
            if axis.ordered and is_open and not standing.is_fixed(axis):
                yield n

    def _starts(self) -> Iterator[list[Facts]]:
        """For each rule above: only what helps it is answered at its gravest."""
        gravest = self._at_extreme(self._movable)
        movable = set(self._movable)
        for wire in self._circuit.ladders[self._ladder]:
            if wire.rung > self._rung:
                helps = relevant(self._circuit, gravest, wire.needs)
                yield self._at_extreme(movable.intersection(helps))

    def _at_extreme(self, members: Iterable[int]) -> list[Facts]:
        marks = [*self._standing.low]
        for n in members:
            marks[n] = self._circuit.axes[n].marks[-1 if self._higher else 0]
        return marks

    def _moves(self, rungs: Sequence[int]) -> bool:
        rung = rungs[self._ladder]
        return rung > self._rung if self._higher else rung < self._rung

    def _still_moves(
        self, board: IncrementalFacts, changes: Mapping[int, Facts]
    ) -> bool:
        return self._moves(board.rungs_with(changes))

    def _shrunk(self, marks: list[Facts]) -> list[Facts]:
        """Take changes back while the rest does it: whole ones, then step by step."""
        low, axes = self._standing.low, self._circuit.axes
        board = IncrementalFacts(self._circuit, marks)
        for members in self._circuit.axes_of.values():
            back = {n: low[n] for n in members if board.marks[n] != low[n]}
            if back and self._still_moves(board, back):
                board.change(back)
        for n in self._movable:
            for mark in self._way_back(axes[n], low[n], board.marks[n]):
                if not self._still_moves(board, {n: mark}):
                    break
                board.change({n: mark})
        return board.marks

    def _way_back(self, axis: Axis, was: Facts, now: Facts) -> list[Facts]:
        """The places between, from the changed one to the one answered."""
        start, end = axis.marks.index(now), axis.marks.index(was)
        step = 1 if end > start else -1
        return [axis.marks[place] for place in range(start + step, end + step, step)]

    def _changed(self, marks: list[Facts]) -> int:
        pairs = zip(marks, self._standing.low, strict=True)
        return sum(now != was for now, was in pairs)


def _with_gravest(
    standing: ResponseBounds, board: IncrementalFacts, link_id: str
) -> tuple[int, ...]:
    """Where one unknown item leads at its gravest, with all unknown that it opens."""
    agenda = [*standing.circuit.axes_of.get(link_id, ())]
    before: dict[int, Facts] = {}
    while agenda:
        n = agenda.pop()
        before.setdefault(n, board.marks[n])
        agenda += board.change({n: standing.high[n]})
    reached = board.rungs()
    board.change(before)
    return reached


def _moved(
    standing: ResponseBounds,
    before: tuple[tuple[int, ...], tuple[int, ...]],
    after: tuple[tuple[int, ...], tuple[int, ...]],
) -> dict[str, Range]:
    """The ranges that differ, by ladder."""
    ranges = zip(
        standing.questionnaire.ladder,
        zip(*before, strict=True),
        zip(*after, strict=True),
        strict=True,
    )
    return {
        ladder.id: Range(ladder.rung[now[0]].id, ladder.rung[now[1]].id)
        for ladder, was, now in ranges
        if now != was
    }


def _said(standing: ResponseBounds, marks: list[Facts]) -> Iterator[Said]:
    for axis, was, now in zip(standing.circuit.axes, standing.low, marks, strict=True):
        if was != now:
            yield said_at(axis, axis.marks.index(now))
