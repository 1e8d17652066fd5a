"""People of whom something was expected before they were placed."""

from pathlib import Path

from screener.agreement import Case, Cases, Verdict, compare
from screener.catalog import load_questionnaire, questionnaire_folder
from screener.model import Questionnaire

PEOPLE = Path(__file__).parents[1] / "data" / "people"
KNOWN_TO_DIFFER = {
    ("O16", "withdrawal-care", Verdict.OVER),
    ("O16", "medical", Verdict.OVER),
}
"""A relative's pain pills at weekends: answered, and placed, as street opioids."""


def read(questionnaire: Questionnaire, name: str) -> list[Case]:
    """Return the cases of a file."""
    cases = Cases(questionnaire)
    for number, line in enumerate((PEOPLE / name).read_bytes().splitlines(), 1):
        cases.add_line(line, f"{name}, line {number}")
    assert cases.problems == []
    return cases.all


def differing(questionnaire: Questionnaire, name: str) -> set[tuple[str, str, Verdict]]:
    """Return the cases and ladders that are not in the expected range."""
    return {
        (case.id, found.ladder, found.pair.verdict)
        for case in read(questionnaire, name)
        for found in compare(questionnaire, case)
        if found.pair.verdict is not Verdict.IN
    }


def test_the_people_it_was_fitted_to_stay_in_range() -> None:
    core = load_questionnaire(questionnaire_folder("level-of-care"))
    assert len(read(core, "fitted.jsonl")) == 187
    assert differing(core, "fitted.jsonl") == KNOWN_TO_DIFFER
