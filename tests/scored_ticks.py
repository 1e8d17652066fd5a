"""The small questionnaire with scales that count ticks, as files and loaded."""

import tomllib
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w

from screener.catalog import load_questionnaire
from screener.model import Questionnaire
from tests.small import SMALL

_SIGNS: dict[str, Any] = {
    "link_id": "signs",
    "type": "choices",
    "text": "Which of these were true of your use?",
    "short": "Signs",
    "why": "How many there are tells how strong the trouble is.",
    "cite": ["guide"],
    "enable_when": {"item": "days", "at_least": "some"},
    "option": [
        {"code": "more", "text": "More than I meant to", "score": 1},
        {"code": "time", "text": "It took a lot of time", "score": 1},
        {"code": "risky", "text": "Used while driving", "score": 2},
        {"code": "none", "text": "None of these", "exclusive": True},
    ],
}
"""Ticks that do nothing but score, behind a gate."""

_SCALE: dict[str, Any] = {
    "id": "trouble",
    "name": "Trouble from use",
    "items": ["problems", "signs", "low"],
    "cite": ["scale"],
    "band": [
        {"from": 0, "name": "None or one"},
        {"from": 2, "name": "Some", "rates": {"use": 1}, "says": "Some trouble."},
        {"from": 4, "name": "Much", "rates": {"use": 2}, "says": "Much trouble."},
        {"from": 8, "name": "Severe", "rates": {"use": 4}, "says": "Severe trouble."},
    ],
}
"""Ticks and a choice together; the choice counts in another scale, too."""


def write_scored_ticks(folder: Path) -> Path:
    """Write the questionnaire into a folder that is not there yet.

    Args:
        folder: The folder.
    """
    copytree(SMALL, folder)
    head = tomllib.loads((folder / "questionnaire.toml").read_text(encoding="utf-8"))
    head["id"] = "scored-ticks"
    head["scale"].append(_SCALE)
    (folder / "questionnaire.toml").write_text(tomli_w.dumps(head), encoding="utf-8")
    path = folder / "items-use.toml"
    section = tomllib.loads(path.read_text(encoding="utf-8"))
    problems = next(one for one in section["item"] if one["link_id"] == "problems")
    # One tick only scores, one rates and scores, and one does nothing but rate.
    cravings, lost_work, gaps, _ = problems["option"]
    del cravings["rates"]
    cravings["score"], lost_work["score"], gaps["score"] = 1, 2, 0
    place = section["item"].index(problems) + 1
    section["item"].insert(place, _SIGNS)
    # A tick that scores opens a question as well.
    gate = {"item": "signs", "ticked": "risky"}
    low = next(one for one in section["item"] if one["link_id"] == "low")
    low["enable_when"] = {"any": [gate, {"item": "interest", "at_least": "some"}]}
    path.write_text(tomli_w.dumps(section), encoding="utf-8")
    return folder


@cache
def scored_ticks() -> Questionnaire:
    """The questionnaire."""
    with TemporaryDirectory() as folder:
        return load_questionnaire(write_scored_ticks(Path(folder) / "scored-ticks"))
