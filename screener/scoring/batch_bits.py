"""What an answer comes to where many people are placed: one set of bits.

Above the circuit's own bits stand one for each item that is asked, one for each that
has an answer, and one for each condition on an answer that a line tests.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_

from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    OnRung,
    Questionnaire,
    leaves,
)
from screener.model.condition import Leaf
from screener.scoring.answered import given
from screener.scoring.circuit import Axis, Circuit, Facts
from screener.scoring.conditions import holds

_AT_HAND = 4096
"""The most answers to one item that are kept: its ticks may be listed in any order."""


@dataclass(frozen=True, slots=True)
class BatchBits:
    """Which bit stands for what."""

    ratings: Facts
    places: Mapping[str, int]
    """The place of each item's bit among those of all: in asking order."""
    first_asked: int
    """The place of the first item's bit that says that it is asked."""
    first_given: int
    """The place of the first item's bit that says that it has an answer."""
    told: Mapping[Leaf, Facts]
    """The bit of each condition on an answer that some line tests."""

    @classmethod
    def of(cls, questionnaire: Questionnaire, circuit: Circuit) -> "BatchBits":
        """Give every bit its meaning."""
        ratings = (1 << 4 * len(circuit.dimensions)) - 1
        marks = (axis.marks[-1] for axis in circuit.axes)
        gates = chain.from_iterable(circuit.gates.values())
        asked = union((ratings, *marks, *gates)).bit_length()
        count = len(circuit.gates)
        lines = questionnaire.guidance.alternative
        tested = chain.from_iterable(leaves(line.show_when) for line in lines)
        answers = dict.fromkeys(one for one in tested if not isinstance(one, OnRung))
        return cls(
            ratings=ratings,
            places={link_id: place for place, link_id in enumerate(circuit.gates)},
            first_asked=asked,
            first_given=asked + count,
            told={one: 1 << asked + 2 * count + n for n, one in enumerate(answers)},
        )

    def of_items(self, items: Iterable[str]) -> Facts:
        """One bit for each item; it means what it is shifted to."""
        return union(1 << self.places[link_id] for link_id in items)

    def asked_in(self, facts: Facts) -> Facts:
        """The items that are asked."""
        return facts >> self.first_asked & (1 << len(self.places)) - 1

    def given_in(self, facts: Facts) -> Facts:
        """The items that have an answer."""
        return facts >> self.first_given & (1 << len(self.places)) - 1


class ItemBits:
    """The bits of one item."""

    def __init__(
        self,
        item: Item,
        questionnaire: Questionnaire,
        axes: Iterable[Axis],
        bits: BatchBits,
    ) -> None:
        """Find them.

        Args:
            item: The item.
            questionnaire: What it is a part of.
            axes: The axes of the item.
            bits: Which bit stands for what.
        """
        self.item = item
        self._questionnaire = questionnaire
        self._axes = tuple(axes)
        self._told = {
            leaf: bit
            for leaf, bit in bits.told.items()
            if not isinstance(leaf, OnRung) and leaf.item == item.link_id
        }
        self.asked = bits.of_items([item.link_id]) << bits.first_asked
        self._given = bits.of_items([item.link_id]) << bits.first_given

    def end(self, place: int) -> Facts:
        """What it comes to without an answer: at its mildest (0) or gravest (-1)."""
        return self.asked | union(axis.marks[place] for axis in self._axes)

    def mark(self, answer: Given) -> Facts:
        """What an answer comes to where the item is asked."""
        own = {self.item.link_id: answer}
        return union(
            (
                self.asked,
                self._given,
                *(axis.marks[axis.place(answer)] for axis in self._axes),
                *(
                    bit
                    for leaf, bit in self._told.items()
                    if holds(leaf, self._questionnaire, own)
                ),
            )
        )


class Marks(dict[object, Facts]):
    """What each raw answer to an item comes to; 0 where it says nothing."""

    def __init__(
        self, bits: ItemBits, read: Callable[[str, object], Answer | None]
    ) -> None:
        """Begin with none.

        Args:
            bits: The item's bits.
            read: Gives the answer that something raw stands for, by `link_id`.
        """
        super().__init__()
        self._bits = bits
        self._read = read
        # A number is not: `True` and `1.0` would be found where `1` is kept.
        self._keeps = isinstance(bits.item, ChoiceItem | ChoicesItem)

    def __missing__(self, raw: object) -> Facts:
        item = self._bits.item
        answer = given(item, self._read(item.link_id, raw))
        mark = 0 if answer is None else self._bits.mark(answer)
        if self._keeps:
            if len(self) == _AT_HAND:
                self.clear()
            self[raw] = mark
        return mark


def union(sets: Iterable[Facts]) -> Facts:
    """All facts of several sets."""
    return reduce(or_, sets, 0)
