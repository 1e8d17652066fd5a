"""What the list of a caseload shows of one file."""

import datetime
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple, Self

from screener.language import N_
from screener.model import Questionnaire, Record
from screener.model.bounds import Moment
from screener.scoring import Certainty
from screener.summary import (
    LEVEL,
    URGENCY,
    AnswerState,
    LadderLine,
    Summary,
    range_names,
)
from screener.summary.said import certainty
from screener.summary.span_words import span_words

COPIES_DIFFER = N_("copies differ")
CHECK_DATE = N_("check the date")
URGENT = N_("urgent")

_FIRST = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
"""Nothing was saved earlier: a clock with an empty battery says 1970 or 2000."""

_CLOCKS_DIFFER = datetime.timedelta(days=1)
"""How far ahead the clock of the machine that a visit was held on may be."""


class Asked(NamedTuple):
    """The questions that a visit was held with."""

    id: str
    hash: str
    language: str


class Ends(NamedTuple):
    """A range on a ladder, by ids."""

    ladder: str
    low: str
    high: str
    stands: Certainty
    """Whether the low end is established."""

    @classmethod
    def of(cls, summary: Summary, line: LadderLine) -> Self:
        """Return the range of one of a summary's ladders."""
        return cls(line.id, line.low, line.high, certainty(summary, line))

    def told_by(self, questionnaire: Questionnaire) -> str:
        """The range in the words of a questionnaire; empty where it knows none."""
        ladder = questionnaire.ladders.get(self.ladder)
        names = {one.id: one.name for one in ladder.rung} if ladder else {}
        if not names.keys() >= {self.low, self.high}:
            return ""
        return span_words(names[self.low], names[self.high], self.stands)


class Entry(Record):
    """One summary file, in short; no answer is in it."""

    file: str
    """Its name in the folder."""
    visit: str = ""
    """What two files of the same visit have in common, as a digest."""
    client: str = ""
    """The client's code; empty where the file has none, or cannot be read."""
    created: Moment | None = None
    """When the visit was; `None` where the file cannot be read."""
    asked: Asked | None = None
    """What was asked; `None` where the file cannot be read."""
    level: str = ""
    level_ends: Ends | None = None
    level_place: int = 0
    """Where the level stands on its ladder, for sorting."""
    soon: str = ""
    soon_ends: Ends | None = None
    soon_place: int = 0
    flags: tuple[str, ...] = ()
    """What to look at: `urgent`, `open safety`, `left out`, `ask again`,
    `copies differ`."""
    left_out: bool = False
    """Whether answers were left out of it."""
    given: int = 0
    """How many questions are answered in it."""
    problem: str = ""
    """Why it cannot be read: one of the reasons of `problems`."""
    copy_of: str = ""
    """The file that stands for the same visit, where this one does not."""

    @classmethod
    def of(cls, file: str, summary: Summary) -> Self:
        """Tell a summary in short.

        Args:
            file: The file's name.
            summary: What is in it.
        """
        origin = summary.questionnaire
        ranges = range_names(summary)
        ladders = {ladder.id: ladder for ladder in summary.ladders}
        level = ladders.get(LEVEL, summary.ladders[0])
        soon = ladders.get(URGENCY)
        states = [line.state for line in summary.answers]
        return cls(
            file=file,
            visit=_identity(summary),
            client=summary.client or "",
            created=summary.created,
            asked=Asked(origin.id, origin.hash, origin.language),
            level=ranges[level.id],
            level_ends=Ends.of(summary, level),
            level_place=level.place_of(level.low),
            soon=ranges[soon.id] if soon else "",
            soon_ends=Ends.of(summary, soon) if soon else None,
            soon_place=soon.place_of(soon.high) if soon else 0,
            flags=tuple(_flags(summary)),
            left_out=summary.left_out,
            given=states.count(AnswerState.GIVEN),
        )

    def retold(self, questionnaire: Questionnaire) -> Self:
        """Tell what it names in other words.

        Args:
            questionnaire: The very questions of the visit, in another language.
        """
        level = self.level_ends and self.level_ends.told_by(questionnaire)
        soon = self.soon_ends and self.soon_ends.told_by(questionnaire)
        return replace(self, level=level or self.level, soon=soon or self.soon)

    @property
    def day(self) -> datetime.date | None:
        """The day of the visit."""
        return self.created.date() if self.created else None

    @property
    def is_visit(self) -> bool:
        """Whether it counts as a visit: it can be read, and is no copy."""
        return self.created is not None and not self.copy_of

    def is_misdated(self, now: datetime.datetime) -> bool:
        """Whether the day of the visit cannot be right.

        Args:
            now: The time now.
        """
        latest = now + _CLOCKS_DIFFER
        return self.created is not None and not _FIRST <= self.created <= latest


def _identity(summary: Summary) -> str:
    """Return what two files of one visit share, and those of two visits do not.

    A client has one visit at a time. Without a code, two people may have answered in
    the same second, so that the answers count as well.
    """
    parts: list[object] = [
        summary.client,
        summary.created.timestamp(),
        summary.questionnaire.id,
    ]
    if summary.client is None:
        parts += [(one.link_id, one.state, one.code) for one in summary.answers]
    return blake2b(repr(parts).encode(errors="replace"), digest_size=16).hexdigest()


def _flags(summary: Summary) -> list[str]:
    flags = {
        URGENT: summary.urgent,
        N_("open safety"): any(line.safety for line in summary.unknown),
        N_("left out"): summary.left_out,
        N_("ask again"): bool(summary.counselor and summary.counselor.ask_again),
    }
    return [name for name, holds in flags.items() if holds]
