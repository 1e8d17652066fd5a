"""Questionnaires in valid TOML whose evaluation would take gigabytes or hours."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.small import SMALL

HEAD = "questionnaire.toml"
GUIDANCE = "guidance.toml"
USE = "items-use.toml"
LIFE = "items-life.toml"

_ANY = """{any = [
    {item = "problems", ticked = "cravings"}, {item = "days", at_least = "some"}
]}"""
MANY_WAYS = f"{{all = [{', '.join([_ANY] * 24)}]}}"
"""A condition with 2 to the power of 24 terms in disjunctive normal form."""


def _questions(count: int, prefix: str) -> str:
    return "".join(
        f'[[item]]\nlink_id = "{prefix}-{n}"\ntype = "choice"\ntext = "A question?"\n'
        'short = "S"\nwhy = "W."\ncite = ["guide"]\n'
        '[[item.option]]\ncode = "no"\ntext = "No"\n'
        '[[item.option]]\ncode = "yes"\ntext = "Yes"\n'
        for n in range(count)
    )


def _many_files(folder: Path) -> None:
    for n in range(200):
        (folder / f"items-{n}.toml").write_text('section = "life"\nitem = []\n')


def _many_questions(folder: Path) -> None:
    for n in range(4):
        text = f'section = "life"\n{_questions(900, f"q{n}")}'
        (folder / f"items-{n}.toml").write_text(text)


def _edit(file: str, was: str, becomes: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert was in text
        path.write_text(text.replace(was, becomes, 1), encoding="utf-8")

    return edit


_SUPPORT = 'link_id = "support"\n'

QUESTIONNAIRES: Mapping[str, Callable[[Path], None]] = {
    "a gate with 16 million ways": _edit(
        LIFE, _SUPPORT, f"{_SUPPORT}enable_when = {MANY_WAYS}\n"
    ),
    "a line with 16 million ways": _edit(
        GUIDANCE, "fits_when = {", f"applies_when = {MANY_WAYS}\nfits_when = {{"
    ),
    "a score of 3 billion": _edit(USE, "score = 3\n", "score = 3000000000\n"),
    "3,600 questions": _many_questions,
    "200 files of questions": _many_files,
}


def make(attack: str, folder: Path) -> Path:
    """Copy the small questionnaire, and make it hostile.

    Args:
        attack: A key of `QUESTIONNAIRES`.
        folder: The folder of the copy.
    """
    shutil.copytree(SMALL, folder)
    QUESTIONNAIRES[attack](folder)
    return folder
