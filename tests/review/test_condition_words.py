"""Every kind of condition is told as a clause that cannot be read two ways."""

import json
from dataclasses import replace
from typing import Any

import pytest

from screener.model import AllOf, Band, Condition
from screener.model.reading import read_json
from screener.review import MARKDOWN, condition_words
from screener.review.condition_words import band_words
from tests.small import small

COST = {"item": "limits", "ticked": "cost"}
WORK = {"item": "limits", "ticked": "work"}
NO_COST = {"item": "limits", "unticked": "cost"}
NO_WORK = {"item": "limits", "unticked": "work"}
OWN = {"item": "living", "is": "own"}
OTHERS = {"item": "living", "is": "others"}
ALONE = {"item": "support", "at_least": "none"}


def read(condition: dict[str, Any]) -> Condition:
    return read_json(AllOf, json.dumps({"all": [condition]})).all[0]


def told(condition: dict[str, Any]) -> str:
    return condition_words(read(condition), small())


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ALONE, '"Support" is "No one"'),
        ({"item": "support", "at_least": "few"}, '"Support" is "A little" or graver'),
        ({"item": "days", "at_least": "none"}, '"Days of use" is 0 to 30 days'),
        ({"item": "days", "at_least": "some"}, '"Days of use" is 1 to 30 days'),
        ({"item": "days", "at_least": "most"}, '"Days of use" is 10 to 30 days'),
        (OWN, '"Where you live" is "My own place"'),
        (COST, '"Cost" is ticked under "What stands in the way"'),
        (NO_COST, '"What stands in the way" is answered without ticking "Cost"'),
    ],
)
def test_a_condition_on_an_answer(condition: dict[str, Any], words: str) -> None:
    assert told(condition) == words


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ({"from": "residential"}, '"Residential care"'),
        ({"from": "outpatient"}, '"Outpatient care" or higher'),
        ({"to": "none"}, '"No treatment"'),
        ({"to": "outpatient"}, '"Outpatient care" or lower'),
        ({"from": "outpatient", "to": "outpatient"}, '"Outpatient care"'),
        ({"from": "none", "to": "outpatient"}, '"Outpatient care" or lower'),
        (
            {"from": "outpatient", "to": "intensive-outpatient"},
            'a step from "Outpatient care" to "Intensive outpatient care"',
        ),
        ({}, "any step"),
        ({"from": "none"}, "any step"),
    ],
)
def test_a_condition_on_a_ladder(ends: dict[str, str], words: str) -> None:
    condition = {"ladder": "level-of-care", **ends}
    assert told(condition) == f'"Level of care" comes out at {words}'


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ({"from": 2}, "is 2 or more"),
        ({"to": 5}, "is 5 or less"),
        ({"from": 0, "to": 5}, "is 5 or less"),
        ({"to": 0}, "is 0"),
        ({"from": 2, "to": 5}, "is 2 to 5"),
        ({"from": 3, "to": 3}, "is 3"),
        ({"from": 2, "end": "high"}, "could be 2 or more"),
        ({"to": 1, "end": "high"}, "could be at most 1"),
    ],
)
def test_a_condition_on_a_scale(ends: dict[str, Any], words: str) -> None:
    condition = {"scale": "mood-scale", **ends}
    assert told(condition) == f'the score of "Low mood" {words}'


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"any": [COST]}, '"Cost" is ticked under "What stands in the way"'),
        (
            {"any": [COST, WORK]},
            '"Cost" or "Work or school" is ticked under "What stands in the way"',
        ),
        (
            {"all": [COST, WORK]},
            '"Cost" and "Work or school" are ticked under "What stands in the way"',
        ),
        ({"any": [OWN, OTHERS]}, '"Where you live" is "My own place" or "With others"'),
        (
            {"all": [NO_COST, NO_WORK]},
            '"What stands in the way" is answered without ticking '
            '"Cost" or "Work or school"',
        ),
    ],
)
def test_conditions_on_one_question_are_one_clause(
    condition: dict[str, Any], words: str
) -> None:
    assert told(condition) == words


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        ({"all": [OWN, OTHERS]}, [told(OWN), ", and ", told(OTHERS)]),
        ({"any": [NO_COST, NO_WORK]}, [told(NO_COST), ", or ", told(NO_WORK)]),
        ({"any": [COST, NO_COST]}, [told(COST), ", or ", told(NO_COST)]),
        ({"any": [ALONE, COST]}, [told(ALONE), ", or ", told(COST)]),
        (
            {"any": [COST, ALONE, WORK]},
            [told({"any": [COST, WORK]}), ", or ", told(ALONE)],
        ),
        (
            {"all": [ALONE, {"any": [COST, OWN]}]},
            [told(ALONE), ", and (", told(COST), ", or ", told(OWN), ")"],
        ),
        (
            {"any": [{"all": [COST, OWN]}, ALONE]},
            ["(", told(COST), ", and ", told(OWN), "), or ", told(ALONE)],
        ),
        (
            {"all": [ALONE, {"any": [COST, WORK]}]},
            [told(ALONE), ", and ", told({"any": [COST, WORK]})],
        ),
        (
            {"any": [ALONE, {"any": [{"all": [COST, OWN]}]}]},
            [told(ALONE), ", or (", told(COST), ", and ", told(OWN), ")"],
        ),
    ],
)
def test_where_and_meets_or_brackets_say_what_belongs_together(
    condition: dict[str, Any], parts: list[str]
) -> None:
    assert told(condition) == "".join(parts)


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([(0, 0)], "0 days"),
        ([(1, 9)], "1 to 9 days"),
        ([(10, 30), (1, 9)], "1 to 30 days"),
        ([(21, 30), (0, 0)], "0 or 21 to 30 days"),
        ([(8, 9), (4, 5), (0, 1)], "0 to 1, 4 to 5 or 8 to 9 days"),
    ],
)
def test_ranges_that_touch_are_told_as_one(
    spans: list[tuple[int, int]], words: str
) -> None:
    bands = [Band(code="x", from_=low, to=high) for low, high in spans]
    assert band_words(bands, "days") == words
    assert band_words(bands, None) == words.removesuffix(" days")


def test_in_markdown_nothing_in_the_data_is_a_mark() -> None:
    item = small().items["living"]
    odd = replace(item, short="A *b* [c] <d> | `e` \\ &amp; _f_\n# g")
    items = tuple(odd if one is item else one for one in small().item)
    questionnaire = replace(small(), item=items)
    words = condition_words(read(OWN), questionnaire, MARKDOWN)
    assert words == (
        r"*A \*b\* \[c\] \<d\> \| \`e\` \\ \&amp; \_f\_ # g*" ' is "My own place"'
    )
