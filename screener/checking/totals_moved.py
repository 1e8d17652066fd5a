"""Which options change a line that tests the total of a scale.

What a line says of a total changes at a few bounds. Of all people whom an option moves
from one side of a bound to another, the least ones are looked at: the totals of all
others lie above theirs, between the same bounds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from screener.checking.beside import (
    OptionStep,
    as_told,
    contrary_of,
    pairs_of,
    truth_with,
)
from screener.checking.lines import Told, all_told
from screener.checking.minimal_assignments import Places
from screener.checking.space import Space
from screener.checking.witness import Someone
from screener.checking.witnesses import assuming, people_for
from screener.model import (
    AllOf,
    Condition,
    Given,
    OnTotal,
    is_ordered,
    totals_tested,
)
from screener.model.condition import Leaf
from screener.scoring.conditions import lies_in


def moving_totals(space: Space, steps: Iterable[OptionStep]) -> Iterator[OptionStep]:
    """Yield the options that change a line by the total of a scale.

    Args:
        space: All answer sets.
        steps: The options to look at.
    """
    lines = [
        (told, condition, scale)
        for told, condition in all_told(space)
        for scale in dict.fromkeys(leaf.scale for leaf in totals_tested(condition))
    ]
    for step in steps if lines else ():
        if is_ordered(space.questionnaire.items[step[0]]):
            option = _Option.of(space, step)
            if option.raises and any(option.changes(*line) for line in lines):
                yield step


@dataclass(frozen=True, slots=True)
class _Option:
    """An option on its dial."""

    space: Space
    step: OptionStep
    dial: int
    raises: tuple[tuple[int, int], ...]
    """The places of the dial without the option and with it, rising."""

    @classmethod
    def of(cls, space: Space, step: OptionStep) -> "_Option":
        return cls(space, step, *space.raises_of(*step))

    def changes(self, told: Told, condition: Condition, scale: str) -> bool:
        """Whether it changes a line for someone.

        Args:
            told: The line, or a sign.
            condition: What it hangs on.
            scale: The scale whose total the option may move.
        """
        bounds = {0} | {
            bound
            for leaf in totals_tested(condition)
            if leaf.scale == scale
            for bound in (leaf.from_ or 0, 0 if leaf.to is None else leaf.to + 1)
        }
        for low, high in combinations(sorted(bounds), 2):
            for someone in self._moved(condition, scale, low, high):
                if self._is_told_otherwise(someone, told):
                    return True
        return False

    def _moved(
        self, condition: Condition, scale: str, low: int, high: int
    ) -> Iterator[Someone]:
        """The least people whom the option may move from one bound past another."""
        total, rest = high, low
        if self._opens():
            starts = self._reaching(scale, low)
        else:
            gain = self._gain(scale)
            total = max(high, low + gain)
            rest = total - gain
            starts = iter([{self.dial: self.raises[0][1]}] if gain else [])
        item = self.space.questionnaire.items[self.step[0]]
        given = next(pairs_of(item, self.step[1]))
        sides = [
            assuming(condition, partial(self._truth, scale, at, answer))
            for at, answer in zip((total, rest), given, strict=True)
        ]
        if sides[0] == sides[1]:
            return
        reached = OnTotal(scale=scale, from_=total)
        some = [
            (reached, item.enable_when, here, contrary_of(self.space, there))
            for here, there in (sides, reversed(sides))
        ]
        for start in starts:
            for parts in some:
                if False not in parts:
                    yield from self._people(parts, start)

    def _people(
        self, parts: tuple[Condition | bool | None, ...], start: Places
    ) -> Iterator[Someone]:
        needed = tuple(
            one for one in parts if one is not None and not isinstance(one, bool)
        )
        return people_for(self.space, AllOf(all=needed), start=start)

    def _reaching(self, scale: str, total: int) -> Iterator[Places]:
        """People who reach a total without the option, and then are given it."""
        below, above = self.raises[0]
        fact = self.space.total_at_least(scale, total)
        if fact is not None:
            for places in self.space.minimal(fact, start={self.dial: below}):
                if places[self.dial] == below:
                    yield {**places, self.dial: above}

    def _is_told_otherwise(self, someone: Someone, told: Told) -> bool:
        here = someone.places[self.dial]
        for below, above in self.raises:
            if above >= here:
                one, other = (
                    replace(someone, places={**someone.places, self.dial: place})
                    for place in (below, above)
                )
                return as_told(one, told) != as_told(other, told)
        return False

    def _gain(self, scale: str) -> int:
        """How many points of a scale the option adds."""
        wires = zip(
            self.space.questionnaire.scale, self.space.circuit.scales, strict=True
        )
        points = next(wire.points for one, wire in wires if one.id == scale)
        marks = self.space.circuit.axes[self.dial].marks
        below, above = ((marks[at] & points).bit_count() for at in self.raises[0])
        return above - below

    def _opens(self) -> bool:
        marks = self.space.circuit.axes[self.dial].marks
        below, above = (marks[at] for at in self.raises[0])
        return bool(above & ~below & self.space.circuit.opening)

    def _truth(self, scale: str, total: int, answer: Given, leaf: Leaf) -> bool | None:
        if isinstance(leaf, OnTotal) and leaf.scale == scale:
            return lies_in(leaf, total)
        return truth_with(self.space, self.step, answer, leaf)
