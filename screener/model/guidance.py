"""What follows from the answers: rules, and the lines told beside a placement."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from screener.model.bounds import Bounds, Id, Text
from screener.model.claim import BasicClaim, LineKind, Never, basic_claims
from screener.model.condition import Condition
from screener.model.item import Cites, Rating
from screener.model.record import Record


class HelpKind(StrEnum):
    """What a help line is for."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    VIOLENCE = "violence"
    TREATMENT = "treatment"
    YOUTH = "youth"
    PROGRAM = "program"


class Wording(Record):
    """Other words for a rule, for the people of whom a condition holds."""

    id: Id
    show_when: Condition
    text: Text
    first: Text | None = None
    """What to do first; as the rule says, where it is missing."""


class Rule(Record):
    """These ratings are reached -> at least this rung of that ladder."""

    id: Id
    ladder: Id
    rung: Id
    at_least: Annotated[dict[Id, Rating], Bounds(min_length=1, max_length=6)]
    """Thresholds by dimension; all of them are needed."""
    text: Text
    """Why, in one plain sentence."""
    red_flag: bool = False
    """Whether the questions stop when it first holds."""
    first: Text | None = None
    """What to do first."""
    concern: Id | None = None
    """The subject of `first`: only the gravest rules of a concern say theirs."""
    help: tuple[HelpKind, ...] = ()
    wording: tuple[Wording, ...] = ()
    """The first whose condition holds is told in place of `text` and `first`."""
    cite: Cites


class Line(Record):
    """A line that is told when its condition holds; always, where it has none."""

    id: Id
    text: Text
    show_when: Condition | None = None
    region: Id | None = None
    """Told only with the help lines of this region, or of one that includes it."""
    cite: Cites


class FitSign(Record):
    """One sign that intensive outpatient care fits a person."""

    id: Id
    sign: Text
    fits_when: Condition
    applies_when: Condition | None = None
    build: Text
    """What to do where it does not fit yet."""
    cite: Cites


class Guidance(Record):
    """All rules and lines of a questionnaire."""

    rule: Annotated[tuple[Rule, ...], Bounds(min_length=1)]
    alternative: tuple[Line, ...] = ()
    support: tuple[Line, ...] = ()
    benefit: tuple[Line, ...] = ()
    ask: tuple[Line, ...] = ()
    bring: tuple[Line, ...] = ()
    fit: tuple[FitSign, ...] = ()
    never: tuple[Never, ...] = ()
    """What must never be shown together."""

    def lines(self) -> Mapping[LineKind, tuple[Line, ...]]:
        """Return the lines of each kind; signs of fit are none."""
        return {
            LineKind.ALTERNATIVE: self.alternative,
            LineKind.SUPPORT: self.support,
            LineKind.BENEFIT: self.benefit,
            LineKind.ASK: self.ask,
            LineKind.BRING: self.bring,
        }

    def conditions(self) -> Iterator[Condition]:
        """Yield every condition that a line or a sign hangs on, as written."""
        written = [line.show_when for lines in self.lines().values() for line in lines]
        written += [words.show_when for rule in self.rule for words in rule.wording]
        for sign in self.fit:
            written += [sign.fits_when, sign.applies_when]
        yield from (one for one in written if one is not None)

    def claims(self) -> Iterator[BasicClaim]:
        """Yield all that `never` names, without claims inside."""
        for one in self.never:
            for claim in one.together:
                yield from basic_claims(claim)
