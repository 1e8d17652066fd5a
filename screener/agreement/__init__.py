"""How far placements agree with what an expert, or a counselor, says."""

from typing import TYPE_CHECKING

from screener.lazy import attach

if TYPE_CHECKING:
    from screener.agreement.cases import MOST_CASES, Cases
    from screener.agreement.comparing import (
        Case,
        Compared,
        Ends,
        Pair,
        Verdict,
        compare,
    )
    from screener.agreement.folder import Holds, case_files, what_is_in
    from screener.agreement.hiding import hidden
    from screener.agreement.kappa import (
        RESAMPLES,
        SEED,
        Interval,
        Kappa,
        Missing,
        can_measure,
        weighted_kappa,
    )
    from screener.agreement.picture import FORMATS, check_can_draw, draw
    from screener.agreement.report import (
        SEVERAL,
        LadderReport,
        Name,
        Row,
        Tally,
        ladder_report,
        ladder_reports,
    )
    from screener.agreement.views import Views

__getattr__ = attach(
    __name__,
    {
        "cases": "MOST_CASES Cases",
        "comparing": "Case Compared Ends Pair Verdict compare",
        "folder": "Holds case_files what_is_in",
        "hiding": "hidden",
        "kappa": "RESAMPLES SEED Interval Kappa Missing can_measure weighted_kappa",
        "picture": "FORMATS check_can_draw draw",
        "report": "SEVERAL LadderReport Name Row Tally ladder_report ladder_reports",
        "views": "Views",
    },
)

__all__ = [
    "FORMATS",
    "MOST_CASES",
    "RESAMPLES",
    "SEED",
    "SEVERAL",
    "Case",
    "Cases",
    "Compared",
    "Ends",
    "Holds",
    "Interval",
    "Kappa",
    "LadderReport",
    "Missing",
    "Name",
    "Pair",
    "Row",
    "Tally",
    "Verdict",
    "Views",
    "can_measure",
    "case_files",
    "check_can_draw",
    "compare",
    "draw",
    "hidden",
    "ladder_report",
    "ladder_reports",
    "weighted_kappa",
    "what_is_in",
]
