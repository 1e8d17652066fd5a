"""What comparing many cases shows, ladder by ladder."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from screener.agreement.comparing import Compared, Ends, Pair, Verdict
from screener.agreement.kappa import Interval, Kappa, share_interval, weighted_kappa
from screener.model import Ladder

SEVERAL = -1
"""The column of placements that are no single rung, because answers are missing."""

Count = int | None
"""How many; `None` where that is too few to tell."""


class Tally(NamedTuple):
    """How many cases stand how to what is expected."""

    cases: Count
    by: Mapping[Verdict, Count]

    @property
    def settled(self) -> Count:
        """How many are as expected, or not, whatever is answered still."""
        told = [self.by[one] for one in Verdict if one is not Verdict.OPEN]
        known = [one for one in told if one is not None]
        return sum(known) if len(known) == len(told) else None


class Row(NamedTuple):
    """A row of the confusion table."""

    expected: Ends
    placed: Mapping[int, Count]
    """How many, by the place of the rung, and `SEVERAL`; every column is there."""


class Name(NamedTuple):
    """A ladder, or a rung."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LadderReport:
    """All cases on one ladder."""

    ladder: Name
    rungs: tuple[Name, ...]
    """From mild to grave."""
    tally: Tally
    share: Interval | None
    """The interval of the share in range."""
    kappa: Kappa
    rows: tuple[Row, ...]
    """One for each rung, then one for each range that is expected."""
    groups: Mapping[str, Tally]
    grades: Mapping[str, Tally]
    differ: tuple[Compared, ...] = ()
    """The cases that are not in range, those that are too low first."""


def names_of(ladder: Ladder) -> tuple[Name, tuple[Name, ...]]:
    """Return the names of a ladder and of its rungs."""
    rungs = tuple(Name(one.id, one.name) for one in ladder.rung)
    return Name(ladder.id, ladder.name), rungs


def ladder_reports(
    ladders: Iterable[Ladder], compared: Iterable[Compared]
) -> tuple[LadderReport, ...]:
    """Return a report on each ladder.

    Args:
        ladders: The questionnaire's.
        compared: Every case on every ladder for which something is expected of it.
    """
    on: dict[str, list[Compared]] = {}
    for one in compared:
        on.setdefault(one.ladder, []).append(one)
    return tuple(_full(ladder, on.get(ladder.id, [])) for ladder in ladders)


def ladder_report(
    ladder: Name, rungs: tuple[Name, ...], pairs: Sequence[Pair]
) -> LadderReport:
    """Return a report on one ladder that names no case.

    Args:
        ladder: The ladder.
        rungs: Its rungs, from mild to grave.
        pairs: What is expected and what is placed, for each case.
    """
    tally = _tally(pairs)
    ones = [
        (pair.expected.low, pair.placed.low) for pair in pairs if pair.is_one_to_one
    ]
    return LadderReport(
        ladder=ladder,
        rungs=rungs,
        tally=tally,
        share=share_interval(tally.by[Verdict.IN] or 0, len(pairs)),
        kappa=weighted_kappa(ones),
        rows=tuple(_rows(len(rungs), pairs)),
        groups={},
        grades={},
    )


_ORDER = (Verdict.UNDER, Verdict.OVER, Verdict.OPEN)
"""Of the cases that differ: what is too low must not be overlooked."""


def _full(ladder: Ladder, compared: Sequence[Compared]) -> LadderReport:
    plain = ladder_report(*names_of(ladder), [one.pair for one in compared])
    differ = [one for one in compared if one.pair.verdict is not Verdict.IN]
    return LadderReport(
        ladder=plain.ladder,
        rungs=plain.rungs,
        tally=plain.tally,
        share=plain.share,
        kappa=plain.kappa,
        rows=plain.rows,
        groups=_by(compared, lambda one: one.case.group),
        grades=_by(compared, lambda one: one.case.grade),
        differ=tuple(sorted(differ, key=lambda one: _ORDER.index(one.pair.verdict))),
    )


def _tally(pairs: Iterable[Pair]) -> Tally:
    found = Counter(pair.verdict for pair in pairs)
    return Tally(found.total(), {one: found[one] for one in Verdict})


def _by(
    compared: Iterable[Compared], label: Callable[[Compared], str]
) -> dict[str, Tally]:
    """Return a tally for each label; none where no case has one."""
    labeled: dict[str, list[Pair]] = {}
    for one in compared:
        labeled.setdefault(label(one), []).append(one.pair)
    if labeled.keys() <= {""}:
        return {}
    return {name: _tally(labeled[name]) for name in sorted(labeled)}


def _rows(rungs: int, pairs: Iterable[Pair]) -> Iterable[Row]:
    cells: dict[Ends, Counter[int]] = {
        Ends(place, place): Counter() for place in range(rungs)
    }
    for pair in pairs:
        column = pair.placed.low if pair.placed.is_one else SEVERAL
        cells.setdefault(pair.expected, Counter())[column] += 1
    for expected in sorted(cells, key=lambda one: (not one.is_one, one)):
        found = cells[expected]
        yield Row(expected, {one: found[one] for one in (*range(rungs), SEVERAL)})
