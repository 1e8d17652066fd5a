"""What the checks leave to a published instrument, and what they do not."""

from dataclasses import replace
from typing import Any

from screener.catalog import load_words_to_avoid, select
from screener.checking.options import check_options
from screener.checking.space import Space
from screener.checking.wording import check_reading, check_words
from screener.model import AtLeast, Item, Questionnaire
from tests.scoring.building import choice, line, questionnaire, rule

GAD = select("gad-7").load()
HARD = "Notwithstanding considerable deliberation, how alcoholic are your proclivities?"


def with_first(**changed: Any) -> Questionnaire:
    """The instrument with its first question changed."""
    first, *others = GAD.item
    items: tuple[Item, ...] = (replace(first, **changed), *others)
    return replace(GAD, item=items)


def faults(asked: Questionnaire) -> list[str]:
    found = (*check_reading([asked]).flaws, *check_words([asked], AVOID).flaws)
    return [flaw.what.split(" ")[1].rstrip(",") for flaw in found]


AVOID = load_words_to_avoid()


def test_the_words_of_an_instrument_are_not_ours_to_judge() -> None:
    assert faults(with_first(text=HARD)) == []
    assert faults(with_first(lead=HARD)) == []


def test_our_own_words_beside_them_are() -> None:
    first = GAD.item[0].link_id
    assert faults(with_first(hint=HARD)) == [first, first]
    assert faults(with_first(why=HARD)) == [first, first]
    assert faults(with_first(text=HARD, instrument=None)) == [first, first]


def test_an_option_that_only_adds_a_point_is_no_idle_one() -> None:
    audit = select("audit-c").load()
    assert check_options(Space(audit)).flaws == ()
    ours = tuple(replace(one, instrument=None) for one in audit.item)
    found = check_options(Space(replace(audit, item=ours))).flaws
    assert ["`10` of `audit-amount`" in flaw.what for flaw in found] == [True]


def test_an_option_behind_a_gate_that_only_shows_a_line_is_no_idle_one() -> None:
    gate = AtLeast(item="a", at_least="o1")
    shown = line("help", AtLeast(item="b", at_least="o1"))
    asked = questionnaire(
        choice("a", {}, {"x": 1}),
        choice("b", {}, {}, gate=gate),
        rules=[rule("level", 1, x=1)],
        supports=[shown],
    )
    assert check_options(Space(asked)).flaws == ()
