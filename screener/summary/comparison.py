"""What changed between two summaries: question by question first, then ladders."""

from collections.abc import Iterator
from dataclasses import dataclass

from screener.language import N_, _
from screener.summary.answer_text import answer_told
from screener.summary.model import AnswerLine, Summary
from screener.summary.own_language import in_its_language
from screener.summary.said import place_words
from screener.summary.wording import rating_words

NOT_THERE = N_("(not there)")
"""What a summary says of something that the other one tells."""

NOT_ASKED = N_("(not asked)")

NOT_TOLD = N_("(not in this file)")
"""What may have been answered in a file from which answers were left out."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is told differently."""

    id: str
    name: str
    before: str
    after: str

    @property
    def is_change(self) -> bool:
        """Whether it differs at all."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two summaries side by side."""

    before: Summary
    after: Summary
    answers: tuple[Change, ...]
    """The questions that are answered differently, in asking order."""
    ladders: tuple[Change, ...]
    """Every ladder that is in either, changed or not."""
    ratings: tuple[Change, ...]
    """The dimensions that are rated differently."""

    @property
    def same_questions(self) -> bool:
        """Whether both were made with the very same questionnaire."""
        return self.before.questionnaire.hash == self.after.questionnaire.hash


def compare(before: Summary, after: Summary) -> Comparison:
    """Compare two summaries.

    Args:
        before: The earlier one.
        after: The later one.
    """
    return Comparison(
        before=before,
        after=after,
        answers=tuple(one for one in _answers(before, after) if one.is_change),
        ladders=tuple(_ladders(before, after)),
        ratings=tuple(one for one in _ratings(before, after) if one.is_change),
    )


def _answers(before: Summary, after: Summary) -> Iterator[Change]:
    earlier = {line.link_id: line for line in before.answers}
    later = {line.link_id: line for line in after.answers}
    for link_id, line in {**earlier, **later}.items():
        yield Change(
            link_id,
            line.short,
            _answer(before, earlier.get(link_id)),
            _answer(after, later.get(link_id)),
        )


def _answer(summary: Summary, line: AnswerLine | None) -> str:
    if line is not None:
        return answer_told(line)
    return _(NOT_TOLD) if summary.left_out else _(NOT_ASKED)


def _ladders(before: Summary, after: Summary) -> Iterator[Change]:
    earlier, later = range_names(before), range_names(after)
    names = {one.id: one.name for one in (*before.ladders, *after.ladders)}
    for id, name in names.items():
        there = _(NOT_THERE)
        yield Change(id, name, earlier.get(id, there), later.get(id, there))


@in_its_language
def range_names(summary: Summary) -> dict[str, str]:
    """Where the person stands on each ladder, by its id; in its own language.

    Args:
        summary: A summary.
    """
    return {ladder.id: place_words(summary, ladder) for ladder in summary.ladders}


def _ratings(before: Summary, after: Summary) -> Iterator[Change]:
    earlier = {rating.dimension: rating for rating in before.shown_ratings}
    later = {rating.dimension: rating for rating in after.shown_ratings}
    for id, rating in {**earlier, **later}.items():
        yield Change(
            id,
            rating.name,
            rating_words(earlier[id]) if id in earlier else _(NOT_THERE),
            rating_words(later[id]) if id in later else _(NOT_THERE),
        )
