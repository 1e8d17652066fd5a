"""Reports on clients, with counts that are too small left out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias, TypeVar

from screener.agreement.comparing import Ends, Pair, Verdict
from screener.agreement.kappa import Kappa, Missing
from screener.agreement.report import SEVERAL, Count, LadderReport, Row, Tally
from screener.population import TOO_FEW, told

K = TypeVar("K")

Cell: TypeAlias = tuple[Ends, int]
"""Of the confusion table: what is expected, and the column."""

_NO_KAPPA = Kappa(None, None, None, Missing.TOO_FEW)


def hidden(report: LadderReport, least: int) -> LadderReport:
    """Leave out every count that is too small, and what it could be worked out from.

    The cells of the table are counted within how they stand to what is expected, so
    that none follows from the totals above it.

    Args:
        report: A report on one ladder.
        least: The smallest count that is told.
    """
    cases = report.tally.cases or 0
    if cases < least:
        nothing = dict.fromkeys(Verdict)
        tally = Tally(None if cases else 0, nothing)
        rows = tuple(
            Row(one.expected, dict.fromkeys(one.placed)) for one in report.rows
        )
        plain = replace(report, tally=tally, share=None, kappa=_NO_KAPPA, rows=rows)
        return replace(plain, groups={}, grades={}, differ=())
    by = _told(report.tally.by, least)
    return replace(
        report,
        tally=Tally(cases, by),
        share=None if by[Verdict.IN] is None else report.share,
        kappa=_kappa(report.kappa, cases, least),
        rows=_rows(report, by, least),
        groups={},
        grades={},
        differ=(),
    )


def _told(counts: Mapping[K, Count], least: int) -> dict[K, Count]:
    names = {f"{place:03}": key for place, key in enumerate(counts)}
    shown = told({name: counts[key] or 0 for name, key in names.items()}, least)
    return {
        key: None if shown[name] == TOO_FEW else counts[key]
        for name, key in names.items()
    }


def _kappa(kappa: Kappa, cases: int, least: int) -> Kappa:
    measured = kappa.cases or 0
    if measured < least:
        return _NO_KAPPA
    return kappa._replace(cases=None) if 0 < cases - measured < least else kappa


def _rows(
    report: LadderReport, by: Mapping[Verdict, Count], least: int
) -> tuple[Row, ...]:
    cells: dict[Verdict, dict[Cell, Count]] = {one: {} for one in Verdict}
    several: dict[Cell, Count] = {}
    for row in report.rows:
        for column, count in row.placed.items():
            if column == SEVERAL:
                several[row.expected, column] = count
            else:
                verdict = Pair(row.expected, Ends(column, column)).verdict
                cells[verdict][row.expected, column] = count
    shown: dict[Cell, Count] = {}
    for verdict, counts in cells.items():
        is_told = by[verdict] is not None
        shown |= _told(counts, least) if is_told else dict.fromkeys(counts)
    # Else one cell that is left out could follow from this column and the totals.
    all_told = None not in shown.values()
    shown |= _told(several, least) if all_told else dict.fromkeys(several)
    return tuple(
        Row(
            row.expected, {column: shown[row.expected, column] for column in row.placed}
        )
        for row in report.rows
    )
