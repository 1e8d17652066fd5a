"""Counts of clients that are too small are left out, and do not follow from others."""

from itertools import chain

import pytest

from screener.agreement import (
    SEVERAL,
    Ends,
    LadderReport,
    Missing,
    Name,
    Pair,
    Verdict,
    hidden,
    ladder_report,
)

LEVEL = Name("level", "Level")
RUNGS = tuple(Name(one, one.upper()) for one in ("a", "b", "c"))


def reported(**counts: int) -> LadderReport:
    """A report on as many pairs as are named: `ab_c` is a to b expected, c placed."""
    pairs = [
        Pair(*(Ends("abc".index(part[0]), "abc".index(part[-1])) for part in parts))
        for name, count in counts.items()
        for parts in [name.split("_")]
        for _ in range(count)
    ]
    return ladder_report(LEVEL, RUNGS, pairs)


def cells(report: LadderReport) -> dict[str, int | None]:
    columns = {0: "a", 1: "b", 2: "c", SEVERAL: "several"}
    return {
        f"{'abc'[row.expected.low]}_{columns[column]}": count
        for row in report.rows
        for column, count in row.placed.items()
        if count != 0
    }


def test_of_too_few_nothing_is_told() -> None:
    shown = hidden(reported(a_a=5, b_b=5), 11)
    assert shown.tally.cases is None
    assert {*shown.tally.by.values()} == {None}
    assert shown.tally.settled is None
    assert shown.share is None
    assert shown.kappa.missing is Missing.TOO_FEW
    assert shown.kappa.value is None
    assert {*chain(*(row.placed.values() for row in shown.rows))} == {None}


def test_that_there_is_nobody_may_be_told() -> None:
    assert hidden(reported(), 11).tally.cases == 0


def test_where_all_are_many_all_is_told() -> None:
    before = reported(a_a=20, a_b=12, b_b=30, b_a=11)
    shown = hidden(before, 11)
    assert shown.tally == before.tally
    assert shown.kappa == before.kappa
    assert shown.share == before.share
    assert cells(shown) == {"a_a": 20, "a_b": 12, "b_b": 30, "b_a": 11}


def test_one_small_count_hides_the_next_one_too() -> None:
    shown = hidden(reported(a_a=30, b_b=30, a_b=3), 11)
    # 63 - 60 would tell the three.
    assert shown.tally.cases == 63
    assert shown.tally.by[Verdict.OVER] is None
    assert shown.tally.by[Verdict.IN] is None
    assert shown.share is None
    assert all(count is None for count in cells(shown).values())


def test_cells_do_not_follow_from_the_counts_above_them() -> None:
    # All are in range; 43 - 40 would tell the three.
    shown = hidden(reported(a_a=20, b_b=20, c_c=3), 11)
    assert shown.tally.by[Verdict.IN] == 43
    told = cells(shown)
    assert told["c_c"] is None
    assert [told["a_a"], told["b_b"]].count(None) == 1
    # Nor from the column of those on several rungs.
    shown = hidden(reported(a_a=20, c_c=3, ab_a=30, ab_ab=20), 11)
    told = cells(shown)
    assert told["c_c"] is None
    assert told["a_several"] is None


def test_how_many_kappa_rests_on_does_not_tell_the_rest() -> None:
    shown = hidden(reported(a_a=20, b_b=20, ab_a=3), 11)
    assert shown.kappa.value == 1
    assert shown.kappa.cases is None
    few = hidden(reported(a_a=5, b_b=4, ab_a=30), 11)
    assert few.kappa.missing is Missing.TOO_FEW


@pytest.mark.parametrize("least", [1, 2, 5])
def test_the_smallest_count_may_be_another(least: int) -> None:
    shown = hidden(reported(a_a=5, b_a=1, b_b=5, a_b=2), least)
    small = [count for count in (1, 2, 5) if count < least]
    told = [count for count in cells(shown).values() if count is not None]
    assert not {*small} & {*told}
    assert (least == 1) == (len(told) == 4)
