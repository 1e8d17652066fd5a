"""What the typeset page says, in the keys that its template reads."""

from screener.model import Record


class Lines(Record):
    """A heading and its lines; without lines it is not shown."""

    heading: str
    lines: tuple[str, ...]


class Number(Record):
    """How to reach a help line."""

    name: str
    reach: str
    hours: str = ""


class FirstStep(Record):
    """One thing to do first."""

    text: str
    urgent: bool
    numbers: tuple[Number, ...]
    """Those that do not stand above it already."""


class First(Record):
    """What to do first; or, where nothing is, whom to call if that changes."""

    heading: str
    calm: str
    steps: tuple[FirstStep, ...]
    numbers: tuple[Number, ...]
    open_safety: str


class Rung(Record):
    """One step of a drawn ladder."""

    name: str
    state: str
    """`here`, `maybe` (the range reaches it) or `not`."""
    words: str = ""
    """What stands beside it; empty where nothing does."""


class Ladder(Record):
    """A drawn ladder."""

    name: str
    alt: str
    """The picture in words."""
    rungs: tuple[Rung, ...]
    told: str = ""
    why: tuple[str, ...] = ()


class Level(Record):
    """The ladder that is told in full."""

    ladder: Ladder
    about: Lines
    why: Lines
    said: str
    """The person's answers that alone are enough for the first of the reasons."""
    no_more: Lines
    changes: Lines


class Ladders(Record):
    """The ladders beside the level."""

    heading: str
    ladders: tuple[Ladder, ...]


class Bar(Record):
    """One bar from its low end to its high one, both from 0 to 4."""

    name: str
    low: int
    high: int
    words: str


class Weights(Record):
    """How heavy each thing weighs."""

    heading: str
    alt: str
    bars: tuple[Bar, ...]
    scales: tuple[str, ...]


class FitSignLine(Record):
    """One sign that a program fits."""

    fit: str
    """`fits`, `build` or `unknown`."""
    word: str
    sign: str
    build: str


class Signs(Record):
    """The check-list of the fit."""

    heading: str
    signs: tuple[FitSignLine, ...]


class Said(Record):
    """An answer by its question's short name."""

    short: str
    answer: str
    open: bool
    """Whether it is not given, or not counted."""


class SectionAnswers(Record):
    """The answers of one section."""

    title: str
    answers: tuple[Said, ...]


class Answers(Record):
    """Answers under a heading."""

    heading: str
    sections: tuple[SectionAnswers, ...]


class HelpNumbers(Record):
    """The help lines that do not stand at the top."""

    heading: str
    numbers: tuple[Number, ...]


class PageContent(Record):
    """The whole page, from its top to its end."""

    language: str
    title: str
    date: str
    under_title: tuple[str, ...]
    first: First
    level: Level
    others: Ladders
    weights: Weights
    alternatives: Lines
    supports: Lines
    benefits: Lines
    fit: Signs
    matters: Answers
    asks: Lines
    brings: Lines
    counselor: Lines
    notes: str
    answers: Answers
    help: HelpNumbers
    standing: Lines
    everywhere: tuple[Number, ...]
    """The numbers at the foot of every page."""
    elsewhere: str
    """Where the reasons are that have no room here."""
    pages: str
    """Between the number of a page and that of all."""
