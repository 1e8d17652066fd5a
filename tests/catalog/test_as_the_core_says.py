"""An instrument says what the core says: where they share an id, they agree."""

import pytest

from screener.catalog import Editions, select
from screener.model import Questionnaire, Rung

IDS = ["phq-9", "phq-2", "gad-7", "audit-c", "pc-ptsd-5"]
IN_SPANISH = ["phq-9", "phq-2", "gad-7", "audit-c"]
CORE = select().load()
ALONE = {id: select(id).load() for id in IDS}


def spanish(id: str) -> Questionnaire:
    return Editions(select(id), "us").edition("es").questionnaire


def words(rung: Rung) -> tuple[str, str]:
    return rung.name, rung.about


def names(questionnaire: Questionnaire) -> dict[str, str]:
    """Return the names of dimensions, ladders and private topics, by their ids."""
    dimensions = {f"dimension {one.id}": one.name for one in questionnaire.dimension}
    ladders = {f"ladder {one.id}": one.name for one in questionnaire.ladder}
    topics = {f"private {one.id}": one.name for one in questionnaire.private}
    return dimensions | ladders | topics


def rungs(questionnaire: Questionnaire) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (ladder.id, rung.id): words(rung)
        for ladder in questionnaire.ladder
        for rung in ladder.rung
    }


@pytest.mark.parametrize("id", IDS)
def test_its_rungs_dimensions_and_topics_have_the_names_of_the_core(id: str) -> None:
    alone = ALONE[id]
    core = names(CORE)
    own = {"dimension audit-drinking", "dimension born-female"}
    assert {k: v for k, v in names(alone).items() if core.get(k) != v}.keys() <= own
    assert rungs(alone).items() <= rungs(CORE).items()
    assert (alone.limits, alone.seen_by) == (CORE.limits, CORE.seen_by)


@pytest.mark.parametrize("id", IN_SPANISH)
def test_so_they_have_in_spanish(id: str) -> None:
    alone, core = spanish(id), spanish("level-of-care")
    own = {"dimension audit-drinking", "dimension born-female"}
    told = names(core)
    assert {k: v for k, v in names(alone).items() if told.get(k) != v}.keys() <= own
    assert rungs(alone).items() <= rungs(core).items()
    assert (alone.limits, alone.seen_by) == (core.limits, core.seen_by)
    for link_id in alone.items.keys() & core.items.keys():
        assert alone.items[link_id].question == core.items[link_id].question


@pytest.mark.parametrize("id", IDS)
def test_a_rule_of_the_core_asks_for_the_same_and_gives_the_same(id: str) -> None:
    core = {rule.id: rule for rule in CORE.guidance.rule}
    own = {"outpatient-audit-c", "outpatient-audit-c-women"}
    for rule in ALONE[id].guidance.rule:
        if rule.id in own:
            continue
        same = core[rule.id]
        assert (rule.ladder, rule.rung) == (same.ladder, same.rung)
        assert rule.at_least == same.at_least
        assert (rule.red_flag, rule.help) == (same.red_flag, same.help)
        assert (rule.first is None) is (same.first is None)


@pytest.mark.parametrize("id", IDS)
def test_what_it_cites_of_the_core_is_told_as_there(id: str) -> None:
    sources = ALONE[id].sources
    shared = sources.keys() & CORE.sources.keys()
    assert {key: sources[key] for key in shared} == {
        key: CORE.sources[key] for key in shared
    }
