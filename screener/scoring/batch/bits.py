"""Which bit stands for what where many people are placed.

All that placing asks for stands in one number: at the mildest and, above that, once
more at the gravest. So to add an answer's number once adds up both ends of the range.
"""

from collections.abc import Iterable
from functools import reduce
from itertools import chain, count
from operator import or_

from screener.model import Questionnaire, leaves
from screener.scoring.batch.rules import RuleColumns
from screener.scoring.circuit import Circuit, Facts, bits_of


class BatchBits:
    """Which bit stands for what.

    From the lowest on: the columns of the rules; the circuit's facts that open and
    that score; the lines' conditions; the members of scales. This is one end of the
    range, and the other one follows. Above them stands one bit for each item that has
    no answer, and one for each behind a gate that has one.
    """

    def __init__(self, questionnaire: Questionnaire, circuit: Circuit) -> None:
        """Give every bit its meaning.

        Args:
            questionnaire: What is asked.
            circuit: Its circuit.
        """
        self.rules = RuleColumns(circuit.rules)
        self._ratings = 4 * len(circuit.dimensions)
        marks = (axis.marks[-1] for axis in circuit.axes)
        gates = chain.from_iterable(circuit.gates.values())
        facts = self.of_facts(union((*marks, *gates)))
        bits = count(max(self.rules.width, facts.bit_length()))
        lines = questionnaire.guidance.alternative
        tested = chain.from_iterable(leaves(line.show_when) for line in lines)
        members = chain.from_iterable(scale.items for scale in questionnaire.scale)
        self.tested = {one: 1 << next(bits) for one in dict.fromkeys(tested)}
        """The bit of each condition, on an answer or a rung, that some line tests."""
        self.members = {link_id: 1 << next(bits) for link_id in dict.fromkeys(members)}
        """The bit of each member of a scale that is asked."""
        self.end = next(bits)
        """How many bits an end of the range has."""
        self.low = (1 << self.end) - 1
        """The bits of the mildest end."""
        self.places = {link_id: place for place, link_id in enumerate(circuit.gates)}
        """The place of each item among those above both ends: in asking order."""
        self.unknown = 2 * self.end
        """The place of the first bit that says that an item has no answer."""
        self.behind = self.unknown + len(self.places)
        """The place of the first bit that says that one behind a gate has an answer."""
        self.not_low = (1 << self.behind + len(self.places)) - 1 - self.low
        """The bits of the gravest end and those above both."""
        self.always = self.at_both(self.rules.always)
        """The bits that are there whatever is answered."""
        self._every_item = (1 << len(self.places)) - 1
        self._every_rule = self.at_both(self.rules.every)
        self._rungs = self.at_both(union(self.rules.rungs))

    def of_facts(self, facts: Facts) -> Facts:
        """The bits of the circuit's facts, at the mildest.

        Args:
            facts: The facts; of ratings, those that no rule needs are left out.
        """
        rated = bits_of(facts & (1 << self._ratings) - 1)
        reached = union(self.rules.reached.get(fact, 0) for fact in rated)
        return facts >> self._ratings << self.rules.width | reached

    def facts_in(self, end: Facts) -> Facts:
        """The circuit's facts but for ratings.

        Args:
            end: The bits of one end of the range.
        """
        return end >> self.rules.width << self._ratings

    def at_both(self, end: Facts) -> Facts:
        """The same bits at both ends of the range."""
        return end | end << self.end

    def holding(self, facts: Facts) -> Facts:
        """The bits of the rules that hold, at both ends of the range."""
        held = facts & self._every_rule
        for start in self.rules.starts[1:]:
            held &= facts >> start
        return held

    def rungs_of(self, holding: Facts) -> Facts:
        """The bits of the rungs that rules give, at both ends of the range.

        Args:
            holding: The bits of the rules that hold.
        """
        return holding + self._every_rule & self._rungs

    def unknown_in(self, facts: Facts) -> Facts:
        """One bit for each item that has no answer."""
        return facts >> self.unknown & self._every_item


def union(sets: Iterable[Facts]) -> Facts:
    """All facts of several sets."""
    return reduce(or_, sets, 0)
