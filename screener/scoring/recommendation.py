"""The whole outcome of one set of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from screener.model import Fact, Line, Rule
from screener.scoring.lines import FitFinding


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a person stands on one ladder: rung ids."""

    ladder: str
    rung: str
    """What the given answers establish: the low end. Never shown without `high`."""
    low: str
    """The rung with every unknown item at its mildest."""
    high: str
    """The rung with every unknown item at its gravest."""

    @property
    def settled(self) -> bool:
        """Whether no unknown answer could move it."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Evidence:
    """One of the person's own answers that a rule rests on."""

    link_id: str
    """The question; or the scale, where several answers add up to it."""
    says: str
    """The answer, or what the answers add up to, as a statement to the person."""


@dataclass(frozen=True, slots=True)
class HoldingRule:
    """A rule that holds on the given answers, and what it rests on."""

    rule: Rule
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RatingRange:
    """A rating from 0 to 4 at both ends."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """A scale's total and band; none while an answer is missing."""

    scale: str
    score: int | None
    band: str | None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Placements on every ladder, why, and what is told beside them."""

    placements: Mapping[str, Placement]
    """By ladder id."""
    rules: tuple[HoldingRule, ...]
    """The rules that hold on the given answers."""
    possible_rules: tuple[Rule, ...]
    """The rules that hold only if the unknown answers are at their gravest."""
    ratings: Mapping[str, RatingRange]
    """By dimension id."""
    scales: tuple[ScaleScore, ...]
    unknown: tuple[str, ...]
    """Items that apply, or may apply, and have no answer. Free words are optional."""
    unused: tuple[str, ...]
    """Items whose answer is kept and not counted: they no longer apply."""
    alternatives: tuple[Line, ...]
    supports: tuple[Line, ...]
    benefits: tuple[Line, ...]
    asks: tuple[Line, ...]
    brings: tuple[Line, ...]
    fit: tuple[FitFinding, ...]
    facts: frozenset[Fact] = frozenset()
    """What is known of the person beside ratings; it never moves a ladder."""

    @property
    def red_flags(self) -> tuple[HoldingRule, ...]:
        """The holding rules that stop the questions."""
        return tuple(holding for holding in self.rules if holding.rule.red_flag)
