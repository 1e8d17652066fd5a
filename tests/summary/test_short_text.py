"""The words for a phone: each length tells the level, danger and crisis help."""

import pytest

from screener.catalog import load_cases, questionnaire_folder, read_answers
from screener.model import Case, HelpLines, Questionnaire
from screener.summary import Respondent, Summary, largest_that_fits, short_texts
from screener.summary import summarize as summarize_answers
from tests.small import CREATED

CASES = load_cases(questionnaire_folder())
ROOM_AT_80_BY_24 = (76, 44)


def summary_of(case: Case, core: Questionnaire, help_lines: HelpLines) -> Summary:
    return summarize_answers(
        core,
        read_answers(core, case.answers, case.id),
        help_lines,
        respondent=Respondent.SELF,
        created=CREATED,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.id)
def test_every_length_tells_the_level_danger_and_crisis_help(
    case: Case, core: Questionnaire, help_lines: HelpLines
) -> None:
    summary = summary_of(case, core, help_lines)
    level = summary.ladder("level-of-care")
    texts = short_texts(summary)
    assert len(texts) >= 3
    urgent = [one.reach for step in summary.steps if step.urgent for one in step.help]
    for text in texts:
        assert level.rung_name.partition(" (")[0] in text
        assert level.name_of(level.high).partition(" (")[0] in text
        assert "call or text 988" in text
        assert not urgent or urgent[0].partition(",")[0] in text


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.id)
def test_the_shortest_fits_a_common_terminal(
    case: Case, core: Questionnaire, help_lines: HelpLines
) -> None:
    texts = short_texts(summary_of(case, core, help_lines))
    assert largest_that_fits(texts, *ROOM_AT_80_BY_24)


def test_no_length_fits_nowhere_and_a_text_too_long_is_passed_over() -> None:
    assert largest_that_fits(["words"], 20, 20) is None
    code = largest_that_fits(["x" * 5000, "words"], 76, 44)
    assert code
    assert code.text == "words"


def test_the_quiet_zone_is_as_wide_as_there_is_room_for() -> None:
    wide = largest_that_fits(["words"], 29, 40)
    tight = largest_that_fits(["words"], 25, 25)
    assert wide
    assert tight
    assert (wide.side, tight.side) == (29, 25)
