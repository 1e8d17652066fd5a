"""What the list of a caseload shows of one file."""

import datetime
from typing import Self

from pydantic import AwareDatetime, BaseModel, ConfigDict

from screener.language import later
from screener.summary import LEVEL, URGENCY, Summary, range_name


class Entry(BaseModel):
    """One summary file, in short; no answer is in it."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    file: str
    """Its name in the folder."""
    size: int
    modified: int
    """In nanoseconds, as the file system tells it."""
    client: str = ""
    """The client's code; empty where the file has none, or cannot be read."""
    created: AwareDatetime | None = None
    """When the visit was; `None` where the file cannot be read."""
    level: str = ""
    level_place: int = 0
    """Where the level stands on its ladder, for sorting."""
    soon: str = ""
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
        ladders = {ladder.id: ladder for ladder in summary.ladders}
        level = ladders.get(LEVEL, summary.ladders[0])
        soon = ladders.get(URGENCY)
        return cls(
            file=file,
            size=size,
            modified=modified,
            client=summary.client or "",
            created=summary.created,
            level=range_name(level),
            level_place=level.place_of(level.low),
            soon=range_name(soon) if soon else "",
            soon_place=soon.place_of(soon.high) if soon else 0,
            flags=tuple(_flags(summary)),
        )

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
