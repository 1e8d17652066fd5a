"""Quadratically weighted kappa and intervals, by NumPy and SciPy.

Kappa is 1 - D/E: D is the mean squared distance, in rungs, between the two sides, and E
the mean that would be found if the same placements of each side met by chance (Cohen
1968, with the squared distance as the weight of a disagreement).
"""

import warnings
from collections.abc import Sequence
from enum import StrEnum
from importlib.util import find_spec
from typing import Any, NamedTuple

RESAMPLES = 2_000
SEED = 1
"""Of the random numbers: the same cases have the same interval on every run."""

_CONFIDENCE = 0.95
_ENOUGH = 0.95
"""The share of the resamples that must have a kappa for an interval to be given."""
_AT_ONCE = 4_000_000
"""Numbers that are held at once while cases are drawn again."""


class Missing(StrEnum):
    """Why there is no kappa, or no interval."""

    NO_CASES = "no-cases"
    """No case has one rung expected and one rung placed."""
    ONE_RUNG = "one-rung"
    """All of them have one and the same rung on both sides: there is no chance
    agreement to correct for."""
    TOO_ALIKE = "too-alike"
    """Too many resamples hold one rung only: there is no interval."""
    TOO_FEW = "too-few"
    """Counts that are too small are not told."""
    NOT_INSTALLED = "not-installed"


class Interval(NamedTuple):
    """From where to where a figure may lie, at 95 % confidence."""

    low: float
    high: float


class Kappa(NamedTuple):
    """Quadratically weighted kappa."""

    cases: int | None
    """With one rung expected, and placed on one rung."""
    value: float | None
    interval: Interval | None
    missing: Missing | None = None
    """Why there is no value, or no interval."""


def can_measure() -> bool:
    """Whether the optional libraries for kappa and intervals are installed."""
    return find_spec("numpy") is not None and find_spec("scipy") is not None


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> Kappa:
    """Measure the agreement of two sides.

    Args:
        pairs: For each case, the place of the rung by either side.
    """
    if not pairs:
        return Kappa(0, None, None, Missing.NO_CASES)
    if not can_measure():
        return Kappa(len(pairs), None, None, Missing.NOT_INSTALLED)
    import numpy as np

    expected, placed = np.array(pairs, dtype=float).T
    value = float(_kappa(expected, placed))
    if np.isnan(value):
        return Kappa(len(pairs), None, None, Missing.ONE_RUNG)
    interval = _interval(expected, placed)
    missing = None if interval else Missing.TOO_ALIKE
    return Kappa(len(pairs), value, interval, missing)


def share_interval(count: int, cases: int) -> Interval | None:
    """Return the interval of a share (Wilson's); `None` without cases or libraries.

    Args:
        count: How many.
        cases: Of how many.
    """
    if not cases or not can_measure():
        return None
    from scipy.stats import binomtest

    found = binomtest(count, cases).proportion_ci(_CONFIDENCE, method="wilson")
    return Interval(float(found.low), float(found.high))


def _kappa(expected: Any, placed: Any, axis: int = -1) -> Any:
    """Return kappa along an axis; not a number where all are on one rung."""
    import numpy as np

    found = np.mean((expected - placed) ** 2, axis=axis)
    apart = np.mean(expected, axis=axis) - np.mean(placed, axis=axis)
    by_chance = np.var(expected, axis=axis) + np.var(placed, axis=axis) + apart**2
    with np.errstate(invalid="ignore"):
        return 1 - found / by_chance


def _interval(expected: Any, placed: Any) -> Interval | None:
    """Return the percentiles of kappa among cases that are drawn again."""
    import numpy as np
    from scipy.stats import DegenerateDataWarning, bootstrap

    if len(expected) < 2:
        return None
    with warnings.catch_warnings():
        # Resamples on one rung have no kappa; they are counted below.
        warnings.simplefilter("ignore", DegenerateDataWarning)
        drawn = bootstrap(
            (expected, placed),
            _kappa,
            n_resamples=RESAMPLES,
            batch=max(1, _AT_ONCE // len(expected)),
            paired=True,
            vectorized=True,
            method="percentile",
            rng=np.random.default_rng(SEED),
        ).bootstrap_distribution
    kappas = drawn[~np.isnan(drawn)]
    if len(kappas) < _ENOUGH * RESAMPLES:
        return None
    tail = 50 * (1 - _CONFIDENCE)
    low, high = np.percentile(kappas, [tail, 100 - tail])
    return Interval(float(low), float(high))
