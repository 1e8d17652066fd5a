"""Agreement, ladder by ladder, as tables for JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from screener.agreement import (
    RESAMPLES,
    SEED,
    SEVERAL,
    Compared,
    Interval,
    Kappa,
    LadderReport,
    Row,
    Tally,
    Verdict,
)

_DIGITS = 4


def reports_table(reports: Iterable[LadderReport]) -> list[dict[str, Any]]:
    """Return what is found on each ladder; `null` for a count that is too small.

    Args:
        reports: The reports.
    """
    return [_report(one) for one in reports]


def resampling_table() -> dict[str, int]:
    """Return how the intervals of kappa are reached."""
    return {"resamples": RESAMPLES, "seed": SEED}


def _report(report: LadderReport) -> dict[str, Any]:
    rungs = [one.id for one in report.rungs]
    return {
        "ladder": report.ladder.id,
        **_tally(report.tally),
        "in_interval": _interval(report.share),
        "kappa": _kappa(report.kappa),
        "table": [_row(rungs, row) for row in report.rows],
        "groups": _tallies(report.groups),
        "grades": _tallies(report.grades),
        "differ": [_case(rungs, one) for one in report.differ],
    }


def _tally(tally: Tally) -> dict[str, int | None]:
    by = {verdict.value: tally.by[verdict] for verdict in Verdict}
    return {"cases": tally.cases, **by, "settled": tally.settled}


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, dict[str, int | None]]:
    return {label: _tally(tally) for label, tally in tallies.items()}


def _kappa(kappa: Kappa) -> dict[str, Any]:
    return {
        "cases": kappa.cases,
        "value": None if kappa.value is None else round(kappa.value, _DIGITS),
        "interval": _interval(kappa.interval),
        "missing": kappa.missing and kappa.missing.value,
    }


def _interval(interval: Interval | None) -> list[float] | None:
    return interval and [round(one, _DIGITS) for one in interval]


def _row(rungs: list[str], row: Row) -> dict[str, Any]:
    return {
        "expected": [rungs[place] for place in row.expected],
        "placed": {rung: row.placed[place] for place, rung in enumerate(rungs)},
        "several": row.placed[SEVERAL],
    }


def _case(rungs: list[str], one: Compared) -> dict[str, Any]:
    return {
        "id": one.case.id,
        "verdict": one.pair.verdict.value,
        "expected": [rungs[place] for place in one.pair.expected],
        "placed": [rungs[place] for place in one.pair.placed],
        "stands": one.stands.value,
        "rules": [rule.id for rule in one.rules],
        "possible": [rule.id for rule in one.possible],
        "unknown": list(one.unknown),
    }
