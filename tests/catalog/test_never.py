"""What a questionnaire may name that must never be shown together."""

from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from screener.catalog.translatable_text import words_of
from screener.model import (
    AtLeast,
    Holds,
    LineKind,
    OnRung,
    Rated,
    Says,
    Sentence,
    ShownLine,
    ShownRung,
)
from tests.catalog.broken import GUIDANCE, assert_refused, copy

NEVER = """
[[never]]
id = "pair"
together = [{claims}]
why = "They contradict each other."

"""
CALM = '{ told = "level-of-care", rung = "none" }'


def with_claims(tmp_path: Path, *claims: str) -> Path:
    """A copy of the small questionnaire that names one pair."""
    pair = NEVER.replace("{claims}", ", ".join(claims))
    return copy(tmp_path, (GUIDANCE, "[[rule]]", f"{pair}[[rule]]"))


def test_each_kind_of_claim_is_read(tmp_path: Path) -> None:
    folder = with_claims(
        tmp_path,
        '{ any = [{ shown = "fit", id = "backed" }, { holds = "some-use" }] }',
        f'{{ all = [{CALM}, {{ item = "thoughts", at_least = "yes" }}] }}',
        """{ any = [
            { sentence = "nothing-points-higher", ladder = "urgency" },
            { dimension = "use", from = 2 },
            { ladder = "urgency", from = "today", end = "high" },
        ] }""".replace("\n", ""),
    )
    (never,) = load_questionnaire(folder).guidance.never
    kinds = [type(one) for one in load_questionnaire(folder).guidance.claims()]
    assert kinds == [ShownLine, Holds, ShownRung, AtLeast, Says, Rated, OnRung]
    shown, *_, said, rated, _ = load_questionnaire(folder).guidance.claims()
    assert isinstance(shown, ShownLine)
    assert shown.shown is LineKind.FIT
    assert isinstance(said, Says)
    assert said.sentence is Sentence.NOTHING_HIGHER
    assert isinstance(rated, Rated)
    assert (rated.from_, rated.to) == (2, 4)
    assert never.why == "They contradict each other."


def test_nothing_of_it_is_to_be_translated(tmp_path: Path) -> None:
    asked = load_questionnaire(with_claims(tmp_path, CALM, "{ red_flag = true }"))
    assert not [place for place in words_of(asked) if place[0] == "never"]


@pytest.mark.parametrize(
    ("claim", "what", "mend"),
    [
        ('{ shown = "support", id = "x" }', "There is no support `x`.", "peer"),
        ('{ shown = "build", id = "x" }', "There is no build `x`.", "backed"),
        ('{ told = "x", rung = "none" }', "There is no ladder `x`.", "urgency"),
        (
            '{ told = "urgency", rung = "x" }',
            "There is no rung of urgency `x`.",
            "today",
        ),
        ('{ no_level = "x" }', "There is no ladder `x`.", "urgency"),
        ('{ holds = "x" }', "There is no rule `x`.", "some-use"),
        ('{ item = "x", answered = false }', "There is no item `x`.", "thoughts"),
        ('{ item = "words", answered = true }', "There is no item `words`.", "days"),
        ('{ item = "thoughts", at_least = "x" }', "option of thoughts `x`", ""),
        ('{ ladder = "x", from = "now" }', "There is no ladder `x`.", "urgency"),
        ('{ dimension = "x", from = 1 }', "There is no dimension `x`.", "use"),
        (
            '{ dimension = "use", from = 3, to = 2 }',
            "No rating lies from 3 to 2.",
            "exchange",
        ),
        (
            '{ sentence = "nothing-points-higher" }',
            "is said of a ladder, and none is named",
            "add it",
        ),
        (
            '{ sentence = "nothing-calls-for-help", ladder = "urgency" }',
            "is not said of a ladder",
            "remove `ladder`",
        ),
    ],
)
def test_a_claim_about_nothing_that_exists_is_refused(
    claim: str, what: str, mend: str, tmp_path: Path
) -> None:
    folder = with_claims(tmp_path, CALM, claim)
    assert_refused(folder, f"{GUIDANCE}: never pair", what, mend)


@pytest.mark.parametrize(
    ("claims", "place", "what"),
    [
        ([CALM], "together", "at least 2"),
        ([CALM] * 4, "together", "at most 3"),
        ([CALM, "{ x = 1 }"], "together 2", "What must not be together is one of"),
        ([CALM, '{ told = "urgency" }'], "together 2", "`rung` is missing"),
        ([CALM, '{ told = "urgency", rung = "now", x = 1 }'], "together 2", "`x`"),
        ([CALM, '{ sentence = "x" }'], "together 2, sentence", "Input should be"),
        ([CALM, '{ dimension = "use", from = 5 }'], "together 2, from", "less than"),
    ],
)
def test_a_claim_of_no_kind_is_refused(
    claims: list[str], place: str, what: str, tmp_path: Path
) -> None:
    folder = with_claims(tmp_path, *claims)
    assert_refused(folder, f"{GUIDANCE}: never pair, {place}", what, "")


def test_two_pairs_of_one_name_are_refused(tmp_path: Path) -> None:
    folder = with_claims(tmp_path, CALM, "{ red_flag = true }")
    path = folder / GUIDANCE
    pair = NEVER.replace("{claims}", f"{CALM}, {{ red_flag = true }}")
    path.write_text(path.read_text(encoding="utf-8") + pair, encoding="utf-8")
    assert_refused(folder, f"{GUIDANCE}: never pair", "has the same id", "")


def test_a_pair_with_too_many_ways_is_refused(tmp_path: Path) -> None:
    many = f"{{ any = [{', '.join([CALM] * 30)}] }}"
    folder = with_claims(tmp_path, many, many)
    assert_refused(folder, f"{GUIDANCE}: never pair", "more than 500 ways", "")
