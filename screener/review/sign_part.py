"""Who has reviewed a questionnaire, and the place to sign, on a review sheet."""

from collections.abc import Iterator, Sequence

from screener.catalog.review_status import (
    present_review,
    reviewed_words,
    who_when,
)
from screener.language import date_words
from screener.model import Questionnaire, Review
from screener.review.marks import literal


def standing(questionnaire: Questionnaire, reviews: Sequence[Review]) -> str:
    """Say in one sentence whether a questionnaire is reviewed as it is now, or was.

    Args:
        questionnaire: What was reviewed.
        reviews: All reviews of it, of any state.
    """
    if not reviews or present_review(questionnaire, reviews):
        return literal(reviewed_words(questionnaire, reviews))
    last = max(reviews, key=lambda one: one.date)
    when = f"{last.version}, {date_words(last.date)}, by {last.name}"
    return literal(
        f"Reviewed in an earlier version ({when}); not yet reviewed in this one."
    )


def reviews_part(
    questionnaire: Questionnaire, reviews: Sequence[Review]
) -> Iterator[str]:
    """Every review on record, the latest first.

    Args:
        questionnaire: What was reviewed.
        reviews: All reviews of it, of any state.

    Yields:
        Lines of Markdown.
    """
    for one in sorted(reviews, key=lambda one: one.date, reverse=True):
        same = one.hash == questionnaire.review_hash
        what = "this version" if same else f"an earlier one, {one.version}"
        yield f"- {literal(who_when(one))}: {literal(what)}"
    if reviews:
        yield ""


def sign_part(questionnaire: Questionnaire) -> Iterator[str]:
    """The place to sign, and how a signature is put on record.

    Args:
        questionnaire: What is signed.

    Yields:
        Lines of Markdown.
    """
    yield from (
        "I have read this sheet. In my judgment the questions, the weights of their "
        "answers, the rules and the words told to people are fit for what the sheet "
        "says they are for, with the remarks below.",
        "",
        "| | |",
        "| --- | --- |",
        "| Name | |",
        "| Role (profession, title, place of work) | |",
        "| Date | |",
        f"| Version | {literal(questionnaire.version)} |",
        f"| Hash | `{questionnaire.review_hash}` |",
        "| Signature | |",
        "| Remarks, by the names in code type | |",
        "",
        "To put it on record, write this into the file `review.toml` in the folder of "
        "the questionnaire, below any review that is there already:",
        "",
        "```toml",
        "[[review]]",
        'name = ""',
        'role = ""',
        "date = YYYY-MM-DD",
        f'version = "{_quotable(questionnaire.version)}"',
        f'hash = "{questionnaire.review_hash}"',
        "```",
        "",
        "From then on the program names the reviewer on its screens and in its files. "
        "The hash stands for every word and number of the questionnaire on this sheet, "
        "but for the worked cases. If any of them is changed, this signature no longer "
        "counts, and the program says again that nobody has reviewed it.",
    )


def _quotable(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
