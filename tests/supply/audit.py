"""Looks for known vulnerabilities in all locked packages, with pip-audit.

    python -m tests.supply.audit [--required]

pip-audit reports no vulnerabilities where it found no data at all, such as behind an
index that has none. Here that counts as what it is: not audited. It is no failure
unless it is `--required`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
FILES = ("bench", "supply")
"""In `requirements/`: together they name every locked package."""


class Audit(NamedTuple):
    """What was found out."""

    audited: frozenset[str]
    not_audited: frozenset[str]
    vulnerable: tuple[str, ...]
    """A line for each vulnerability."""
    problem: str = ""
    """Why nothing was found out, where pip-audit itself failed."""


def read(report: Mapping[str, Any]) -> Audit:
    """Return what a report of pip-audit says.

    Args:
        report: Its JSON.
    """
    skipped, audited, lines = set(), set(), []
    for package in report["dependencies"]:
        if "skip_reason" in package:
            skipped.add(package["name"])
            continue
        name = f"{package['name']} {package['version']}"
        audited.add(package["name"])
        for found in package["vulns"]:
            fixed = ", ".join(found["fix_versions"]) or "no release yet"
            lines.append(f"{name}: {found['id']} (fixed in {fixed})")
    return Audit(frozenset(audited), frozenset(skipped), tuple(lines))


def conclude(audits: Sequence[Audit], *, required: bool) -> tuple[int, str]:
    """Return the exit code, and what to say.

    Args:
        audits: What was found out about each file.
        required: Whether it is a failure if there was no data.
    """
    audited = frozenset[str]().union(*(one.audited for one in audits))
    missing = frozenset[str]().union(*(one.not_audited for one in audits)) - audited
    vulnerable = [line for one in audits for line in one.vulnerable]
    problems = [one.problem for one in audits if one.problem]
    if vulnerable:
        return 1, "\n".join(["Known vulnerabilities:", *sorted({*vulnerable})])
    if not audited:
        reason = problems[0] if problems else "the index has no such data"
        words = (
            "NOT AUDITED: no data about vulnerabilities can be reached from here "
            f"({reason}). This says nothing about the packages."
        )
    elif missing or problems:
        names = ", ".join(sorted(missing)) or problems[0]
        words = (
            f"{len(audited)} packages have no known vulnerability. "
            f"NOT AUDITED, for want of data: {names}."
        )
    else:
        return 0, f"{len(audited)} packages, no known vulnerability."
    return (3 if required else 0), words


def audit(file: Path) -> Audit:
    """Run pip-audit over a file of locked packages."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            *(str(Path(sys.executable).with_name("pip-audit")), "--disable-pip"),
            *("--require-hashes", "--progress-spinner", "off", "--timeout", "10"),
            *("--requirement", str(file), "--format", "json", "--output", str(report)),
        ]
        try:
            run = subprocess.run(
                command, capture_output=True, text=True, timeout=240, check=False
            )
        except subprocess.TimeoutExpired:
            return Audit(frozenset(), frozenset(), (), "no answer in time")
        if report.exists() and (content := report.read_text(encoding="utf-8")):
            return read(json.loads(content))
    *_, last = run.stderr.strip().splitlines() or ["pip-audit said nothing"]
    return Audit(frozenset(), frozenset(), (), last[:200])


def main(arguments: list[str]) -> int:
    """Audit all files."""
    audits = [audit(ROOT / "requirements" / f"{name}.txt") for name in FILES]
    code, words = conclude(audits, required="--required" in arguments)
    print(words, file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
