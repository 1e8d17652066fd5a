"""Weighted kappa, against published examples and figures worked out by hand."""

from collections.abc import Sequence
from importlib.util import find_spec

import pytest

from screener.agreement import Interval, Kappa, Missing, weighted_kappa
from screener.agreement.kappa import share_interval

Table = Sequence[Sequence[int]]


def pairs_of(table: Table) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


XEROMAMMOGRAMS = ((21, 12, 0, 0), (4, 17, 1, 0), (3, 9, 15, 2), (0, 0, 0, 1))
"""Two radiologists, 85 pictures; the manual of Stata, [R] kappa, has 0.6714 for it
with squared weights.

By hand: the squared distances add up to 12 + 5 + 23 = 40. The rows have a mean of
83/85 and a mean square of 147/85 (from 0 on), the columns of 79/85 and 129/85; by
chance the mean squared distance is (147 + 129)/85 - 2 * 83 * 79 / 85^2 = 1.43197.
1 - (40/85) / 1.43197 = 0.67138."""

CARCINOMA = ((22, 2, 2, 0), (5, 7, 14, 0), (0, 2, 36, 0), (0, 1, 17, 10))
"""Two pathologists, 118 slides (Agresti, Categorical Data Analysis).

By hand: the squared distances add up to 10 + 19 + 2 + 21 = 52; the rows have a mean of
186/118 and a mean square of 430/118, the columns of 180/118 and 378/118.
By chance: 808/118 - 2 * 186 * 180 / 118^2 = 2.03850; 1 - (52/118) / 2.03850."""


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (XEROMAMMOGRAMS, 0.67138),
        (CARCINOMA, 0.78382),
        # 1 - (2/8) / (0.25 + 0.25): with two rungs, plain kappa, (6/8 - 1/2) / (1/2).
        (((3, 1), (1, 3)), 0.5),
        # All agree, on two rungs.
        (((4, 0), (0, 4)), 1.0),
        # Nobody agrees: 1 - 1 / (0.25 + 0.25).
        (((0, 4), (4, 0)), -1.0),
        # One side is always one rung graver: 1 - 1 / (0 + 0 + 1).
        (((0, 5), (0, 0)), 0.0),
        # Two rungs apart counts four times: rows 2, 2, 2 and columns 3, 2, 1, so that
        # by chance it is 10/6 + 6/6 - 2 * 1 * 4/6 = 4/3, and 1 - (4/6) / (4/3).
        (((2, 0, 0), (0, 2, 0), (1, 0, 1)), 0.5),
    ],
)
def test_it_is_what_is_published_or_worked_out_by_hand(
    table: Table, value: float
) -> None:
    found = weighted_kappa(pairs_of(table))
    assert found.cases == sum(map(sum, table))
    assert found.value == pytest.approx(value, abs=1e-5)


def test_its_interval_is_the_same_on_every_run_and_holds_the_value() -> None:
    found = weighted_kappa(pairs_of(CARCINOMA))
    assert found == weighted_kappa(pairs_of(CARCINOMA))
    assert found.missing is None
    assert found.interval is not None
    low, high = found.interval
    # By the large-sample standard error of Fleiss, Cohen and Everitt (1969), about
    # 0.78 - 2 * 0.035 to 0.78 + 2 * 0.035.
    assert 0.68 < low < 0.74
    assert 0.82 < high < 0.88


def test_more_cases_make_it_narrower() -> None:
    few, many = (weighted_kappa(pairs_of(XEROMAMMOGRAMS) * n) for n in (1, 9))
    assert few.interval
    assert many.interval
    widths = [one.high - one.low for one in (few.interval, many.interval)]
    assert widths[1] == pytest.approx(widths[0] / 3, rel=0.15)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], Kappa(0, None, None, Missing.NO_CASES)),
        ([(1, 1)], Kappa(1, None, None, Missing.ONE_RUNG)),
        ([(2, 2)] * 30, Kappa(30, None, None, Missing.ONE_RUNG)),
        # One case has no spread to draw from again.
        ([(0, 1)], Kappa(1, 0.0, None, Missing.TOO_ALIKE)),
        # Most resamples lack the only case on another rung.
        ([(0, 0)] * 9 + [(1, 1)], Kappa(10, 1.0, None, Missing.TOO_ALIKE)),
    ],
)
def test_where_it_cannot_be_known_it_says_why(
    pairs: list[tuple[int, int]], found: Kappa
) -> None:
    assert weighted_kappa(pairs) == found


def test_without_the_libraries_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "screener.agreement.kappa.find_spec",
        lambda name: None if name == "scipy" else find_spec(name),
    )
    found = weighted_kappa([(0, 0), (1, 1)])
    assert found == Kappa(2, None, None, Missing.NOT_INSTALLED)
    assert share_interval(1, 2) is None


def test_the_interval_of_a_share_is_wilsons() -> None:
    # Brown, Cai and DasGupta: (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)
    # for 8 of 10: (0.8 + 0.19207 +- 1.95996 sqrt(0.016 + 0.0096036)) / 1.3841459.
    assert share_interval(8, 10) == pytest.approx(Interval(0.49016, 0.94331), abs=1e-4)
    assert share_interval(0, 0) is None
