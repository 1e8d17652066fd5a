"""A sheet of raw answers, and what each of its items comes to."""

from collections.abc import Callable, Mapping, Sequence
from operator import getitem

from screener.model import Answer, ChoicesItem, Questionnaire
from screener.scoring.batch.bits import BatchBits
from screener.scoring.batch.marks import ItemBits, Marks
from screener.scoring.circuit import Axis, Circuit, Facts


class Sheet:
    """Reads answers, item by item."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        circuit: Circuit,
        bits: BatchBits,
        order: Sequence[str],
        read: Callable[[str, object], Answer | None],
    ) -> None:
        """Begin with no answer kept.

        Args:
            questionnaire: What is asked.
            circuit: Its circuit.
            bits: Which bit stands for what.
            order: The `link_id`s in the order in which the items are read.
            read: Gives the answer that something raw stands for, by `link_id`.
        """
        axes: dict[str, list[Axis]] = {link_id: [] for link_id in order}
        for axis in circuit.axes:
            axes[axis.link_id].append(axis)
        items = [questionnaire.items[link_id] for link_id in order]
        self._empty: dict[str, object] = dict.fromkeys(order)
        self._marks = [
            Marks(ItemBits(one, questionnaire, axes[one.link_id], bits), read)
            for one in items
        ]
        self._ticked = [one.link_id for one in items if isinstance(one, ChoicesItem)]

    def marks(self, raw: Mapping[str, object]) -> list[Facts]:
        """What each item comes to, if it is asked.

        Args:
            raw: Anything that may be an answer, by anything that may be a `link_id`.

        Raises:
            LookupError: If an item does not exist.
            TypeError: If an answer is of no kind that any answer is.
            ScreenerError: If an answer is refused.
        """
        answers = {**self._empty, **raw}
        if len(answers) > len(self._empty):
            raise LookupError("an item does not exist")
        for link_id in self._ticked:
            ticks = answers[link_id]
            if isinstance(ticks, list):
                answers[link_id] = tuple(ticks)
        return list(map(getitem, self._marks, answers.values()))

    def given_in(self, marks: Sequence[Facts]) -> list[Facts]:
        """What each item that has an answer comes to; 0 for any other.

        Args:
            marks: What each item comes to.
        """
        return [
            0 if mark == kept.without else mark
            for mark, kept in zip(marks, self._marks, strict=True)
        ]
