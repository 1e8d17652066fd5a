"""What a counselor sets down beside the client's answers; nothing is written over.

Marks are a value: each change gives new ones. A rating, a note or an agreed level that
is changed stays in the record, signed, before the one that counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from screener.model import Answer, Given

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Signed:
    """Who set something down, and when."""

    by: str
    """Initials."""
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class OwnRating:
    """The counselor's own answer to a question, where it differs from the client's."""

    answer: Given | None
    """`None` where the counselor goes back to the client's words."""
    reason: str
    beside: Answer | None
    """What the client had said then."""
    signed: Signed


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the counselor on one question."""

    words: str
    """Empty where an earlier note is taken back."""
    signed: Signed


@dataclass(frozen=True, slots=True)
class Agreed:
    """The level that client and counselor agree on."""

    rung: str
    reason: str
    """Why it differs from where the answers point, if it does."""
    signed: Signed


@dataclass(frozen=True)
class Marks:
    """All that a counselor set down in a visit."""

    ratings: Mapping[str, Sequence[OwnRating]] = field(default_factory=dict)
    """By `link_id`, in order of time; the last counts."""
    notes: Mapping[str, Sequence[Note]] = field(default_factory=dict)
    ask_again: frozenset[str] = frozenset()
    agreed: Sequence[Agreed] = ()

    def rate(self, link_id: str, rating: OwnRating) -> Marks:
        """Set down an own rating.

        Args:
            link_id: The question.
            rating: The rating; the ones before it stay in the record.
        """
        return replace(self, ratings=_added(self.ratings, link_id, rating))

    def note(self, link_id: str, note: Note) -> Marks:
        """Set down a note.

        Args:
            link_id: The question.
            note: The note.
        """
        return replace(self, notes=_added(self.notes, link_id, note))

    def flag(self, link_id: str) -> Marks:
        """Mark a question to be asked again, or take the mark away."""
        return replace(self, ask_again=self.ask_again ^ {link_id})

    def agree(self, agreed: Agreed) -> Marks:
        """Set down the level that was agreed."""
        return replace(self, agreed=(*self.agreed, agreed))

    def rating(self, link_id: str) -> OwnRating | None:
        """The own rating that counts, if there is one."""
        last = (self.ratings.get(link_id) or (None,))[-1]
        return last if last is not None and last.answer is not None else None

    def note_on(self, link_id: str) -> str:
        """The note that counts; empty if there is none."""
        notes = self.notes.get(link_id)
        return notes[-1].words if notes else ""

    def about(self, link_ids: frozenset[str]) -> Marks:
        """Only what is about some questions, and the agreed level.

        Args:
            link_ids: The questions.
        """
        return Marks(
            {key: value for key, value in self.ratings.items() if key in link_ids},
            {key: value for key, value in self.notes.items() if key in link_ids},
            self.ask_again & link_ids,
            self.agreed,
        )

    def without(self, is_private: Callable[[str], bool]) -> Marks:
        """Return a copy without private notes and reasons.

        Args:
            is_private: Returns whether a text is private.
        """
        return replace(
            self,
            ratings={
                key: [
                    replace(rating, reason="") if is_private(rating.reason) else rating
                    for rating in ratings
                ]
                for key, ratings in self.ratings.items()
            },
            notes={
                key: [note for note in notes if not is_private(note.words)]
                for key, notes in self.notes.items()
            },
        )

    def __bool__(self) -> bool:
        """Whether anything was set down."""
        return bool(self.ratings or self.notes or self.ask_again or self.agreed)


def _added(
    so_far: Mapping[str, Sequence[T]], link_id: str, one: T
) -> dict[str, Sequence[T]]:
    return {**so_far, link_id: (*so_far.get(link_id, ()), one)}
