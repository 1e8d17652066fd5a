"""A person of the space, of whom no more is looked up than is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from screener.checking.minimal_assignments import Places
from screener.checking.space import Space
from screener.model import (
    Condition,
    Fact,
    FitSign,
    Given,
    Line,
    Rule,
    answers_tested,
)
from screener.scoring.circuit import RuleWire, is_open
from screener.scoring.lines import Fit, LineReader


@dataclass(frozen=True, slots=True)
class Someone:
    """Answers to all questions, everything at its mildest unless said otherwise."""

    space: Space
    places: Places
    loose: Mapping[str, Given]
    """Answers to questions whose options have no order."""
    facts: Set[Fact] = frozenset()
    """What is known of them beside their answers."""

    def answer(self, link_id: str) -> Given | None:
        """What is answered to a question; `None` where nothing is."""
        answer = self.space.answer(link_id, self.places)
        return self.loose.get(link_id) if answer is None else answer

    def saying(self, link_id: str, answer: Given) -> Someone:
        """Someone who answers one question otherwise.

        Args:
            link_id: A question that a line hangs on.
            answer: The other answer.
        """
        axes = self.space.circuit.axes
        dials = self.space.circuit.axes_of.get(link_id, ())
        if not dials:
            return replace(self, loose={**self.loose, link_id: answer})
        other = {n: axes[n].place(answer) for n in dials}
        return replace(self, places={**self.places, **other})

    def holds(self, wire: RuleWire) -> bool:
        """Whether a rule holds for them."""
        return not wire.needs & ~self.space.facts(self.places)

    def words_of(self, rule: Rule) -> Rule:
        """Return a rule in the words that are told to them."""
        reader = self._reader(*(words.show_when for words in rule.wording))
        return reader.in_fitting_words(rule)

    def is_told(self, line: Line) -> bool:
        """Whether a line is told to them."""
        return bool(self._reader(line.show_when).shown((line,)))

    def fit(self, sign: FitSign) -> Fit | None:
        """How a sign of fit stands; `None` where it does not apply to them."""
        found = self._reader(sign.fits_when, sign.applies_when).fit((sign,))
        return found[0].fit if found else None

    def _reader(self, *conditions: Condition | None) -> LineReader:
        """What reads lines that have these conditions, and no others."""
        questionnaire, circuit = self.space.questionnaire, self.space.circuit
        items = {leaf.item for one in conditions for leaf in answers_tested(one)}
        facts = self.space.facts(self.places)
        open_ = {one for one in items if is_open(circuit.gates[one], facts)}
        answers = {one: self.answer(one) for one in open_}
        counted = {one: said for one, said in answers.items() if said is not None}
        reached = zip(questionnaire.ladder, circuit.rungs_again(facts), strict=True)
        ends = {ladder.id: (ladder.rung[place].id,) * 2 for ladder, place in reached}
        totals = {
            scale.id: (wire.total(facts),) * 2
            for scale, wire in zip(questionnaire.scale, circuit.scales, strict=True)
        }
        unknown = open_ - counted.keys()
        return LineReader(questionnaire, counted, ends, totals, unknown, self.facts)
