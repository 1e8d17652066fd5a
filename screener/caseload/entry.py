"""What the list of a caseload shows of one file."""

import datetime
from dataclasses import replace
from typing import NamedTuple, Self

from screener.language import later
from screener.model import Questionnaire, Record
from screener.model.bounds import Moment
from screener.summary import (
    LEVEL,
    URGENCY,
    LadderLine,
    Summary,
    range_names,
    span_name,
)


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

    @classmethod
    def of(cls, line: LadderLine) -> Self:
        """The range of a ladder."""
        return cls(line.id, line.low, line.high)

    def told_by(self, questionnaire: Questionnaire) -> str:
        """The range in the words of a questionnaire; empty where it knows none."""
        ladder = questionnaire.ladders.get(self.ladder)
        names = {one.id: one.name for one in ladder.rung} if ladder else {}
        known = self.low in names and self.high in names
        return span_name(names[self.low], names[self.high]) if known else ""


class Entry(Record):
    """One summary file, in short; no answer is in it."""

    file: str
    """Its name in the folder."""
    size: int
    modified: int
    """In nanoseconds, as the file system tells it."""
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
    """What to look at: `urgent`, `open safety`, `ask again`."""
    problem: str = ""
    """Why it cannot be read."""

    @classmethod
    def of(cls, file: str, size: int, modified: int, summary: Summary) -> Self:
        """Tell a summary in short.

        Args:
            file: The file's name.
            size: Its bytes.
            modified: When it was changed last.
            summary: What is in it.
        """
        origin = summary.questionnaire
        ranges = range_names(summary)
        ladders = {ladder.id: ladder for ladder in summary.ladders}
        level = ladders.get(LEVEL, summary.ladders[0])
        soon = ladders.get(URGENCY)
        return cls(
            file=file,
            size=size,
            modified=modified,
            client=summary.client or "",
            created=summary.created,
            asked=Asked(origin.id, origin.hash, origin.language),
            level=ranges[level.id],
            level_ends=Ends.of(level),
            level_place=level.place_of(level.low),
            soon=ranges[soon.id] if soon else "",
            soon_ends=Ends.of(soon) if soon else None,
            soon_place=soon.place_of(soon.high) if soon else 0,
            flags=tuple(_flags(summary)),
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


def _flags(summary: Summary) -> list[str]:
    flags = {
        later("urgent"): summary.urgent,
        later("open safety"): any(line.safety for line in summary.unknown),
        later("ask again"): bool(summary.counselor and summary.counselor.ask_again),
    }
    return [name for name, holds in flags.items() if holds]
