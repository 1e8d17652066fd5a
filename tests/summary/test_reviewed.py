"""Every summary says whether a clinician has reviewed what was asked, and who."""

import datetime
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog.review_status import reviewed_words
from screener.model import Respondent, Review
from screener.summary import Summary, read_summary, save, summarize, to_text, to_toml
from tests.small import CALM, CREATED, GRAVE, help_lines, small

NOT_YET = "not yet reviewed by a clinician."
BY_ADA = "reviewed by Ada Reyes, psychiatrist, November 3, 2026."


def review(hash: str = "", name: str = "Ada Reyes", day: int = 3) -> Review:
    """A review; of the small questionnaire as it is now unless told otherwise."""
    return Review(
        name=name,
        role="psychiatrist",
        date=datetime.date(2026, 11, day),
        version="2026.1",
        hash=hash or small().review_hash,
    )


OLD = review("0" * 64)


def summary(*reviews: Review, left_out: frozenset[str] = frozenset()) -> Summary:
    return summarize(
        small(),
        GRAVE,
        help_lines(),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=left_out,
        reviews=reviews,
    )


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("reviews", "told"),
    [
        ([], NOT_YET),
        ([OLD], NOT_YET),
        ([review()], BY_ADA),
        ([OLD, review(), OLD], BY_ADA),
        ([review(), review(name="Bo", day=2)], BY_ADA),
        ([review(name="Bo", day=2), review()], BY_ADA),
    ],
)
def test_only_a_review_of_what_was_asked_counts_and_the_latest_is_named(
    reviews: Sequence[Review], told: str, tmp_path: Path
) -> None:
    made = summary(*reviews)
    assert made.reviewed.endswith(told)
    for file in save(made, tmp_path).files[:2]:
        assert told in on_one_line(file.read_text())


@pytest.mark.parametrize("change", ["version", "title", "limits"])
def test_after_any_change_a_review_no_longer_counts(change: str) -> None:
    changed = replace(small(), **{change: "x"})  # type: ignore[arg-type]
    assert reviewed_words(changed, [review()]).endswith(NOT_YET)


def test_the_text_says_it_once() -> None:
    assert on_one_line(to_text(summary())).count("reviewed") == 1


def test_the_toml_says_it_beside_the_questionnaire() -> None:
    told = tomllib.loads(to_toml(summary(review())).decode())["reviewed"]
    assert told == f"Its questions and rules were {BY_ADA}"


def test_leaving_answers_out_does_not_change_who_reviewed_the_questions() -> None:
    left = summary(review(), left_out=frozenset({"self-harm"}))
    assert left.reviewed.endswith(BY_ADA)


def test_an_older_file_that_does_not_say_is_not_reviewed(tmp_path: Path) -> None:
    lines = to_toml(summary(review())).decode().splitlines(keepends=True)
    older = tmp_path / "older.toml"
    older.write_text("".join(one for one in lines if not one.startswith("reviewed =")))
    read = read_summary(older)
    assert read.reviewed.endswith(NOT_YET)
    assert NOT_YET in on_one_line(to_text(read))


def test_a_name_cannot_steer_the_terminal() -> None:
    hostile = review(name="A\x1b[2J\u202e\nda")
    assert reviewed_words(small(), [hostile]).startswith(
        "Its questions and rules were reviewed by A da, psychiatrist,"
    )


def test_calm_answers_are_told_it_too() -> None:
    calm = summarize(
        small(), CALM, help_lines(), respondent=Respondent.SELF, created=CREATED
    )
    assert NOT_YET in on_one_line(to_text(calm))
