"""`make audit`: what it could not look up it never calls free of vulnerabilities."""

from typing import Any

import pytest

from tests.supply.audit import Audit, conclude, read

CLEAN = {"name": "clean", "version": "1.0", "vulns": []}
UNKNOWN = {"name": "unknown", "skip_reason": "not found"}
BROKEN = {
    "name": "broken",
    "version": "2.0",
    "vulns": [{"id": "CVE-1", "fix_versions": ["2.1"]}],
}
FAILED = Audit(frozenset(), frozenset(), (), "Could not connect")


@pytest.mark.parametrize(
    ("packages", "code", "required", "words"),
    [
        ([CLEAN], 0, 0, "1 packages, no known vulnerability."),
        ([UNKNOWN], 0, 3, "NOT AUDITED: no data about vulnerabilities"),
        ([CLEAN, UNKNOWN], 0, 3, "NOT AUDITED, for want of data: unknown"),
        ([BROKEN], 1, 1, "broken 2.0: CVE-1 (fixed in 2.1)"),
        ([BROKEN, UNKNOWN], 1, 1, "broken 2.0: CVE-1"),
        ([], 0, 3, "NOT AUDITED"),
    ],
)
def test_the_report_is_read_for_what_it_leaves_out(
    packages: list[dict[str, Any]], code: int, required: int, words: str
) -> None:
    found = read({"dependencies": packages})
    assert conclude([found], required=True)[0] == required
    assert conclude([found], required=False)[0] == code
    assert words in conclude([found], required=False)[1]


def test_a_failed_run_says_why_nothing_was_audited() -> None:
    code, words = conclude([FAILED], required=False)
    assert code == 0
    assert words.startswith("NOT AUDITED")
    assert "Could not connect" in words


def test_a_failed_run_beside_a_good_one_is_named() -> None:
    good = read({"dependencies": [CLEAN]})
    assert "Could not connect" in conclude([good, FAILED], required=False)[1]
    assert conclude([good, FAILED], required=True)[0] == 3
