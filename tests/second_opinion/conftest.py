"""The questionnaires that are held against the second opinion."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
import tomli_w

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.model import Questionnaire
from tests.scored_ticks import write_scored_ticks
from tests.second_opinion.people import Placer
from tests.second_opinion.tables import Table, read_tables
from tests.small import SMALL


@pytest.fixture(
    scope="session",
    params=["level-of-care", "small", "tangled", "from 1", "scored ticks"],
)
def folder(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    if request.param == "tangled":
        return tangled(tmp_path_factory.mktemp("questions") / "tangled")
    if request.param == "scored ticks":
        return write_scored_ticks(tmp_path_factory.mktemp("questions") / "ticks")
    if request.param == "from 1":
        return scored_from_1(tmp_path_factory.mktemp("questions") / "from-1")
    return SMALL if request.param == "small" else questionnaire_folder()


@pytest.fixture(scope="session")
def tables(folder: Path) -> Table:
    return read_tables(folder)


@pytest.fixture(scope="session")
def questionnaire(folder: Path) -> Questionnaire:
    return load_questionnaire(folder)


@pytest.fixture(scope="session")
def placer(tables: Table) -> Placer:
    return Placer(tables)


def tangled(folder: Path) -> Path:
    """Copy the small questionnaire, with gates behind gates and before scales."""
    copytree(SMALL, folder)
    _rewrite(folder / "items-use.toml", _tangle_use)
    _rewrite(folder / "items-life.toml", _tangle_life)
    return folder


def scored_from_1(folder: Path) -> Path:
    """Copy the small questionnaire, with scores from 1 instead of 0."""
    copytree(SMALL, folder)
    _rewrite(folder / "items-use.toml", _score_from_1)
    head = tomllib.loads((folder / "questionnaire.toml").read_text(encoding="utf-8"))
    for band in head["scale"][0]["band"]:
        band["from"] += 2
    (folder / "questionnaire.toml").write_text(tomli_w.dumps(head), encoding="utf-8")
    return folder


def _score_from_1(items: dict[str, Table]) -> None:
    for link_id in ("interest", "low"):
        for option in items[link_id]["option"]:
            option["score"] += 1


def _rewrite(path: Path, change: Callable[[dict[str, Table]], None]) -> None:
    section = tomllib.loads(path.read_text(encoding="utf-8"))
    change({item["link_id"]: item for item in section["item"]})
    path.write_text(tomli_w.dumps(section), encoding="utf-8")


def _tangle_use(items: dict[str, Table]) -> None:
    _score_from_1(items)
    cravings, *others, _ = items["problems"]["option"]
    items["problems"]["option"] = [
        {"code": cravings["code"], "text": cravings["text"]},
        *others,
    ]
    items["interest"]["enable_when"] = {"item": "problems", "ticked": "cravings"}
    items["low"]["enable_when"] = {
        "any": [
            {"item": "interest", "at_least": "some"},
            {
                "all": [
                    {"item": "days", "at_least": "most"},
                    {"item": "problems", "ticked": "gaps"},
                ]
            },
        ]
    }
    items["low"]["option"][2] |= {"rates": {"home": 2}, "says": "You feel low."}


def _tangle_life(items: dict[str, Table]) -> None:
    items["support"]["enable_when"] = {"item": "low", "at_least": "often"}
    items["words"]["enable_when"] = {"item": "limits", "ticked": "cost"}
