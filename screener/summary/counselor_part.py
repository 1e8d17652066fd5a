"""What a counselor set down, as it stands in a summary: whose is whose, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from screener.counselor import (
    Marks,
    OwnRating,
    differences,
    is_outdated,
)
from screener.language import _
from screener.model import (
    Answer,
    Answers,
    Id,
    Ladder,
    Questionnaire,
    Record,
    Text,
    Unknown,
    answer_words,
)
from screener.model.bounds import Moment
from screener.scoring import Alarms, Recommendation, alarms_of, gravest_alarms
from screener.summary.span_words import placement_words


class SignedLine(Record):
    """Something a counselor set down."""

    by: Text
    """Initials."""
    at: Moment


class OwnRatingLine(SignedLine):
    """The counselor's own answer to a question, beside the client's."""

    link_id: Id
    short: Text
    client: tuple[str, ...]
    """What the client had said then, in words; empty if nothing."""
    since: tuple[str, ...] = ()
    """The client's present answer in words, if it has changed."""
    own: tuple[str, ...]
    code: tuple[str, ...] | int | None = None
    """The codes or the number; none where the client's words stand again."""
    is_one: bool = False
    """Whether one option was to be chosen, and not any number."""
    reason: str
    counts: bool
    """Whether it is the last one on its question."""


class NoteLine(SignedLine):
    """A note on a question."""

    link_id: Id
    short: Text
    words: str


class AgreedLine(SignedLine):
    """A level that was agreed; the last one counts."""

    rung: Id
    name: Text
    reason: str


class RangeLine(Record):
    """Where one view places somebody."""

    rung: Id
    low: Id
    high: Id
    words: Text


class TwoPlaces(Record):
    """A ladder in both views."""

    ladder: Id
    name: Text
    client: RangeLine
    counselor: RangeLine
    because: tuple[Text, ...]
    """The own ratings, by name, that make the whole difference."""


class CounselorPart(Record):
    """The counselor's view."""

    by: Text
    ladders: tuple[TwoPlaces, ...]
    ratings: tuple[OwnRatingLine, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    ask_again: tuple[Text, ...] = ()
    """Questions, by name, to be asked again."""
    ask_again_ids: tuple[Id, ...] = ()
    """The same by `link_id`."""
    agreed: tuple[AgreedLine, ...] = ()


def counselor_part(
    asked: Questionnaire,
    answers: Answers,
    marks: Marks,
    by: str,
    ladders: Sequence[Ladder],
    views: tuple[Recommendation, Recommendation],
    *,
    left_out: bool,
) -> CounselorPart:
    """Tell what a counselor set down.

    Args:
        asked: What was asked.
        answers: What the client said to what is not left out.
        marks: What the counselor set down about what is not left out.
        by: The counselor's initials.
        ladders: All of them; a level is agreed on the first.
        views: The client's recommendation, then the counselor's.
        left_out: Whether anything is left out. Why a level was agreed is not told then:
            it is about the whole, and may speak of what is left out.
    """
    rungs = {one.id: one.name for one in ladders[0].rung}
    return CounselorPart(
        by=by,
        ladders=tuple(_ladders(asked, answers, marks, ladders, views)),
        ratings=tuple(_ratings(asked, answers, marks)),
        notes=tuple(
            NoteLine(
                link_id=link_id,
                short=asked.items[link_id].short,
                words=note.words,
                by=note.signed.by,
                at=note.signed.at,
            )
            for link_id in asked.items
            for note in marks.notes.get(link_id, ())
        ),
        ask_again=tuple(
            item.short for item in asked.item if item.link_id in marks.ask_again
        ),
        ask_again_ids=tuple(one for one in asked.items if one in marks.ask_again),
        agreed=tuple(
            AgreedLine(
                rung=one.rung,
                name=rungs[one.rung],
                reason="" if left_out else one.reason,
                by=one.signed.by,
                at=one.signed.at,
            )
            for one in marks.agreed
        ),
    )


def _ladders(
    asked: Questionnaire,
    answers: Answers,
    marks: Marks,
    ladders: Sequence[Ladder],
    views: tuple[Recommendation, Recommendation],
) -> Iterator[TwoPlaces]:
    theirs, ours = views
    alarms = gravest_alarms(map(alarms_of, views))
    because = {
        one.ladder: tuple(asked.items[link_id].short for link_id in one.because)
        for one in differences(asked, answers, marks)
    }
    for ladder in ladders:
        names = {one.id: one.name for one in ladder.rung}
        client = _range(theirs, ladder.id, names, alarms)
        counselor = _range(ours, ladder.id, names, alarms)
        if client.low != ladder.rung[0].id and counselor.high == ladder.rung[0].id:
            # The client's answers establish a level: it must not read "not known".
            words = _("Help comes first") if alarms.least else counselor.words
            counselor = replace(counselor, words=words)
        yield TwoPlaces(
            ladder=ladder.id,
            name=ladder.name,
            client=client,
            counselor=counselor,
            because=because.get(ladder.id, ()),
        )


def _range(
    found: Recommendation, ladder: str, names: dict[str, str], alarms: Alarms
) -> RangeLine:
    placed = found.placements[ladder]
    words = placement_words(placed, names, alarms)
    return RangeLine(rung=placed.rung, low=placed.low, high=placed.high, words=words)


def _ratings(
    asked: Questionnaire, answers: Answers, marks: Marks
) -> Iterator[OwnRatingLine]:
    for item in asked.item:
        given: Sequence[OwnRating] = marks.ratings.get(item.link_id, ())
        for place, rating in enumerate(given, 1):
            own = () if rating.answer is None else answer_words(item, rating.answer)
            counts = place == len(given)
            now = answers.get(item.link_id)
            is_old = counts and is_outdated(answers, item.link_id, rating)
            yield OwnRatingLine(
                link_id=item.link_id,
                short=item.short,
                client=_said(asked, item.link_id, rating.beside),
                since=_said(asked, item.link_id, now) if is_old else (),
                own=own,
                code=_code(rating),
                is_one=isinstance(rating.answer, str),
                reason=rating.reason,
                counts=counts,
                by=rating.signed.by,
                at=rating.signed.at,
            )


def _said(asked: Questionnaire, link_id: str, answer: Answer | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    if isinstance(answer, Unknown):
        return (_("skipped"),) if answer is Unknown.DECLINED else (_("not sure"),)
    return answer_words(asked.items[link_id], answer)


def _code(rating: OwnRating) -> tuple[str, ...] | int | None:
    if isinstance(rating.answer, str):
        return (rating.answer,)
    return rating.answer
