"""The license of a package is one that is allowed, or it is named."""

import pytest

from tests.supply.licenses import LIST, as_list, locked, main, read_policy, refused

POLICY = read_policy()
PROGRAM = frozenset({"shipped", "pyphen"})


@pytest.mark.parametrize(
    ("name", "license", "is_allowed"),
    [
        ("shipped", "MIT", True),
        ("shipped", "Apache-2.0 AND MIT", True),
        ("shipped", "Apache Software License; BSD License", True),
        ("shipped", "GPL-3.0-only OR MIT", True),
        ("shipped", "(GPL-3.0-only OR MIT)", True),
        ("shipped", "GPL-3.0-only", False),
        ("shipped", "GPL-3.0-only AND MIT", False),
        ("shipped", "GNU Lesser General Public License v3 (LGPLv3)", False),
        ("tests-it", "GNU Lesser General Public License v3 (LGPLv3)", True),
        ("tests-it", "GPL-3.0-only", False),
        ("shipped", "UNKNOWN", False),
        ("shipped", "", False),
        ("pyphen", "UNKNOWN", True),
        ("level-of-care-screener", "Apache-2.0 AND OFL-1.1", True),
    ],
)
def test_a_license_is_judged(name: str, license: str, is_allowed: bool) -> None:
    packages = [{"Name": name, "License": license}]
    assert [*refused(packages, PROGRAM, POLICY)] == (
        [] if is_allowed else [f"{name}: {license}"]
    )


def test_only_what_the_program_needs_is_listed() -> None:
    packages = [
        {"Name": name, "License": "MIT"} for name in ("shipped", "pyphen", "tests-it")
    ]
    rows = as_list(packages, PROGRAM, POLICY).splitlines()[-2:]
    assert rows[0].startswith("| pyphen | MPL-1.1 | one of three")
    assert rows[1] == "| shipped | MIT |  |"


def test_a_license_that_is_not_allowed_fails_the_gate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([], [{"Name": "new", "License": "Proprietary"}]) == 1
    assert "new: Proprietary" in capsys.readouterr().err


def test_the_list_names_every_locked_package_of_the_program() -> None:
    text = LIST.read_text(encoding="utf-8")
    windows = {"colorama"}
    assert [
        one for one in locked("program") - windows if f"| {one} |" not in text
    ] == []
