"""What a clinic decides about its kiosk."""

from pathlib import Path
from typing import Annotated, Literal

from screener.model import Record
from screener.model.bounds import Bounds, Text

Seconds = Annotated[int, Bounds(ge=10, le=3600)]


class Idle(Record):
    """After how long nobody is there."""

    questions: Seconds = 180
    """Seconds without a key before the warning, at the questions."""
    result: Seconds = 90
    """The same, where the result is on the screen."""
    warning: Annotated[int, Bounds(ge=5, le=300)] = 20
    """Seconds of the warning, before everything is cleared."""


class FileHandOff(Record):
    """A folder that somebody of the clinic reads."""

    folder: Path
    """Where summaries are written."""
    read_by: Text
    """Who reads them, to complete "can be read by": people are told before."""


class HandOff(Record):
    """The ways in which a person can keep what they answered."""

    print: bool = False
    """Whether they may print it."""
    printer: Text | None = None
    """The printer, as CUPS names it; its default one unless named."""
    qr_code: bool = True
    """Whether they may photograph it as a QR code."""
    file: FileHandOff | None = None
    """Where it may be saved; nowhere unless named."""


class KioskSettings(Record):
    """All settings; without a file, these."""

    clinic: Text | None = None
    """The clinic's name, on the start screen."""
    notice: Text | None = None
    """What else the start screen says, such as where to find help."""
    languages: (
        Annotated[tuple[Literal["en", "es"], ...], Bounds(min_length=1)] | None
    ) = None
    """The languages to choose from, the usual one first; all that the questions are
    there in, unless named."""
    region: Text = "us"
    """Whose help lines are shown."""
    questionnaire: Annotated[str, Bounds(min_length=1)] = "level-of-care"
    """Its id, or a folder; ids joined by dots are asked in one visit."""
    questions: Literal["full", "quick"] = "full"
    """Which version is offered first."""
    theme: Literal["dark", "light", "high-contrast"] = "dark"
    """The colors."""
    mouse: bool = True
    """Whether a mouse or a touch screen works."""
    read_aloud: bool = False
    """Whether a key reads the screen aloud, which others in the room may hear."""
    pin: Text | None = None
    """What `screener kiosk-pin` printed; without it, no key leaves the kiosk."""
    counts: Path | None = None
    """A file that gets a line for each visit; none is written unless named."""
    errors: Path | None = None
    """A file that gets a line when the program breaks, without answers."""
    idle: Idle = Idle()
    """After how long nobody is there."""
    hand_off: HandOff = HandOff()
    """The ways in which a person can keep what they answered."""
