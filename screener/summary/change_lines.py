"""What could change a placement, as it stands in a summary."""

from screener.model import Id, Record, Text
from screener.scoring import Direction


class Statement(Record):
    """One answer, or one tick of it, as a sentence to the person."""

    link_id: Id
    code: Id
    """The option or the band."""
    ticked: bool = True
    """False where an option of several is left without a tick."""
    text: Text
    opens_only: bool = False
    """Whether it only opened the questions of other statements beside it."""


class Reach(Record):
    """A rung that a ladder could reach."""

    ladder: Id
    rung: Id


class OpenLine(Record):
    """An open question whose answer could raise a ladder all by itself."""

    link_id: Id
    short: Text
    could_reach: tuple[Reach, ...]


class Move(Record):
    """The range that a ladder would have."""

    ladder: Id
    low: Id
    high: Id


class ChangeLine(Record):
    """Another answer to one question, and the ladders that it would move."""

    instead: Statement
    moves: tuple[Move, ...]


class ChangeSetLine(Record):
    """Other answers that only together would move the low end of a ladder."""

    ladder: Id
    direction: Direction
    rung: Id
    """Where they would lead."""
    instead: tuple[Statement, ...]
