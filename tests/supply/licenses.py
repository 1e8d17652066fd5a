"""Checks the license of every package, and lists those of what the program needs.

    python -m tests.supply.licenses [--write]

It reads what `pip-licenses --format=json` prints, on standard input.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
LIST = ROOT / "docs" / "licenses.md"

_OWN = "level-of-care-screener"

_HEAD = """\
# Licenses

What the program needs, with every extra, and under which licenses; `make licenses`
writes this list by what the packages say of themselves. Their releases are in
[requirements/program.txt](../requirements/program.txt). `make check` refuses a package
with a license that [requirements/licenses.toml](../requirements/licenses.toml) does not
allow, those that only test or build the program among them.

The program itself: [Apache-2.0](../LICENSE), and its PDF's font
[OFL-1.1](../screener/summary/page/fonts/OFL.txt). Published instruments have terms of
their own: `screener questionnaires` lists them.

| package | license | |
| --- | --- | --- |
"""


class Policy(NamedTuple):
    """Which licenses are allowed."""

    allowed: frozenset[str]
    allowed_for_development: frozenset[str]
    read: Mapping[str, Mapping[str, str]]
    """What somebody read in a package whose metadata leaves it open."""


def read_policy(file: Path = ROOT / "requirements" / "licenses.toml") -> Policy:
    """Return what `requirements/licenses.toml` says."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Policy(
        frozenset(table["allowed"]),
        frozenset(table["allowed_for_development"]),
        table["read"],
    )


def locked(name: str) -> frozenset[str]:
    """Return the packages that a file of `requirements/` names."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(map(normal, re.findall(r"^([\w.-]+)==", text, re.MULTILINE)))


def normal(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def refused(
    packages: Iterable[Mapping[str, str]], program: frozenset[str], policy: Policy
) -> Iterator[str]:
    """Yield a line for each package whose license is not allowed.

    Args:
        packages: What pip-licenses says of each.
        program: The names of those that the program needs.
        policy: What is allowed.
    """
    for package in packages:
        name, license = normal(package["Name"]), package["License"]
        if name in policy.read or name == _OWN:
            continue
        allowed = policy.allowed
        if name not in program:
            allowed |= policy.allowed_for_development
        if not _is_allowed(license, allowed):
            yield f"{name}: {license}"


def _is_allowed(license: str, allowed: frozenset[str]) -> bool:
    """Whether one of the alternatives is allowed in all its parts."""
    alternatives = license.split(" OR ")
    return any(
        all(part.strip(" ()") in allowed or part in allowed for part in _parts(one))
        for one in alternatives
    )


def _parts(license: str) -> list[str]:
    return [part.strip() for part in re.split(r";| AND ", license)]


def as_list(
    packages: Iterable[Mapping[str, str]], program: frozenset[str], policy: Policy
) -> str:
    """Return the list of licenses of what the program needs, as Markdown."""
    rows = []
    for package in packages:
        name, license = normal(package["Name"]), package["License"]
        if name in program:
            read = policy.read.get(name, {"license": license, "because": ""})
            rows.append(f"| {name} | {read['license']} | {read['because']} |\n")
    return _HEAD + "".join(sorted(rows))


def main(arguments: list[str], packages: list[dict[str, Any]]) -> int:
    """Check, and write the list where that is asked for."""
    policy, program = read_policy(), locked("program")
    wrong = [*refused(packages, program, policy)]
    for line in wrong:
        print(f"Its license is not allowed: {line}", file=sys.stderr)
    if wrong:
        print("See requirements/licenses.toml.", file=sys.stderr)
        return 1
    text = as_list(packages, program, policy)
    if "--write" in arguments:
        LIST.write_text(text, encoding="utf-8")
    elif LIST.read_text(encoding="utf-8") != text:
        print("docs/licenses.md is out of date: make licenses", file=sys.stderr)
        return 1
    print(f"{len(packages)} packages, every license allowed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], json.load(sys.stdin)))
