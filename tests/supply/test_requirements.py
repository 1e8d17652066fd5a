"""`requirements/`: every package that is installed, with its hashes, from no host."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from screener.distribution import NAME
from tests.supply.licenses import ROOT, locked, normal

FILES = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
EXTRAS = tuple(PROJECT["project"]["optional-dependencies"])
PINS = re.compile(r"^([\w.-]+==[^ ]+).*\\$", re.MULTILINE)


def pins(name: str) -> set[str]:
    return {*PINS.findall((ROOT / "requirements" / f"{name}.txt").read_text())}


def named(*groups: str) -> set[str]:
    """The packages that dependencies, extras and groups of pyproject.toml name."""
    project, more = PROJECT["project"], PROJECT["dependency-groups"]
    tables = {
        "": project["dependencies"],
        **project["optional-dependencies"],
        **more,
    }
    lines = [line for one in groups for line in tables[one] if isinstance(line, str)]
    return {normal(re.split(r"[^\w.-]", line)[0]) for line in lines}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_package_has_one_release_and_its_hashes(file: Path) -> None:
    lines = [one for one in file.read_text().splitlines() if one and "#" not in one]
    starts = [one for one in lines if not one.startswith("    ")]
    assert len(starts) > 10
    for one in starts:
        assert re.match(r"[\w.-]+==[\w.]+( ; .*)? \\$", one), one
    for one in lines:
        if one not in starts:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", one), one


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_host_is_named(file: Path) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links| @ ", file.read_text())


@pytest.mark.parametrize(
    ("file", "groups"),
    [
        ("run", ("", "pdf", "build")),
        ("program", ("", *EXTRAS, "build")),
        ("dev", ("", *EXTRAS, "build", "test", "static")),
        ("bench", ("", "test", "static", "bench")),
        ("supply", ("supply",)),
    ],
)
def test_what_the_project_names_is_locked(file: str, groups: tuple[str, ...]) -> None:
    assert named(*groups) - locked(file) == set(), "make lock"


def test_one_package_has_the_same_release_everywhere() -> None:
    assert pins("run") <= pins("program") <= pins("dev") <= pins("bench")


def test_the_distribution_has_the_name_that_is_advised() -> None:
    assert PROJECT["project"]["name"] == NAME
    assert PROJECT["project"]["scripts"] == {"screener": "screener.cli:main"}
