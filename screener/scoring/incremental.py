"""Answers changed one at a time: the facts follow, and are not added up anew.

An explanation changes one answer after the other and looks each time where that leads.
Here a change costs what it gives and takes, and what it opens and closes: so an
explanation grows with the number of questions and not with its square.
"""

from collections.abc import Iterable, Mapping

from screener.scoring.circuit import Circuit, Facts, bits_of, is_open


class IncrementalFacts:
    """What is answered on every axis, and the facts that come of it."""

    def __init__(self, circuit: Circuit, marks: Iterable[Facts]) -> None:
        """Add up the facts of some answers.

        Args:
            circuit: The circuit.
            marks: For each axis, the facts at the place answered; 0 for no answer.
        """
        self._circuit = circuit
        self.marks = list(marks)
        """What is answered on every axis; only `change` changes it."""
        self._facts = 0
        self._givers: dict[Facts, int] = {}
        """How many open axes give each of the facts that several can give."""
        self._is_open = [False] * len(self.marks)
        # Gates stand before what they open: in asking order, once is enough.
        for n, axis in enumerate(circuit.axes):
            self._is_open[n] = is_open(axis.ways, self._facts)
            if self._is_open[n] and self.marks[n]:
                self._replace(0, self.marks[n])

    def rungs(self) -> tuple[int, ...]:
        """The place reached on each ladder."""
        return self._circuit.rungs_again(self._all_facts())

    def rungs_with(self, changes: Mapping[int, Facts]) -> tuple[int, ...]:
        """The place that would be reached on each ladder with other answers.

        Args:
            changes: The facts answered instead, by the number of the axis.
        """
        return self._circuit.rungs_again(self.facts_with(changes))

    def facts_with(self, changes: Mapping[int, Facts]) -> Facts:
        """All facts that would be there with other answers.

        Args:
            changes: The facts answered instead, by the number of the axis.
        """
        before = {n: self.marks[n] for n in changes}
        self.change(changes)
        facts = self._all_facts()
        self.change(before)
        return facts

    def change(self, changes: Mapping[int, Facts]) -> list[int]:
        """Answer otherwise.

        Args:
            changes: The facts answered instead, by the number of the axis.

        Returns:
            The numbers of the axes that were opened on the way.
        """
        behind = 0
        for n, mark in changes.items():
            before, self.marks[n] = self.marks[n], mark
            if self._is_open[n] and mark != before:
                behind |= self._replace(before, mark)
        return self._look_at(behind)

    def _all_facts(self) -> Facts:
        return self._circuit.with_bands(self._facts)

    def _look_at(self, axes: int) -> list[int]:
        """Open and close axes, and then what is behind them; tell which were opened.

        Gates stand before what they open: in asking order, each is looked at once.
        """
        opened: list[int] = []
        while axes:
            first = axes & -axes
            axes ^= first
            n = first.bit_length() - 1
            opens = is_open(self._circuit.axes[n].ways, self._facts)
            if opens != self._is_open[n]:
                self._is_open[n] = opens
                if opens:
                    opened.append(n)
                    axes |= self._replace(0, self.marks[n])
                else:
                    axes |= self._replace(self.marks[n], 0)
        return opened

    def _replace(self, before: Facts, after: Facts) -> int:
        """Take facts and give others; tell which axes are to be looked at for that."""
        lost, gained = before & ~after, after & ~before
        for fact in bits_of(gained & self._circuit.shared):
            self._givers[fact] = self._givers.get(fact, 0) + 1
        for fact in bits_of(lost & self._circuit.shared):
            self._givers[fact] -= 1
            if self._givers[fact]:
                lost ^= fact
        flipped = self._facts
        self._facts = self._facts & ~lost | gained
        flipped ^= self._facts
        behind = 0
        for fact in bits_of(flipped & self._circuit.opening):
            behind |= self._circuit.opened_by.get(fact, 0)
        return behind
