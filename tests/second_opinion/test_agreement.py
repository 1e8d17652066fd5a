"""The engine and the second opinion place the same people, open answers and all."""

import re
from collections.abc import Callable
from copy import deepcopy
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from screener.model import Questionnaire
from tests.second_opinion.engine import disagreements
from tests.second_opinion.people import Placer, Said, someone
from tests.second_opinion.tables import Table
from tests.thorough import THOROUGH

SEED = 17
PEOPLE = 2000 if THOROUGH else 500


@pytest.fixture(scope="module")
def drawn(tables: Table) -> list[Said]:
    chance = Random(SEED)
    return [someone(tables, chance) for _ in range(PEOPLE)]


@pytest.mark.parametrize("name", ["tables", "answers", "encoding", "claims", "people"])
def test_the_second_opinion_shares_no_code_with_the_engine(name: str) -> None:
    source = Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    imported = re.findall(r"^\s*(?:from|import) (\S+)", source, re.MULTILINE)
    assert imported
    assert not [module for module in imported if module.startswith("screener")]


@pytest.mark.many_cases
def test_the_engine_and_the_second_opinion_agree_on_everyone(
    placer: Placer, questionnaire: Questionnaire, drawn: list[Said]
) -> None:
    assert next(disagreements(placer, questionnaire, drawn), None) is None


@pytest.mark.many_cases
def test_the_people_drawn_stand_on_every_rung_at_both_ends(
    tables: Table, placer: Placer, drawn: list[Said]
) -> None:
    placed = [placer.place(said) for said in drawn]
    for ladder in tables["ladder"]:
        rungs = {rung["id"] for rung in ladder["rung"]}
        assert {one[ladder["id"]][0] for one in placed} == rungs
        assert {one[ladder["id"]][1] for one in placed} == rungs
        assert any(len({*one[ladder["id"]]}) > 1 for one in placed)


def _raise_a_threshold(tables: Table) -> None:
    (dimension, least), *_ = tables["rule"][0]["at_least"].items()
    tables["rule"][0]["at_least"][dimension] = least + 1


def _lower_a_rating(tables: Table) -> None:
    rated = [one for one in tables["item"][0]["option"] if "rates" in one]
    del rated[-1]["rates"]


def _drop_a_gate(tables: Table) -> None:
    gated = [item for item in tables["item"] if "enable_when" in item]
    del gated[0]["enable_when"]


@pytest.mark.many_cases
@pytest.mark.parametrize("misread", [_raise_a_threshold, _lower_a_rating, _drop_a_gate])
def test_a_misread_questionnaire_is_noticed(
    misread: Callable[[Table], None],
    tables: Table,
    questionnaire: Questionnaire,
    drawn: list[Said],
) -> None:
    changed = deepcopy(tables)
    misread(changed)
    assert list(islice(disagreements(Placer(changed), questionnaire, drawn), 1))
