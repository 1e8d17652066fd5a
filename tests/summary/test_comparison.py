"""Two summaries side by side."""

from dataclasses import replace

from screener.summary import Summary, compare, comparison_text
from tests.small import CALM, GRAVE, HALF, summary_of


def test_what_is_the_same_is_no_change() -> None:
    found = compare(summary_of(GRAVE), summary_of(GRAVE))
    assert found.answers == ()
    assert found.ratings == ()
    assert not any(ladder.is_change for ladder in found.ladders)
    assert "Every question is answered as before." in comparison_text(found)


def test_questions_are_told_first_and_in_asking_order() -> None:
    found = compare(summary_of(CALM), summary_of({**CALM, "days": 12, "low": "often"}))
    assert [(one.id, one.before, one.after) for one in found.answers] == [
        ("days", "0 days", "12 days"),
        ("low", "Not at all", "Nearly every day"),
    ]
    told = comparison_text(found)
    assert told.index("ANSWERED DIFFERENTLY") < told.index("WHERE THE ANSWERS POINT")


def test_a_ladder_is_told_with_its_whole_range() -> None:
    found = compare(summary_of(CALM), summary_of(HALF))
    level = next(one for one in found.ladders if one.id == "level-of-care")
    assert (level.before, level.after) == (
        "No treatment",
        "Intensive outpatient care, maybe Residential care",
    )


def test_a_question_that_was_asked_only_once_is_told_so() -> None:
    found = compare(summary_of(CALM), summary_of({**CALM, "thoughts": "yes"}))
    plan = next(one for one in found.answers if one.id == "plan")
    assert plan.before == "(not asked)"


def other_version(summary: Summary) -> Summary:
    origin = replace(summary.questionnaire, hash="0" * 64)
    return replace(summary, questionnaire=origin)


def test_other_versions_of_the_questions_are_told() -> None:
    same = compare(summary_of(CALM), summary_of(HALF))
    other = compare(other_version(summary_of(CALM)), summary_of(HALF))
    words = "different versions of the questions"
    assert words not in " ".join(comparison_text(same).split())
    assert words in " ".join(comparison_text(other).split())
