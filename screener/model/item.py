"""The questions: FHIR's items, each with its options, reason and sources."""

from dataclasses import field, replace
from typing import Annotated, Any, Literal, TypeAlias

from screener.model.bounds import Bounds, Id, Loinc, OneOf, Text
from screener.model.condition import Condition
from screener.model.record import Record

Rating = Annotated[int, Bounds(ge=1, le=4)]
"""How grave, from 1 to 4; what is not named is rated 0."""

Rates: TypeAlias = dict[Id, Rating]
"""Ratings by dimension."""

Cites = Annotated[tuple[str, ...], Bounds(min_length=1)]
"""Ids of sources, at least one."""

MAX_OPTIONS = 9
"""Options are chosen by the digits 1 to 9."""


MAX_SCORE = 100
"""The highest score of an option, and of all ticks of a question together."""


class Option(Record):
    """One answer that can be chosen or ticked."""

    code: Id
    text: Text
    rates: Rates = field(default_factory=dict)
    says: Text | None = None
    """The option as a statement to the person."""
    first_person: Text | None = None
    """The option as the person would say it aloud on the phone."""
    exclusive: bool = False
    """`None of these`: cannot be ticked together with others."""
    score: Annotated[int, Bounds(ge=0, le=MAX_SCORE)] | None = None
    """What it adds to the scales that list its item."""
    loinc: Loinc | None = None


class Band(Record):
    """A range of numbers that are equally grave."""

    code: Id
    from_: int
    to: int
    rates: Rates = field(default_factory=dict)
    says: Text | None = None
    first_person: Text | None = None


class EasierOption(Record):
    """An option in simpler words; its code stays the same."""

    code: Id
    text: Text


class Easier(Record):
    """A question in simpler words, for whoever asks for them; it asks the same."""

    text: Text
    hint: Text | None = None
    option: tuple[EasierOption, ...] = ()
    """The options whose words change."""


class _Item(Record):
    """What every item has."""

    link_id: Id
    text: Text
    lead: Text | None = None
    """The words that several questions begin with; they stand before its own."""
    short: Text
    """The item's name in lists."""
    hint: Text | None = None
    easier: Easier | None = None
    """Simpler words, where its own are hard or medical."""
    why: Text
    """Why this is asked."""
    seen_by: Text | None = None
    """Who sees the answer, where it differs from the questionnaire's `seen_by`."""
    cite: Cites
    fixed: bool = False
    """A fact that nobody can change: never proposed as a change."""
    unsure: bool = True
    """Whether `not sure` is offered."""
    ask_again: Text | None = None
    """What is said when a safety question is skipped for the first time."""
    private: Id | None = None
    """The topic under which a person may leave the answer out of a file."""
    enable_when: Condition | None = None
    at_once: bool = False
    """Whether it is asked right after the answer that opens it, wherever it stands."""
    instrument: Id | None = None
    """The published instrument that it belongs to: its words are not ours to change."""
    loinc: Loinc | None = None
    section: Id
    """The section it is asked in; written once at the top of its file."""

    @property
    def question(self) -> str:
        """All that is asked: the words it begins with, and its own."""
        return f"{self.lead} {self.text}" if self.lead else self.text


class ChoiceItem(_Item):
    """One option is chosen."""

    type: Literal["choice"]
    ordered: bool = True
    """Whether the options run from mildest to gravest."""
    option: Annotated[tuple[Option, ...], Bounds(min_length=2, max_length=MAX_OPTIONS)]


class ChoicesItem(_Item):
    """Any number of options is ticked."""

    type: Literal["choices"]
    ordered: bool = True
    """Whether a tick can only worsen."""
    option: Annotated[tuple[Option, ...], Bounds(min_length=2, max_length=MAX_OPTIONS)]


class NumberItem(_Item):
    """A whole number is given."""

    type: Literal["number"]
    minimum: int
    maximum: int
    unit: Text | None = None
    band: tuple[Band, ...] = ()
    """From mildest to gravest, covering `minimum` to `maximum` once; or none."""


class TextItem(_Item):
    """Free words, never rated."""

    type: Literal["text"]
    max_length: Annotated[int, Bounds(ge=1, le=2000)] = 500


Item = Annotated[
    ChoiceItem | ChoicesItem | NumberItem | TextItem,
    OneOf("type", ("choice", "choices", "number", "text")),
]
"""Any item."""

OptionItem: TypeAlias = ChoiceItem | ChoicesItem
"""An item with options."""


def is_ordered(item: Item) -> bool:
    """Whether the item's answers run from mild to grave, so that it may rate."""
    if isinstance(item, TextItem):
        return False
    if isinstance(item, NumberItem):
        return bool(item.band)
    return item.ordered


def rated_answers(item: Item) -> tuple[Option | Band, ...]:
    """The item's options or bands, as listed; none for free text."""
    if isinstance(item, ChoiceItem | ChoicesItem):
        return item.option
    return item.band if isinstance(item, NumberItem) else ()


def in_easier_words(item: Item) -> Item:
    """The same question in its simpler words, as far as it has any.

    Codes, ratings, scores and gates stay: whatever is answered means the same.
    """
    easier = item.easier
    if easier is None:
        return item
    changed: dict[str, Any] = {
        "text": easier.text,
        "hint": easier.hint or item.hint,
    }
    if isinstance(item, ChoiceItem | ChoicesItem):
        words = {one.code: one.text for one in easier.option}
        changed["option"] = tuple(
            replace(option, text=words.get(option.code, option.text))
            for option in item.option
        )
    return replace(item, **changed)
