"""A visit to a kiosk, with a clock that a test turns."""

import os
from dataclasses import dataclass, field
from functools import cache

from screener.catalog import Editions
from screener.kiosk import KioskSettings, StatusPipe, WrongPins, hash_pin
from screener.kiosk.status_pipe import StatusReader
from screener.model import HelpLines, Questionnaire
from screener.tui.kiosk import KioskVisit


@dataclass
class Clock:
    """Stands still until it is turned."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Kiosk:
    """One visit, and what its host hears."""

    app: KioskVisit
    ear: StatusReader
    clock: Clock = field(default_factory=Clock)


def kiosk(
    questionnaire: Questionnaire,
    help_lines: HelpLines,
    settings: KioskSettings | None = None,
    wrong_pins: WrongPins | None = None,
    editions: Editions | None = None,
) -> Kiosk:
    hear, say = os.pipe()
    clock = Clock()
    app = KioskVisit(
        settings or KioskSettings(),
        questionnaire,
        help_lines,
        StatusPipe(say),
        wrong_pins or WrongPins(),
        clock=clock,
        editions=editions,
    )
    return Kiosk(app, StatusReader(hear), clock)


PIN = "246810"


@cache
def with_pin(pin: str = PIN) -> KioskSettings:
    """Settings with a PIN; to hash it takes a moment."""
    return KioskSettings(pin=hash_pin(pin))
