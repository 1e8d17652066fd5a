"""Where answers lead, beside the rung or the range that is expected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from screener.model import Answers, Questionnaire, Rule
from screener.scoring import Certainty, alarms_of, certainty_of, evaluate


class Verdict(StrEnum):
    """How a placement stands to what is expected."""

    IN = "in"
    """All of it lies in what is expected."""
    OVER = "over"
    """All of it is graver."""
    UNDER = "under"
    """All of it is milder."""
    OPEN = "open"
    """Answers are missing on which it depends whether it is as expected."""


class Ends(NamedTuple):
    """A range on a ladder, by places counted from the mildest rung."""

    low: int
    high: int

    @property
    def is_one(self) -> bool:
        """Whether it is one rung."""
        return self.low == self.high


class Pair(NamedTuple):
    """What is expected on a ladder, and what the answers lead to."""

    expected: Ends
    placed: Ends

    @property
    def verdict(self) -> Verdict:
        """How the placement stands to what is expected."""
        if self.placed.low > self.expected.high:
            return Verdict.OVER
        if self.placed.high < self.expected.low:
            return Verdict.UNDER
        is_within = (
            self.expected.low <= self.placed.low
            and self.placed.high <= self.expected.high
        )
        return Verdict.IN if is_within else Verdict.OPEN

    @property
    def is_one_to_one(self) -> bool:
        """Whether one rung is expected and the placement is one rung."""
        return self.expected.is_one and self.placed.is_one


@dataclass(frozen=True, slots=True)
class Case:
    """A person's answers, and where somebody else would place them."""

    id: str
    answers: Answers
    expected: Mapping[str, Ends]
    """By ladder; a ladder that is not named is not compared."""
    group: str = ""
    """Where the case is from, or of what kind it is; empty where nothing is said."""
    grade: str = ""
    """How good the expectation is; empty where nothing is said."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One case on one ladder."""

    case: Case
    ladder: str
    pair: Pair
    stands: Certainty
    """How the low end of the placement stands."""
    rules: tuple[Rule, ...]
    """The rules that give the low end; none where it is the mildest rung."""
    possible: tuple[Rule, ...]
    """The rules that would give the high end, where that is another."""
    unknown: tuple[str, ...]
    """Questions that apply, or may apply, and have no answer."""


def compare(questionnaire: Questionnaire, case: Case) -> Iterator[Compared]:
    """Place a case, and compare it on each ladder for which something is expected.

    Args:
        questionnaire: What was answered.
        case: The case.
    """
    found = evaluate(questionnaire, case.answers)
    alarms = alarms_of(found)
    for ladder, expected in case.expected.items():
        place = questionnaire.ladders[ladder].index
        placed = found.placements[ladder]
        ends = Ends(place[placed.low], place[placed.high])
        holding = (one.rule for one in found.rules)
        yield Compared(
            case=case,
            ladder=ladder,
            pair=Pair(expected, ends),
            stands=certainty_of(*ends, alarms),
            rules=tuple(
                rule
                for rule in holding
                if (rule.ladder, rule.rung) == (ladder, placed.low)
            ),
            possible=()
            if ends.is_one
            else tuple(
                rule
                for rule in found.possible_rules
                if (rule.ladder, rule.rung) == (ladder, placed.high)
            ),
            unknown=found.unknown,
        )
