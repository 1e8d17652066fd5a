"""A whole questionnaire: items, ladders, guidance and sources, frozen."""

from dataclasses import field
from functools import cached_property
from typing import Annotated

from screener.fingerprint import fingerprint
from screener.model.bounds import Bounds, Id, Loinc, Text
from screener.model.earlier import EarlierAnswer
from screener.model.guidance import Guidance
from screener.model.item import Cites, Item, Rates
from screener.model.record import Record, tables_of, to_json
from screener.model.translation import SupporterWords, Translation


class Dimension(Record):
    """What answers are rated on, from 0 (none) to 4 (severe)."""

    id: Id
    name: Text
    severity: bool = True
    """Whether its ratings are shown as mild to severe. `False` for what is only so or
    not so, such as a pregnancy: it counts, and no one reads that it is mild."""


class LocalFact(Record):
    """A fact that holds in one region only."""

    id: Id
    region: Id
    """Told only with the help lines of this region, or of one that includes it."""
    text: Text


class Rung(Record):
    """One step of a ladder."""

    id: Id
    name: Text
    about: Text
    """What it is, in one sentence."""
    facts: tuple[Text, ...] = ()
    local: tuple[LocalFact, ...] = ()
    cite: Cites


class Ladder(Record):
    """What is decided: rungs from mild to grave."""

    id: Id
    name: Text
    rung: Annotated[tuple[Rung, ...], Bounds(min_length=2)]

    @cached_property
    def index(self) -> dict[str, int]:
        """Where each rung stands, counted from the mildest."""
        return {rung.id: place for place, rung in enumerate(self.rung)}


class Section(Record):
    """A group of items that belong together."""

    id: Id
    title: Text


class PrivateTopic(Record):
    """A group of answers that a person may leave out of a file."""

    id: Id
    name: Text


class ScaleBand(Record):
    """A range of totals, from this one up to the next band's."""

    from_: Annotated[int, Bounds(ge=0)]
    name: Text
    rates: Rates = field(default_factory=dict)
    says: Text | None = None


class Scale(Record):
    """A sum of option scores with cut-offs."""

    id: Id
    name: Text
    items: Annotated[tuple[Id, ...], Bounds(min_length=1)]
    cite: Cites
    whole: bool = False
    """Whether there is a total only where all of its items are asked."""
    loinc: Loinc | None = None
    band: Annotated[tuple[ScaleBand, ...], Bounds(min_length=1)]


class Instrument(Record):
    """A published instrument, whose items stand here word for word."""

    id: Id
    name: Text
    credit: Text
    """Who made it."""
    terms: Text
    """Under which terms it may be used."""
    loinc: Loinc | None = None
    cite: Cites


class Join(Record):
    """Another questionnaire that this one can be added to."""

    to: Id
    """That questionnaire's id: dimensions, ladders and topics with an id of its own
    are the same things."""
    after: Id
    """The section of it after which this one's are asked."""


class Source(Record):
    """Where a fact was read."""

    id: Id
    title: Text
    locator: Text
    fact: Text
    """What it says, in our own words."""


class QuestionnaireHead(Record):
    """What a questionnaire says before its items: who it is and what it decides."""

    format: Annotated[int, Bounds(ge=1, le=1)]
    id: Id
    version: Text
    title: Text
    language: Text
    about: Text
    limits: Text
    """What the questionnaire is not."""
    seen_by: Text
    """Who sees the answers."""
    dimension: Annotated[tuple[Dimension, ...], Bounds(min_length=1)]
    ladder: Annotated[tuple[Ladder, ...], Bounds(min_length=1)]
    section: Annotated[tuple[Section, ...], Bounds(min_length=1)]
    private: tuple[PrivateTopic, ...] = ()
    scale: tuple[Scale, ...] = ()
    instrument: tuple[Instrument, ...] = ()
    join: tuple[Join, ...] = ()


class Questionnaire(QuestionnaireHead):
    """Everything one questionnaire says; the loader has checked that it fits."""

    item: Annotated[tuple[Item, ...], Bounds(min_length=1)]
    """In asking order."""
    guidance: Guidance
    source: Annotated[tuple[Source, ...], Bounds(min_length=1)]
    earlier: tuple[EarlierAnswer, ...] = ()
    """The meaning today of answers to earlier versions."""
    translation: Translation | None = None
    """What it was translated from; `None` in the language it was written in."""
    supporter: SupporterWords | None = None
    """The words for a supporter, where there are any."""

    def __hash__(self) -> int:
        return hash(self.content_hash)

    @cached_property
    def items(self) -> dict[str, Item]:
        """The items by `link_id`, in asking order."""
        return {item.link_id: item for item in self.item}

    @cached_property
    def ladders(self) -> dict[str, Ladder]:
        """The ladders by id."""
        return {ladder.id: ladder for ladder in self.ladder}

    @cached_property
    def scales(self) -> dict[str, Scale]:
        """The scales by id."""
        return {scale.id: scale for scale in self.scale}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.source}

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """The published instruments by id."""
        return {instrument.id: instrument for instrument in self.instrument}

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of all that the questionnaire says, as 64 hexadecimal digits.

        What it does not say is left out, so that a key that the format may get one
        day does not change it. A translation, and a supporter's words, have the hash
        of what they were made from: they ask the same, and place everyone alike. What
        answers to earlier versions mean is no part of it: nobody who answers today
        reads it or is placed by it.
        """
        if self.translation:
            return self.translation.original
        if self.supporter and self.supporter.replaces:
            return self.supporter.replaces
        tables = tables_of(self, without_defaults=True)
        for key in ("supporter", "earlier"):
            tables.pop(key, None)
        return fingerprint(to_json(tables))

    @property
    def review_hash(self) -> str:
        """The hash of all that a clinician signs: a supporter's words are a part of it.

        It is the content hash where there are none.
        """
        if self.supporter is None:
            return self.content_hash
        return fingerprint(self.content_hash + self.supporter.hash)
