"""A clinician's decisions stand first, and name what exists."""

from pathlib import Path
from shutil import copytree

import pytest

from screener.catalog import load_decisions, load_questionnaire, questionnaire_folder
from screener.checking.content import check_decisions
from screener.checking.proof import How
from screener.errors import QuestionnaireError
from screener.review import sheet
from screener.review.marks import literal
from tests.small import SMALL, small

CORE = questionnaire_folder()
DECISION = """
[[decision]]
id = "when"
question = "This week, or today?"
today = "This week."
rules = ["{rule}"]
[[decision.side]]
says = "This week is enough."
cite = ["{source}"]
[[decision.side]]
says = "Today is safer."
cite = ["{source}"]
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    """Return a copy of the small questionnaire with decisions."""
    folder = copytree(SMALL, tmp_path / "small")
    (folder / "decisions.toml").write_text(text)
    return folder


def test_the_core_asks_them_by_number_before_anything_else() -> None:
    decisions = load_decisions(CORE)
    core = load_questionnaire(CORE)
    shown = sheet(core, (), (), None, decisions)
    first_page, _, _ = shown.partition("## 2. ")
    assert len(decisions) >= 10
    for number, decision in enumerate(decisions, 1):
        assert f"{number}. **{literal(decision.question)}**" in first_page
        for side in decision.side:
            assert literal(side.says) in first_page
            for cite in side.cite:
                assert literal(core.sources[cite].fact) in first_page


def test_the_core_names_rules_and_sources_that_exist() -> None:
    found = check_decisions(load_questionnaire(CORE), CORE)
    assert (found.how, found.flaws) == (How.READ, ())


@pytest.mark.parametrize(
    ("rule", "source", "what"),
    [
        ("no-rule", "", "no rule: `no-rule`"),
        ("", "no-source", "no source: `no-source`"),
    ],
)
def test_one_that_names_nothing_is_found(
    tmp_path: Path, rule: str, source: str, what: str
) -> None:
    known = small()
    text = DECISION.format(
        rule=rule or known.guidance.rule[0].id, source=source or known.source[0].id
    )
    found = check_decisions(known, folder_with(tmp_path, text))
    assert what in found.flaws[0].what


def test_a_questionnaire_without_any_has_none() -> None:
    assert load_decisions(SMALL) == ()
    assert check_decisions(small(), SMALL).how is How.SKIPPED
    assert "Decided: ___" not in sheet(small(), (), ())


def test_one_side_is_not_enough(tmp_path: Path) -> None:
    text = DECISION.partition("[[decision.side]]")[0]
    folder = folder_with(tmp_path, text.format(rule="a", source="b"))
    with pytest.raises(QuestionnaireError, match=r"decisions\.toml"):
        load_decisions(folder)
