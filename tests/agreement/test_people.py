"""People of whom something was expected before they were placed."""

from collections import Counter
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("name", "in_range"),
    [
        ("fresh-1a.jsonl", (56, 55, 59)),
        ("fresh-1b.jsonl", (55, 54, 59)),
        ("fresh-2a.jsonl", (58, 51, 57)),
        ("fresh-2b.jsonl", (59, 53, 57)),
    ],
)
def test_of_sixty_fresh_people_no_fewer_are_in_range(
    name: str, in_range: tuple[int, int, int]
) -> None:
    core = load_questionnaire(questionnaire_folder("level-of-care"))
    outside = Counter(ladder for _, ladder, _ in differing(core, name))
    ladders = ("level-of-care", "urgency", "withdrawal-care")
    found = [60 - outside[ladder] for ladder in ladders]
    assert len(read(core, name)) == 60
    assert all(now >= then for now, then in zip(found, in_range, strict=True)), found
