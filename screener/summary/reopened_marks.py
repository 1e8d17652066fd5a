"""The notes of a counselor in a saved summary, as far as they count today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screener.counselor import Agreed, Marks, Note, OwnRating, Signed
from screener.language import _
from screener.model import Answer, Given, Questionnaire, Unknown
from screener.summary.counselor_part import CounselorPart, OwnRatingLine, SignedLine
from screener.summary.model import Summary
from screener.summary.moved_answer import merged
from screener.summary.saved_answer import Lost, Meaning, SavedAnswer
from screener.summary.todays_meaning import TodaysMeaning


@dataclass(frozen=True, slots=True)
class ReopenedMarks:
    """A counselor's marks in a visit that is continued."""

    marks: Marks
    lost: tuple[Lost, ...] = ()
    """The answers that no longer count, of all that counted in the file."""


def reopen_marks(
    questionnaire: Questionnaire, summary: Summary, answers: Mapping[str, Answer]
) -> ReopenedMarks:
    """Take what a counselor set down out of a summary.

    Args:
        questionnaire: The one that it was made with, or another version of it.
        summary: A saved summary.
        answers: The client's answers, as they were taken out of it.
    """
    if summary.counselor is None:
        return ReopenedMarks(Marks())
    reopening = _Reopening(questionnaire, summary, answers)
    reopening.take(summary.counselor)
    return ReopenedMarks(reopening.marks, tuple(reopening.lost))


class _Reopening:
    """Collects the marks that count, and those that do not."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        summary: Summary,
        answers: Mapping[str, Answer],
    ) -> None:
        self._questionnaire = questionnaire
        self._today = TodaysMeaning.since(summary, questionnaire)
        self._answers = answers
        self.marks = Marks()
        self.lost: list[Lost] = []

    def take(self, part: CounselorPart) -> None:
        """Take all that was set down."""
        by_question: dict[str, list[OwnRatingLine]] = {}
        for rating in part.ratings:
            by_question.setdefault(rating.link_id, []).append(rating)
        for link_id, ratings in by_question.items():
            self._take_ratings(link_id, ratings)
        self._take_notes(part)
        for link_id in part.ask_again_ids:
            if link_id in self._questionnaire.items:
                self.marks = self.marks.flag(link_id)
        self._take_agreed(part)

    def _take_ratings(self, link_id: str, ratings: Sequence[OwnRatingLine]) -> None:
        """Take the ratings of one question, of which the last one counts."""
        meanings = [self._meaning(rating) for rating in ratings]
        last, newest = ratings[-1], meanings[-1]
        self.lost += [one.set_down_by(last.by) for one in newest.lost] if newest else []
        if newest is None or newest.answer is not None:  # else an older one would count
            for rating, meaning in zip(ratings, meanings, strict=True):
                self._take_rating(rating, meaning)
        for _code, said in newest.moved if newest else ():
            rated = self.marks.rating(said.item)
            own = rated.answer if rated else self._answers.get(said.item)
            before = {} if own is None else {said.item: own}
            # The newest answer of a counselor stands even where none is the graver.
            more = merged(self._questionnaire, before, said) or {said.item: said.code}
            self._rate(said.item, more[said.item], last)

    def _meaning(self, rating: OwnRatingLine) -> Meaning | None:
        """Return what a rating means; `None` if the client's words stand again."""
        if rating.code is None:
            return None
        saved = SavedAnswer(rating.link_id, rating.short, rating.code, rating.own)
        return self._today.of(saved)

    def _take_rating(self, rating: OwnRatingLine, meaning: Meaning | None) -> None:
        if meaning is not None and meaning.answer is not None:
            self._rate(rating.link_id, meaning.answer, rating)
        elif meaning is None and rating.link_id in self._questionnaire.items:
            self._rate(rating.link_id, None, rating)

    def _rate(self, link_id: str, answer: Answer | None, rating: OwnRatingLine) -> None:
        given: Given | None = None if isinstance(answer, Unknown) else answer
        beside = self._answers.get(link_id)
        own = OwnRating(given, rating.reason, beside, _signed(rating))
        self.marks = self.marks.rate(link_id, own)

    def _take_notes(self, part: CounselorPart) -> None:
        last = {note.link_id: note for note in part.notes}
        for note in part.notes:
            if note.link_id in self._questionnaire.items:
                self.marks = self.marks.note(
                    note.link_id, Note(note.words, _signed(note))
                )
            elif note is last[note.link_id] and note.words:
                saved = SavedAnswer(note.link_id, note.short, None, (note.words,))
                lost = self._today.lost(saved, _("It is not asked any more."))
                self.lost.append(lost.set_down_by(note.by))

    def _take_agreed(self, part: CounselorPart) -> None:
        """Take the agreed levels, of which the last one counts."""
        rungs = self._questionnaire.ladder[0].index
        for last in part.agreed[-1:]:
            if last.rung not in rungs:
                lost = Lost(
                    link_id="",
                    name=_("The agreed level"),
                    answer=(last.name,),
                    codes=None,
                    why=_("This level is gone now."),
                )
                self.lost.append(lost.set_down_by(last.by))
                return
        for agreed in part.agreed:
            if agreed.rung in rungs:
                signed = _signed(agreed)
                self.marks = self.marks.agree(
                    Agreed(agreed.rung, agreed.reason, signed)
                )


def _signed(line: SignedLine) -> Signed:
    return Signed(line.by, line.at)
