"""What a check says: its claim, how sure it is, and for whom it finds it fails."""

from dataclasses import dataclass
from enum import StrEnum

from screener.model import Answers


class How(StrEnum):
    """How sure a check is."""

    THEOREM = "theorem"
    """It follows from the format; what the proof rests on was looked at in full."""
    ENUMERATED = "enumerated"
    """Proved for everyone: all that it depends on was tried."""
    SAMPLED = "sampled"
    """Tried on random people: it may still fail for others."""
    READ = "read"
    """All words, or all worked cases, were gone through."""
    SKIPPED = "skipped"
    """Not checked, and why is said."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is not as it should be."""

    what: str
    mend: str
    person: Answers | None = None
    """Someone for whom it fails."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    how: How
    tried: int
    """How many things were tried."""
    unit: str
    """What these things are: `options`."""
    flaws: tuple[Flaw, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A check that was made."""

    id: str
    claim: str
    finding: Finding
    seconds: float

    @property
    def holds(self) -> bool:
        """Whether nothing was found against it."""
        return not self.finding.flaws
