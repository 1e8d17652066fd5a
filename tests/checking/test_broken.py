"""Every broken copy is caught, with a person for whom it fails."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.checking import Flaw, check
from screener.checking.shown import Shown
from screener.cli import main
from screener.model import Answer, Given, Questionnaire
from screener.scoring import evaluate
from tests.checking.broken import BROKEN, Broken, broken_copy

each = pytest.mark.parametrize("one", BROKEN, ids=lambda one: one.id)
PEOPLE = {"rules", "red-flags", "rungs", "options", "lines", "cases"}
PEOPLE |= {"coherence", "no-level"}
"""The checks that show a person."""


def flaws_of(questionnaire: Questionnaire, folder: Path, id: str) -> tuple[Flaw, ...]:
    (proof,) = check(questionnaire, folder, {id})
    return proof.finding.flaws


@pytest.mark.many_cases
@each
def test_a_broken_copy_is_caught(one: Broken, tmp_path: Path) -> None:
    folder = broken_copy(one, tmp_path / "copy")
    flaws = flaws_of(load_questionnaire(folder), folder, one.check)
    flaw = next(flaw for flaw in flaws if one.says in flaw.what)
    assert flaw.mend
    assert (flaw.person is not None) == (one.check in PEOPLE)


@pytest.mark.slow
def test_the_command_shows_it_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = broken_copy(BROKEN[0], tmp_path / "copy")
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "FAILED  Every rule decides for someone." in told
    assert BROKEN[0].says in " ".join(told.split())
    assert 'mind-danger = ["racing", "commands"]' in told
    assert main(["check", str(folder), "--json"]) == 1
    table = json.loads(capsys.readouterr().out)
    assert table["holds"] is False
    rules = next(one for one in table["checks"] if one["id"] == "rules")
    assert rules["flaws"][0]["person"]["mind-danger"] == ["racing", "commands"]


def test_a_dead_rule_is_shown_with_someone_whom_another_rule_places(
    tmp_path: Path,
) -> None:
    (one,) = (one for one in BROKEN if one.rule)
    folder = broken_copy(one, tmp_path / "copy")
    questionnaire = load_questionnaire(folder)
    (flaw,) = flaws_of(questionnaire, folder, "rules")
    assert flaw.person is not None
    holding = {
        one.rule.id: one.rule for one in evaluate(questionnaire, flaw.person).rules
    }
    dead = holding.pop(str(one.rule))
    index = questionnaire.ladders[dead.ladder].index
    rivals = [rule for rule in holding.values() if rule.ladder == dead.ladder]
    assert any(index[rule.rung] >= index[dead.rung] for rule in rivals)


def outcome(questionnaire: Questionnaire, person: Mapping[str, Answer]) -> object:
    found = evaluate(questionnaire, person)
    lines = (found.alternatives, found.supports, found.benefits, found.asks)
    return found.placements, lines, found.brings, found.fit


@pytest.mark.parametrize(
    "one", [one for one in BROKEN if one.option or one.tick], ids=lambda one: one.id
)
def test_an_idle_option_is_shown_with_someone_for_whom_it_changes_nothing(
    one: Broken, tmp_path: Path
) -> None:
    folder = broken_copy(one, tmp_path / "copy")
    questionnaire = load_questionnaire(folder)
    flaws = flaws_of(questionnaire, folder, "options")
    (flaw,) = (flaw for flaw in flaws if one.says in flaw.what)
    assert flaw.person is not None
    link_id, code, *milder = one.option or one.tick or ("", "")
    instead: Given = milder[0] if milder else ()
    assert flaw.person[link_id] == (code if milder else (code,))
    without = {**flaw.person, link_id: instead}
    assert outcome(questionnaire, without) == outcome(questionnaire, flaw.person)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "one",
    [one for one in BROKEN if one.check in ("coherence", "no-level")],
    ids=lambda one: one.id,
)
def test_whoever_is_shown_a_contradiction_is_shown_it_by_the_engine(
    one: Broken, tmp_path: Path
) -> None:
    questionnaire = load_questionnaire(broken_copy(one, tmp_path / "copy"))
    flaws = flaws_of(questionnaire, tmp_path / "copy", one.check)
    (flaw,) = (flaw for flaw in flaws if one.says in flaw.what)
    name = flaw.what.split("`")[1]
    never = {never.id: never for never in questionnaire.guidance.never}[name]
    assert flaw.person is not None
    assert Shown(questionnaire, flaw.person).all_hold(never.together)
    core = load_questionnaire(questionnaire_folder())
    assert not Shown(core, flaw.person).all_hold(never.together)
