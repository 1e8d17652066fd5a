"""Copies of the small questionnaire with a supporter's words, also in Spanish."""

import shutil
import tomllib
from pathlib import Path

import tomli_w

from screener.catalog import load_questionnaire
from screener.catalog.supporter import supporter_file
from screener.catalog.supporter_sheet import (
    supporter_sheet,
    translated_supporter_sheet,
)
from screener.catalog.translatable_text import words_of
from screener.catalog.translating import OF, read_words
from screener.catalog.translation_sheet import put, translation_sheet, written
from tests.small import SMALL


def copy_of_small(tmp_path: Path, *, spanish: bool = False) -> Path:
    """Copy the small questionnaire; in Spanish, words begin with `es` or `apoyo`."""
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    if spanish:
        translate(folder)
    return folder


def translate(folder: Path) -> None:
    """Write both Spanish files of a copy, whatever was there."""
    questionnaire = load_questionnaire(folder)
    own, supporter = folder / "es.toml", supporter_file(folder, "es")
    for path in (own, supporter):
        path.unlink(missing_ok=True)
    _fill(
        own, translation_sheet(questionnaire, own, "es"), words_of(questionnaire), "es"
    )
    words, _, _ = read_words(supporter_file(folder))
    sheet = translated_supporter_sheet(questionnaire, folder, "es")
    _fill(supporter, sheet, words, "apoyo")


def refresh(folder: Path) -> None:
    """Write every `of` of a copy's supporter's words again."""
    path = supporter_file(folder)
    kept = [line for line in path.read_text().splitlines() if not line.startswith(OF)]
    path.write_text("\n".join(kept))
    path.write_text(supporter_sheet(load_questionnaire(folder), folder))


def _fill(
    path: Path, sheet: str, words: dict[tuple[str, ...], str], begin: str
) -> None:
    path.write_text(sheet)
    tables = tomllib.loads(sheet)
    there, of, _ = read_words(path)
    filled = {key: value for key, value in tables.items() if isinstance(value, str)}
    for entry, digest in of.items():
        put(filled, (*entry, OF), digest)
    for place in there:
        put(filled, place, f"{begin} {words[place]}")
    path.write_text(written(filled))
    assert tomli_w.dumps(tomllib.loads(path.read_text()))
