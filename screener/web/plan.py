"""What a visit in a browser is made of, as its process gets it."""

from dataclasses import dataclass

from screener.catalog import Editions
from screener.kiosk import KioskSettings


@dataclass(frozen=True)
class Plan:
    """The same for every visit."""

    settings: KioskSettings
    """What the clinic decided."""
    editions: Editions
    """What is asked, in all its languages."""


@dataclass(frozen=True)
class Size:
    """How many cells a browser shows."""

    columns: int = 80
    rows: int = 24

    @classmethod
    def within_reason(cls, columns: int, rows: int) -> "Size":
        """A size that a screen can have, whatever a browser says.

        Args:
            columns: As it says.
            rows: As it says.
        """
        return cls(min(max(columns, 20), 400), min(max(rows, 8), 200))
