"""The ways in which a summary can be kept, and those in which it was."""

from dataclasses import dataclass, field
from pathlib import Path

from screener.summary import Saved


@dataclass(frozen=True)
class Ways:
    """The ways in which a summary can be kept here."""

    folder: Path | None
    """The folder that is offered; `None` where nothing is saved."""
    read_by: str | None = None
    """Who reads that folder, where it is not the person's own to choose."""
    prints: bool = False
    """Whether it can be printed."""
    printer: str | None = None
    """The printer; the usual one unless named."""
    qr_code: bool = True
    """Whether it can be shown to a phone."""

    @property
    def any(self) -> bool:
        """Whether there is any way to save."""
        return self.folder is not None or self.prints or self.qr_code


@dataclass(frozen=True)
class Taken:
    """The ways in which it was kept until now."""

    saved: Saved = field(default_factory=Saved)
    printed: bool = False
    photographed: bool = False
    """Whether it was shown for a phone to read."""
    is_over: bool = False
    """Whether the person wants no other way, and not the result again."""

    @property
    def anyhow(self) -> bool:
        """Whether it was kept at all."""
        return bool(self.saved.files) or self.printed or self.photographed
