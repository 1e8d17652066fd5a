"""`screener questionnaires`: what is installed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from screener.catalog import CORE, Selection, installed
from screener.cli.output import complain
from screener.cli.paths import check_folder
from screener.errors import QuestionnaireError
from screener.language import _, ngettext, spoken
from screener.model import Questionnaire


def list_questionnaires(
    more: Sequence[Path], *, as_json: bool, language: str | None = None
) -> int:
    """Print all questionnaires, and go on after one that cannot be used.

    Args:
        more: Folders beside the shipped one to look in.
        as_json: Whether to print one JSON list instead of text.
        language: The code of the language that is asked for, if one is. One that is
            not there in it is told in its own.

    Returns:
        The exit code: 1 if any cannot be used.
    """
    found: list[dict[str, Any]] = []
    for folder in more:
        check_folder(folder)
    folders = installed(more)
    wanted = language or (None if as_json else spoken())
    for folder in folders:
        try:
            found.append(_table(_load(folder, wanted), folder))
        except QuestionnaireError as error:
            complain(str(error))
    if as_json:
        print(json.dumps(found, indent=2))
    else:
        for one in found:
            _print(one)
    return 0 if len(found) == len(folders) else 1


def _load(folder: Path, language: str | None) -> Questionnaire:
    """A questionnaire in a language, or in its own where it is not there."""
    selection = Selection(folder)
    if language in selection.languages():
        return selection._replace(language=language).load()
    return selection.load()


def _table(questionnaire: Questionnaire, folder: Path) -> dict[str, Any]:
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": questionnaire.title,
        "questions": len(questionnaire.item),
        "adds_to": [join.to for join in questionnaire.join],
        "instruments": [
            {"name": one.name, "credit": one.credit, "terms": one.terms}
            for one in questionnaire.instrument
        ],
        "folder": str(folder),
    }


def _print(one: dict[str, Any]) -> None:
    print(f"{one['id']} {one['version']}: {one['title']}")
    words = ngettext("{n} question", "{n} questions", one["questions"])
    parts = [words.format(n=one["questions"])]
    if CORE in one["adds_to"]:
        adds = _("{option} asks it in a visit")
        parts.append(adds.format(option=f"--add {one['id']}"))
    print(f"  {'; '.join(parts)}")
    for instrument in one["instruments"]:
        print(f"  {instrument['name']}. {instrument['credit']} {instrument['terms']}")
