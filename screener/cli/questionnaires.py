"""`screener questionnaires`: what is installed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from screener.catalog import CORE, installed, load_questionnaire
from screener.cli.output import complain
from screener.errors import QuestionnaireError
from screener.model import Questionnaire


def list_questionnaires(more: Sequence[Path], *, as_json: bool) -> int:
    """Print all questionnaires, and go on after one that cannot be used.

    Args:
        more: Folders beside the shipped one to look in.
        as_json: Whether to print one JSON list instead of text.

    Returns:
        The exit code: 1 if any cannot be used.
    """
    found: list[dict[str, Any]] = []
    folders = installed(more)
    for folder in folders:
        try:
            found.append(_table(load_questionnaire(folder), folder))
        except QuestionnaireError as error:
            complain(str(error))
    if as_json:
        print(json.dumps(found, indent=2))
    else:
        for one in found:
            _print(one)
    return 0 if len(found) == len(folders) else 1


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
    added = f"; --add {one['id']} asks it in a visit" if CORE in one["adds_to"] else ""
    print(f"  {one['questions']} questions{added}")
    for instrument in one["instruments"]:
        print(f"  {instrument['name']}. {instrument['credit']} {instrument['terms']}")
