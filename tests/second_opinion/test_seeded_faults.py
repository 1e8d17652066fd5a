"""A proof that cannot fail proves nothing: each finds the fault that is put in."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import z3

from screener.catalog import questionnaire_folder
from tests.second_opinion.claims import (
    anyone,
    below_its_rung,
    by_this_rule_only,
    find,
    hidden_matters,
    lower_when_worse,
    on_rung,
    outside_range,
    without_one_rung,
)
from tests.second_opinion.conftest import tangled
from tests.second_opinion.encoding import Person
from tests.second_opinion.tables import Table, named, read_tables
from tests.small import SMALL

CORE = questionnaire_folder()


def _item(tables: Table, link_id: str) -> Table:
    return named(tables["item"], "link_id", link_id)


def _broken(folder: Path, fault: Callable[[Table], None]) -> Table:
    tables = read_tables(folder)
    fault(tables)
    return tables


# Faults in the tables: a worse answer lowers


def _gate_shuts_on_a_graver_option(tables: Table) -> None:
    _item(tables, "plan")["enable_when"] = {"item": "thoughts", "is": "better-off"}


def _gate_needs_a_tick_to_be_missing(tables: Table) -> None:
    gate = {"item": "problems", "unticked": "cravings"}
    _item(tables, "support")["enable_when"] = gate


def _gate_opens_on_none_of_these(tables: Table) -> None:
    _item(tables, "support")["enable_when"] = {"item": "problems", "ticked": "none"}


def _options_swap_their_ratings(tables: Table) -> None:
    *_, grave, graver = _item(tables, "support")["option"]
    grave["rates"], graver["rates"] = graver["rates"], grave["rates"]


def _scores_fall(tables: Table) -> None:
    *_, grave, graver = _item(tables, "low")["option"]
    grave["score"], graver["score"] = graver["score"], grave["score"]


def _mildest_band_is_the_gravest(tables: Table) -> None:
    mildest, *_, gravest = _item(tables, "days")["band"]
    mildest["rates"] = gravest.pop("rates")


def _scale_bands_swap_their_ratings(tables: Table) -> None:
    *_, grave, graver = tables["scale"][0]["band"]
    grave["rates"], graver["rates"] = graver["rates"], grave["rates"]


@pytest.mark.parametrize(
    "fault",
    [
        _gate_shuts_on_a_graver_option,
        _gate_needs_a_tick_to_be_missing,
        _gate_opens_on_none_of_these,
        _options_swap_their_ratings,
        _scores_fall,
        _mildest_band_is_the_gravest,
        _scale_bands_swap_their_ratings,
    ],
)
def test_a_worse_answer_that_lowers_is_found(fault: Callable[[Table], None]) -> None:
    tables = _broken(SMALL, fault)
    assert find(lower_when_worse(tables)) is not None
    assert find(outside_range(tables)) is not None


def _core_gate_shuts_when_thoughts_are_graver(tables: Table) -> None:
    gate = {"item": "suicide-thoughts", "is": "wish"}
    _item(tables, "suicide-now")["enable_when"] = gate


def _core_gravest_option_rates_nothing(tables: Table) -> None:
    del _item(tables, "daily-life")["option"][-1]["rates"]


def _core_more_signs_rate_less(tables: Table) -> None:
    *_, many, most = named(tables["scale"], "id", "signs")["band"]
    many["rates"], most["rates"] = most["rates"], many["rates"]


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "fault",
    [
        _core_gate_shuts_when_thoughts_are_graver,
        _core_gravest_option_rates_nothing,
        _core_more_signs_rate_less,
    ],
)
def test_a_worse_answer_that_lowers_is_found_among_all_the_questions(
    fault: Callable[[Table], None],
) -> None:
    tables = _broken(CORE, fault)
    assert find(lower_when_worse(tables)) is not None
    assert find(outside_range(tables)) is not None


# Faults in the tables: gaps, overlaps and what is dead


def _numbers_lie_in_no_band(tables: Table) -> None:
    _item(tables, "days")["band"][1]["to"] -= 1


def _numbers_lie_in_two_bands(tables: Table) -> None:
    _item(tables, "days")["band"][1]["to"] += 1


def _low_totals_lie_in_no_band(tables: Table) -> None:
    tables["scale"][0]["band"][0]["from"] = 1


def _rule_gives_a_rung_of_another_ladder(tables: Table) -> None:
    named(tables["rule"], "id", "heavy-use")["ladder"] = "urgency"


@pytest.mark.parametrize(
    "fault",
    [
        _numbers_lie_in_no_band,
        _numbers_lie_in_two_bands,
        _low_totals_lie_in_no_band,
        _rule_gives_a_rung_of_another_ladder,
    ],
)
def test_a_gap_or_an_overlap_is_found(fault: Callable[[Table], None]) -> None:
    assert find(without_one_rung(_broken(SMALL, fault))) is not None


@pytest.mark.parametrize("folder", [CORE, SMALL])
def test_a_rule_behind_another_is_found_dead(folder: Path) -> None:
    tables = read_tables(folder)
    rule = tables["rule"][0]
    tables["rule"].append(rule | {"id": "the-same-again"})
    assert find(by_this_rule_only(anyone(tables), rule)) is None


@pytest.mark.parametrize("folder", [CORE, SMALL])
def test_a_rung_that_no_rule_gives_is_found_empty(folder: Path) -> None:
    tables = read_tables(folder)
    ladder = tables["ladder"][0]
    ladder["rung"].append({"id": "beyond"})
    assert find(on_rung(anyone(tables), ladder, len(ladder["rung"]) - 1)) is None


# Faults in the placement itself


class _AtMost(Person):
    """The first rule asks for its thresholds not to be reached."""

    def holds(self, rule: Table) -> z3.BoolRef:
        holds = super().holds(rule)
        return z3.Not(holds) if rule == self.tables["rule"][0] else holds


class _HiddenCounts(Person):
    """What is answered counts, asked or not."""

    def says(self, link_id: str, codes: Iterable[str]) -> z3.BoolRef:
        given = self.answers.given[link_id]
        return z3.Or(*(given[code] for code in codes))


class _HiddenGatesOpen(Person):
    """A gate looks at what is answered, asked or not."""

    def met(self, condition: Table) -> z3.BoolRef:
        if "at_least" not in condition:
            return super().met(condition)
        given = self.answers.given[condition["item"]]
        reached = list(given).index(condition["at_least"])
        return z3.Or(*list(given.values())[reached:])


class _LowestRung(Person):
    """The lowest rung that any holding rule gives."""

    def stands(self, ladder: Table) -> list[z3.BoolRef]:
        upside_down = ladder | {"rung": ladder["rung"][:1] + ladder["rung"][:0:-1]}
        lowest, *others = super().stands(upside_down)
        return [lowest, *reversed(others)]


@pytest.mark.parametrize("folder", [CORE, SMALL])
def test_a_rule_that_says_at_most_is_found(folder: Path) -> None:
    tables = read_tables(folder)
    assert find(lower_when_worse(tables, _AtMost)) is not None
    assert find(outside_range(tables, _AtMost)) is not None


@pytest.mark.parametrize("folder", [CORE, SMALL])
def test_a_hidden_answer_that_counts_is_found(folder: Path) -> None:
    assert find(hidden_matters(read_tables(folder), _HiddenCounts)) is not None


def test_a_hidden_gate_that_opens_is_found(tmp_path: Path) -> None:
    tables = read_tables(tangled(tmp_path / "tangled"))
    assert find(hidden_matters(tables, Person)) is None
    assert find(hidden_matters(tables, _HiddenGatesOpen)) is not None


@pytest.mark.parametrize("folder", [CORE, SMALL])
def test_a_red_flag_that_a_milder_rule_holds_down_is_found(folder: Path) -> None:
    tables = read_tables(folder)
    person = anyone(tables, encoding=_LowestRung)
    flags = [rule for rule in tables["rule"] if rule.get("red_flag")]
    found = [find(below_its_rung(person, rule)) for rule in flags]
    assert any(model is not None for model in found)
