"""What an answer comes to where many people are placed: the bits it gives."""

from collections.abc import Callable, Iterable

from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    Questionnaire,
    TextItem,
)
from screener.model.condition import OnAnswer
from screener.scoring.answered import given
from screener.scoring.batch.bits import BatchBits, union
from screener.scoring.circuit import Axis, Facts
from screener.scoring.conditions import holds

_AT_HAND = 4096
"""The most answers to one item that are kept: its ticks may be listed in any order."""


class ItemBits:
    """The bits that an item can give where it is asked."""

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
        self._bits = bits
        self._told = {
            leaf: bit
            for leaf, bit in bits.tested.items()
            if isinstance(leaf, OnAnswer) and leaf.item == item.link_id
        }
        self._asked = bits.members.get(item.link_id, 0)
        place = bits.places[item.link_id]
        is_optional = isinstance(item, TextItem)
        self._unknown = 0 if is_optional else 1 << bits.unknown + place
        self._given = 1 << bits.behind + place if item.enable_when else 0

    def without(self) -> Facts:
        """What it comes to without an answer: at both ends what it might be."""
        lowest = self._bits.of_facts(union(axis.marks[0] for axis in self._axes))
        highest = self._bits.of_facts(union(axis.marks[-1] for axis in self._axes))
        return lowest | self._asked | highest << self._bits.end | self._unknown

    def mark(self, answer: Given) -> Facts:
        """What it comes to with an answer."""
        own = {self.item.link_id: answer}
        marks = (axis.marks[axis.place(answer)] for axis in self._axes)
        told = (
            bit
            for leaf, bit in self._told.items()
            if holds(leaf, self._questionnaire, own)
        )
        both = self._bits.at_both(self._bits.of_facts(union(marks)))
        return union((both, self._asked, self._given, *told))


class Marks(dict[object, Facts]):
    """What each raw answer to an item comes to; `None` is no answer."""

    def __init__(
        self, bits: ItemBits, read: Callable[[str, object], Answer | None]
    ) -> None:
        """Begin with no answer.

        Args:
            bits: The item's bits.
            read: Gives the answer that something raw stands for, by `link_id`.
        """
        self.without = bits.without()
        """What no answer comes to."""
        super().__init__({None: self.without})
        self._bits = bits
        self._read = read
        # A number is not: `True` and `1.0` would be found where `1` is kept.
        self._keeps = isinstance(bits.item, ChoiceItem | ChoicesItem)

    def __missing__(self, raw: object) -> Facts:
        item = self._bits.item
        answer = given(item, self._read(item.link_id, raw))
        mark = self.without if answer is None else self._bits.mark(answer)
        if self._keeps:
            if len(self) == _AT_HAND:
                self.clear()
                self[None] = self.without
            self[raw] = mark
        return mark
