"""Copies of questionnaires that are broken on purpose."""

import shutil
import tomllib
from pathlib import Path

from pydantic import BaseModel

from screener.catalog import questionnaire_folder
from tests.small import DATA


class Broken(BaseModel):
    """One edit of the core questionnaire, and what must be found."""

    id: str
    about: str
    file: str
    was: str
    becomes: str
    check: str
    says: str
    rule: str | None = None
    """A rule that decides for nobody."""
    option: tuple[str, str, str] | None = None
    """An item, an option, and the neighbour that leads everyone to the same."""
    tick: tuple[str, str] | None = None
    """An item and an option whose tick changes nothing."""


BROKEN = [
    Broken.model_validate(one)
    for one in tomllib.loads((DATA / "broken.toml").read_text())["broken"]
]


def broken_copy(one: Broken, folder: Path) -> Path:
    """Make the copy; the edit must fit exactly once."""
    shutil.copytree(questionnaire_folder(), folder)
    path = folder / one.file
    text = path.read_text(encoding="utf-8")
    assert text.count(one.was) == 1, f"{one.id}: found {text.count(one.was)} times"
    path.write_text(text.replace(one.was, one.becomes), encoding="utf-8")
    return folder
