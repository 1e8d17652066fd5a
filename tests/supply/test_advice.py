"""No advice, anywhere, installs what is not ours."""

import re
import shlex
from pathlib import Path

import pytest

from screener.distribution import NAME, install_command
from tests.supply.licenses import ROOT

ADVICE = re.compile(
    r"\b(?:pip3?|pipx|uv tool|uv pip) install"
    r"(?P<options>(?: --?[\w-]+)*) [\"']?(?P<what>[^\s\"'`]+)"
)
OURS = re.compile(
    rf"({NAME}|\.|/path/to/this/folder)(\[\w+\])?[.,]?|requirements/\w+\.txt|"
    r"/path/to/this/folder/requirements/\w+\.txt"
)
TEXTS = {".py", ".md", ".toml", ".po", ".txt", ".service", ".sh", ".html", ".typ"}


def files() -> list[Path]:
    found = [ROOT / ".ci" / "run", *ROOT.glob("*.md")]
    for folder in ("screener", "questions", "docs", "benchmarks", "requirements"):
        found += [one for one in (ROOT / folder).rglob("*") if one.suffix in TEXTS]
    return [one for one in found if one.is_file()]


def foreign(text: str) -> list[str]:
    """The advice in a text that installs something else."""
    return [
        advice[0]
        for advice in ADVICE.finditer(text)
        if not OURS.fullmatch(advice["what"]) and "{NAME}" not in advice["what"]
    ]


def test_every_advice_names_ours() -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in files()}
    assert sum(len(ADVICE.findall(text)) for text in texts.values()) >= 3
    wrong = {str(file): foreign(text) for file, text in texts.items() if foreign(text)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("advice", "is_ours"),
    [
        ("To get it: pip install 'screener[pdf]'", False),
        ("`pip install screener`", False),
        ("pip install --upgrade screener", False),
        ("pipx install screener", False),
        ("/opt/screener/bin/pip install 'screener[web]'", False),
        ("pip install 'level-of-care-screener-pro[pdf]'", False),
        ("pip install 'level-of-care-screener[pdf]'.", True),
        ("pip install --require-hashes -r requirements/run.txt", True),
        ("pip install '.[population]'.", True),
    ],
)
def test_an_advice_is_read_as_it_is_written(advice: str, is_ours: bool) -> None:
    assert (foreign(advice) == []) is is_ours


def test_the_command_is_one_that_a_shell_takes_as_it_is() -> None:
    assert shlex.split(install_command("pdf")) == ["pip", "install", f"{NAME}[pdf]"]
